/** Every way of Go, servlets and Ruby with several values, sent by the calls in turn: what the libraries send, against our verdict for the same files. */
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { worldsFor, type AskedWorld } from './asked-worlds.js';
import { GO } from './go-programs.js';
import { answersOfGo, hasGo } from './go-runner.js';
import { JAVA } from './java-programs.js';
import { answersOfJava, missingForJava } from './java-runner.js';
import { RUNS } from './programs.js';
import { print } from './report.js';
import { rubyLanguage } from './ruby-programs.js';
import { answersOfRuby, hasRuby } from './ruby-runner.js';
import { judgedTexts, textOf } from './text-compare.js';
import { printed, type TextLanguage, type TextProgram } from './text-programs.js';

type Answers = readonly (readonly (boolean | null)[] | undefined)[];

/** All of them in a long run, a part in the suite; the ways that are asked for by name otherwise. */
const ONLY = process.env['ORACLE_WAYS'];
const isAsked = (name: string, i: number): boolean => (ONLY === undefined ? RUNS >= 100 || i % 16 === 0 : new RegExp(ONLY).test(name));

function everyWay<Call extends { readonly name: string }>(language: TextLanguage<Call>, values: readonly string[]): readonly TextProgram[] {
  return Object.keys(language.ways)
    .filter((name, i) => isAsked(name, i))
    .flatMap((name, i) =>
      values.map((value, at) => printed(language, [name], value, language.calls[(i * values.length + at) % language.calls.length]!)),
    )
    .filter((program): program is TextProgram => program !== undefined);
}

async function compare(
  title: string,
  made: readonly TextProgram[],
  modes: readonly string[],
  answered: (files: readonly TextProgram['files'][], worlds: readonly (readonly AskedWorld[])[]) => Answers,
): Promise<void> {
  const worlds = made.map((one) => worldsFor(textOf(one), modes));
  const answers = answered(
    made.map(({ files }) => files),
    worlds,
  );
  const result = agreement(await judgedTexts(made, worlds, answers));
  print(`${title}, every way`, result);
  expect(result.programs).toBeGreaterThan(made.length * 0.9);
  expect(result.falseOn).toEqual([]);
  expect(result.right / result.programs).toBeGreaterThan(0.85);
}

describe('every way of programs', () => {
  it.skipIf(!hasGo)('is judged as net/http sends it (skipped where Go is not installed)', { timeout: 3_600_000 }, async () => {
    const values = ['true', 'false', 'os.Getenv("COOKIE_SECURE") == "true"', 'os.Getenv("APP_ENV") == "production"'];
    await compare('go', everyWay(GO, values), ['APP_ENV'], answersOfGo);
  });

  it.skipIf(missingForJava !== undefined)('is judged as Tomcat sends it', { timeout: 3_600_000 }, async () => {
    const values = ['true', 'false', '"true".equals(System.getenv("COOKIE_SECURE"))', '"production".equals(System.getenv("APP_ENV"))'];
    await compare('servlets', everyWay(JAVA, values), ['APP_ENV'], answersOfJava);
  });

  const values = ['true', 'false', 'ENV["COOKIE_SECURE"] == "true"', 'ENV["APP_ENV"] == "production"'];
  it.each([
    ['rack', ['APP_ENV'], values],
    ['sinatra', ['APP_ENV'], values],
    ['rails', ['RAILS_ENV', 'APP_ENV'], [...values.slice(0, 3), 'Rails.env.production?']],
  ] as const)('is judged as %s sends it (skipped where it is not installed)', { timeout: 3_600_000 }, async (framework, modes, written) => {
    if (!hasRuby(framework)) return;
    await compare(framework, everyWay(rubyLanguage(framework), written), modes, (files, worlds) => answersOfRuby(framework, files, worlds));
  });
});
