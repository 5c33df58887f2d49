/** A repository can hold any text, of any length: no regular expression of the program takes longer than in proportion to it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegExpLiteral, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSeeds } from '../fuzz/seeds.js';
import { attacksOn } from './regex-attacks.js';
import { MOST_STEPS, stepsOf } from './regex-steps.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Asked of paths alone, whose parts have 255 bytes at most and which have 4,096. */
const OF_PATHS = [
  'rules/config/applications.ts',
  'src/engine/account/account.ts',
  'src/engine/file-kinds.ts',
  'src/project/django-projects.ts',
  'src/project/flask-sources.ts',
  'src/project/aspnet-settings.ts',
  'src/project/deployment/environment-files.ts',
];
/** Written for paths: their parts, and what they begin with. */
const PATH = /\[\^\/\]|\(\?:\^\|\\\/\)/;
/** Asked of 200 characters before an edit; of a message of V8, which shows ten characters of a text. */
const OF_SHORT_TEXTS = [
  String.raw`/(?:\$\{|(?:env|get\w*|fetch)\()[^(){}\n]*$/i`,
  String.raw`/,? (?:\.\.\.)?"[\s\S]*" is not valid JSON$/`,
];

/** The regular expressions that a file holds, each once. */
function expressionsIn(file: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest));
  return [...found].filter((one) => !OF_SHORT_TEXTS.includes(one) && !(OF_PATHS.includes(file) && PATH.test(one)));
}

/** How the steps may grow where the text has twice the length. */
const MOST_GROWTH = 2.6;
/** Steps for each character: an expression that goes through the rest of a short text at every character takes more. */
const FEW = 30;
const SHORT = 120;

/** What may be repeated so often, and no oftener, shows what it costs in texts that are longer. */
function longestBound(literal: AST.RegExpLiteral): number {
  let longest = 0;
  visitRegExpAST(literal, { onQuantifierEnter: ({ max }) => void (longest = max === Infinity ? longest : Math.max(longest, max)) });
  return longest;
}

/** Whether what an expression takes grows faster than the text; of those that are cheap for a short one it is not asked. */
const grows = (literal: AST.RegExpLiteral, small: string, large: string): boolean => {
  const steps = stepsOf(literal, large);
  return steps > large.length * FEW && (steps >= MOST_STEPS || steps > MOST_GROWTH * stepsOf(literal, small));
};

/** The text that an expression takes too long for; undefined where there is none. */
function costlyFor(expression: string): string | undefined {
  const literal = parseRegExpLiteral(expression);
  const [small, large] = [attacksOn(literal, SHORT), attacksOn(literal, SHORT * 2)];
  const suspect = small.findIndex((text, index) => grows(literal, text, large[index] ?? ''));
  if (suspect < 0) return undefined;
  const bound = longestBound(literal);
  if (bound < SHORT / 4) return small[suspect];
  const longer = (factor: number): string => attacksOn(literal, bound * factor)[suspect] ?? '';
  return grows(literal, longer(5), longer(10)) ? small[suspect] : undefined;
}

describe.each(['src', 'rules'])('%s', (folder) => {
  it('no regular expression backtracks through the whole text again and again', () => {
    const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const costly = files.flatMap((name) =>
      expressionsIn(`${folder}/${name.split(path.sep).join('/')}`).flatMap((expression) => {
        const attack = costlyFor(expression);
        return attack === undefined ? [] : [`${folder}/${name}: ${expression}: ${JSON.stringify(attack.slice(0, 40))}`];
      }),
    );
    expect(costly).toEqual([]);
  }, 120_000);
});

describe('expressions that are put together while files are read', () => {
  const made = new Set<string>();
  const Original = RegExp;

  beforeAll(() => {
    globalThis.RegExp = new Proxy(Original, {
      construct(target, args: [string | RegExp, string?], self) {
        const found = Reflect.construct(target, args, self) as RegExp;
        if (typeof args[0] === 'string') made.add(`/${found.source}/${found.flags}`);
        return found;
      },
    });
  });
  afterAll(() => {
    globalThis.RegExp = Original;
  });

  it('backtrack as little', async () => {
    const { scan } = await import('../../src/engine/scan.js');
    const { defaultConfig } = await import('../../src/engine/config/config.js');
    const seeds = await allSeeds();
    for (const files of seeds.filter((_, index) => index % 40 === 0))
      await scan({ root: '/repository', alone: true, texts: new Map(Object.entries(files)), config: defaultConfig, pedantic: true });
    globalThis.RegExp = Original;
    expect(made.size).toBeGreaterThan(50);
    // What is read as a list of words is as long as the list, and finds what it finds at one place.
    expect([...made].filter((one) => /[*+{]/.test(one) && !PATH.test(one)).filter((one) => costlyFor(one) !== undefined)).toEqual([]);
  }, 120_000);
});

it('tells an expression that does from one that does not', () => {
  expect(costlyFor(String.raw`/\s+$/`)).toBeDefined();
  expect(costlyFor(String.raw`/(?<!\s)\s+$/`)).toBeUndefined();
  expect(costlyFor(String.raw`/(?<=\{\s*\w+)\s*:/`)).toBeDefined();
  expect(costlyFor(String.raw`/^\s*name/m`)).toBeDefined();
  expect(costlyFor(String.raw`/^[^\S\n]*name/m`)).toBeDefined();
  expect(costlyFor(String.raw`/^[ \t]*name/m`)).toBeUndefined();
  expect(costlyFor(String.raw`/(?:a|a)*b/`)).toBeDefined();
});
