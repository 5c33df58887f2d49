/** Every way of JavaScript and PHP once with each of three values, sent by one call: what the libraries send, against our verdict. The long run only. */
import { describe, expect, it } from 'vitest';
import { hasLibrary } from '../php-oracle.js';
import { answersOf, pythonWith } from '../python-oracle.js';
import { agreement } from './agreement.js';
import { worldsFor } from './asked-worlds.js';
import { judged } from './javascript-compare.js';
import { CALLS } from './javascript-frameworks.js';
import { JAVASCRIPT_WHOLE_PROGRAMS } from './javascript-whole-programs.js';
import { printed, WAYS, wholeProgram, type JavaScriptProgram } from './javascript.js';
import { PHP_WHOLE_PROGRAMS } from './php-whole-programs.js';
import { RUNS } from './programs.js';
import { PYTHON_WHOLE_PROGRAMS } from './python-whole-programs.js';
import { print } from './report.js';
import { SYMFONY } from './symfony-programs.js';
import { answersOfPages } from './symfony-runner.js';
import { judgedTexts, textOf } from './text-compare.js';
import { printed as printedText, type TextProgram } from './text-programs.js';

/** `ORACLE_WAY=expression` asks for the ways with such names alone. */
const ASKED = process.env['ORACLE_WAY'];
const isAsked = (name: string): boolean => ASKED === undefined || new RegExp(ASKED).test(name);
const isLong = RUNS >= 100 || ASKED !== undefined;
const present = <One>(one: One | undefined): one is One => one !== undefined;

const PHP_VALUES = ['true', 'false', "getenv('COOKIE_SECURE') === 'true'"];
const JAVASCRIPT_VALUES = ['true', 'false', "process.env.COOKIE_SECURE === 'true'"];

describe.skipIf(!isLong)('every way of JavaScript', () => {
  it('is judged as Express sends it', { timeout: 3_600_000 }, async () => {
    const programs = WAYS.filter(({ name }) => isAsked(name))
      .flatMap((way) => JAVASCRIPT_VALUES.map((value) => printed(CALLS[0]!, way, value, false, 0)))
      .filter(present<JavaScriptProgram>);
    const result = agreement(await judged(programs));
    print('express, every way', result);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.9);
  });

  it('and every whole program as its library does', { timeout: 3_600_000 }, async () => {
    const programs = Object.entries(JAVASCRIPT_WHOLE_PROGRAMS)
      .filter(([name]) => isAsked(name))
      .flatMap(([name, text]) => JAVASCRIPT_VALUES.map((value) => wholeProgram(name, text, value)));
    const result = agreement(await judged(programs));
    print('javascript, whole programs', result);
    expect(result.programs).toBeGreaterThan(programs.length * 0.9);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.9);
  });
});

describe.skipIf(!isLong || !hasLibrary('Symfony/Component/HttpFoundation/autoload.php'))('every way of PHP', () => {
  it('is judged as PHP sends it', { timeout: 3_600_000 }, async () => {
    const programs = Object.keys(SYMFONY.ways)
      .filter(isAsked)
      .flatMap((way) => PHP_VALUES.map((value) => printedText(SYMFONY, [way], value, SYMFONY.calls[0]!)))
      .filter(present<TextProgram>);
    const worlds = programs.map((one) => worldsFor(textOf(one), ['APP_ENV']));
    const files = programs.map((one) => one.files);
    const result = agreement(await judgedTexts(programs, worlds, await answersOfPages(files, worlds)));
    print('setcookie, every way', result);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.8);
  });

  it('and every whole program too', { timeout: 3_600_000 }, async () => {
    const programs = Object.entries(PHP_WHOLE_PROGRAMS)
      .filter(([name]) => isAsked(name))
      .flatMap(([name, text]) => PHP_VALUES.map((value) => wholePage(name, text, value)));
    const worlds = programs.map((one) => worldsFor(textOf(one), ['APP_ENV']));
    const files = programs.map((one) => one.files);
    const result = agreement(await judgedTexts(programs, worlds, await answersOfPages(files, worlds)));
    print('php, whole programs', result);
    expect(result.programs).toBeGreaterThan(programs.length * 0.9);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.7);
  });
});

function wholePage(idiom: string, text: string, value: string): TextProgram {
  const [main = '', ...others] = text.split(/^=== /m);
  const fill = (part: string): string => part.replaceAll(/\bS\b/g, value.includes(' ') ? `(${value})` : value);
  const files = others.map((one) => [one.slice(0, one.indexOf('\n')), fill(one.slice(one.indexOf('\n') + 1))] as const);
  const manifest = text.includes('Symfony') ? { 'composer.json': JSON.stringify({ require: { 'symfony/http-foundation': '^5.4' } }) } : {};
  return { title: 'whole', idiom, files: { 'index.php': fill(main), ...Object.fromEntries(files), ...manifest } };
}

/** Django and Flask are Debian's packages; the first interpreter that has Flask is asked. */
const python = pythonWith('flask');

describe.skipIf(!isLong || python === undefined)('whole programs of Python', () => {
  it('are judged as their frameworks send them', { timeout: 3_600_000 }, async () => {
    const values = ['True', 'False', 'os.environ.get("COOKIE_SECURE") == "true"'];
    const programs = Object.entries(PYTHON_WHOLE_PROGRAMS)
      .filter(([name]) => isAsked(name))
      .flatMap(([name, text]) => values.map((value) => pythonProgram(name, text, value)));
    const worlds = programs.map((one) => worldsFor(textOf(one), ['APP_ENV']));
    // None of them asks for the scheme: what HTTP shows is what HTTPS shows.
    const answers = answersOf(
      python!,
      programs.map(({ files }, i) => ({
        kind: 'whole_program',
        source: sourceOf(files),
        worlds: worlds[i]!.filter(({ https }) => !https),
      })),
    );
    const seen = answers.map((list) =>
      list.flatMap(({ value }) => Array.from({ length: 2 }, () => (value as boolean | null | undefined) ?? null)),
    );
    const result = agreement(await judgedTexts(programs, worlds, seen));
    print('python, whole programs', result);
    expect(result.programs).toBeGreaterThan(programs.length * 0.9);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.8);
  });
});

function pythonProgram(name: string, text: string, value: string): TextProgram {
  const [main, ...others] = text.split(/^=== /m);
  const fill = (part: string): string => {
    const filled = part.replaceAll(/\bS\b/g, value.includes(' ') ? `(${value})` : value);
    return filled.includes('os.') && !/^import os$/m.test(filled) ? `import os\n${filled}` : filled;
  };
  const files = others.map((one) => [one.slice(0, one.indexOf('\n')), fill(one.slice(one.indexOf('\n') + 1))] as const);
  return { title: 'whole', idiom: name, files: { 'app.py': fill(main!), ...Object.fromEntries(files) } };
}

const sourceOf = ({ 'app.py': main = '', ...others }: Readonly<Record<string, string>>): string =>
  [main, ...Object.entries(others).map(([name, text]) => `${name}\n${text}`)].join('\n=== ');
