/** Code that is nested beyond all measure, in every language: the rest of the file is read, and what is deeper is named. */
import { beforeAll, describe, expect, it } from 'vitest';
import { languagesByName } from '../../src/engine/languages.js';
import type { Language, Node, Program } from '../../src/syntax/ir.js';
import { indexOf } from '../../src/values/program-index.js';

const language = (file: string): Language => languagesByName(file)[0]!;

interface Shape {
  readonly before: string;
  readonly after: string;
  /** A level of blocks, around what is inside. */
  readonly open: string;
  readonly close: string;
}

/** `first()` stands before what is deep, `last()` behind it, where the code goes on as it began. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'a.js': { before: 'first();\n', open: 'if (a) {\n', close: '}\n', after: 'last();\n' },
  'a.ts': { before: 'first();\n', open: '{\n', close: '}\n', after: 'last();\n' },
  'a.py': { before: 'first()\n', open: '', close: '', after: 'last()\n' },
  'a.rb': { before: 'first()\n', open: 'if a\n', close: 'end\n', after: 'last()\n' },
  'a.php': { before: '<?php\nfirst();\n', open: 'if ($a) {\n', close: '}\n', after: 'last();\n' },
  'A.java': { before: 'class A { void f() {\nfirst();\n', open: '{\n', close: '}\n', after: 'last();\n}}\n' },
  'a.kt': { before: 'fun f() {\nfirst()\n', open: 'if (a) {\n', close: '}\n', after: 'last()\n}\n' },
  'a.scala': { before: 'object A { def f = {\nfirst()\n', open: 'if (a) {\n', close: '}\n', after: 'last()\n}}\n' },
  'a.cs': { before: 'class A { void F() {\nfirst();\n', open: '{\n', close: '}\n', after: 'last();\n}}\n' },
  'a.go': { before: 'package main\nfunc f() {\nfirst()\n', open: '{\n', close: '}\n', after: 'last()\n}\n' },
  'a.rs': { before: 'fn f() {\nfirst();\n', open: '{\n', close: '}\n', after: 'last();\n}\n' },
};

const called = (program: Program): string[] =>
  indexOf(program).calls.flatMap(({ callee }) => (callee.kind === 'name' ? [callee.name] : []));

function depthOf(node: Node): number {
  let deepest = 0;
  const open: [unknown, number][] = [[node, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, depth] = next;
    deepest = Math.max(deepest, depth);
    if (typeof at === 'object' && at !== null) for (const inner of Object.values(at)) open.push([inner, depth + 1]);
  }
  return deepest;
}

beforeAll(async () => {
  for (const file of Object.keys(SHAPES)) await language(file).load?.();
});

describe.each(Object.entries(SHAPES))('%s', (file, { before, open, close, after }) => {
  const deep = (levels: number): string => {
    if (file === 'a.py')
      return Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}if a:\n`).join('') + `${' '.repeat(levels)}deep()\n`;
    return `${open.repeat(levels)}${levels > 0 && file.endsWith('.py') ? '' : `deep()${/;\n$/.test(before) ? ';' : ''}\n`}${close.repeat(levels)}`;
  };

  it('blocks of 100 levels are read', () => {
    const program = language(file).lower(before + deep(100) + after, file);
    expect(program.problems).toEqual([]);
    expect(called(program)).toEqual(['first', 'deep', 'last']);
  });

  it.each([700, 1_500])('of blocks of %i levels the outer ones are', (levels) => {
    const text = before + deep(levels) + after;
    const program = language(file).lower(text, file);
    expect(called(program).filter((name) => name !== 'deep')).toEqual(['first', 'last']);
    if (called(program).includes('deep')) return;
    const at = text.indexOf('deep()');
    expect(program.problems.some(({ start, end }) => start <= at && at < end)).toBe(true);
  });

  it.each([
    ['parentheses', (n: number) => `${'('.repeat(n)}1${')'.repeat(n)}`],
    ['calls', (n: number) => `${'f('.repeat(n)}1${')'.repeat(n)}`],
    ['lists', (n: number) => `${'['.repeat(n)}1${']'.repeat(n)}`],
    ['negations', (n: number) => `${'!'.repeat(n)}a`],
    ['plus signs before one another', (n: number) => `${'+ '.repeat(n)}1`],
    ['terms', (n: number) => `1${' + 1'.repeat(n)}`],
    ['brackets that are never closed', (n: number) => '('.repeat(n)],
  ])('%s without end end nothing', (_what, make) => {
    const program = language(file).lower(`${before}g(${make(1_500)});\n${after}`, file);
    expect(depthOf(program.body as unknown as Node)).toBeLessThan(20_000);
    expect(program.problems.length > 0 || called(program).includes('last')).toBe(true);
  });
});
