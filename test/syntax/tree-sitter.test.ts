// The tree-sitter infrastructure: plain trees, offsets, detached nodes, errors, and the lowering toolkit.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Expression, Language, Statement } from '../../src/syntax/ir.js';
import { defineTreeSitterLanguage, withoutDelimiters } from '../../src/syntax/tree-sitter/grammar.js';
import {
  expressionDispatcher,
  literalOf,
  LoweringContext,
  nameOf,
  numberLiteral,
  opaqueOf,
  parallelPairs,
  stringLiteral,
  unescape,
  withImplicitReturn,
} from '../../src/syntax/tree-sitter/lowering.js';
import { Node } from '../../src/syntax/tree-sitter/node.js';
import { listPattern } from '../../src/syntax/tree-sitter/shapes.js';
import { joined, templateOf, withoutIndentation } from '../../src/syntax/tree-sitter/templates.js';

/** What the last file of `probe` looked like. */
let seen: { root: Node; context: LoweringContext };

const probe: Language = defineTreeSitterLanguage({
  id: 'python',
  wasm: 'tree-sitter-python.wasm',
  matches: () => true,
  detached: ['pass_statement'],
  prepare: (text) => text.replaceAll('?', ' '),
  lower(root, context) {
    seen = { root, context };
    return { body: [], namespace: 'n' };
  },
});

beforeAll(() => probe.load?.());

function every(node: Node): Node[] {
  return [node, ...node.children.flatMap(every)];
}

describe('trees', () => {
  test('offsets are UTF-16 code units, after a BOM and astral characters too', () => {
    const text = '\uFEFFx = "😀é"\r\ny = x\r\n';
    probe.lower(text, 'a');
    const named = every(seen.root).filter((node) => node.isNamed && node.children.length === 0);
    expect(named.map((node) => [node.text, text.slice(node.start, node.end)])).toEqual(
      ['x', '"', '😀é', '"', 'y', 'x'].map((piece) => [piece, piece]),
    );
  });

  test('nodes know their field, their tokens and their children by type', () => {
    probe.lower('a = not b\n', 'a');
    const assignment = seen.root.named[0]?.named[0];
    expect(assignment?.type).toBe('assignment');
    expect(assignment?.child('left')?.text).toBe('a');
    expect(assignment?.child('right')?.has('not')).toBe(true);
    expect(assignment?.find('=')?.isNamed).toBe(false);
    expect(assignment?.all('left').map((node) => node.text)).toEqual(['a']);
    expect(assignment?.children.map((node) => node.text)).toEqual(['a', '=', 'not b']);
    expect(assignment?.named.map((node) => node.text)).toEqual(['a', 'not b']);
  });

  test('comments and detached nodes are not in the tree', () => {
    const program = probe.lower('f(a, # one\n  b)\npass # two\n', 'a');
    expect(program.comments).toEqual([
      { start: 5, end: 10, text: ' one' },
      { start: 21, end: 26, text: ' two' },
    ]);
    expect(seen.context.detached.map((node) => node.text)).toEqual(['pass']);
    expect(every(seen.root).some((node) => node.type === 'comment' || node.type === 'pass_statement')).toBe(false);
  });

  test('errors become problems, the outermost only', () => {
    const program = probe.lower('x = = 1\n', 'a');
    expect(program.problems).toEqual([{ start: 4, end: 5, message: 'could not be read' }]);
    expect(probe.lower('if x:\n  f(\n', 'a').problems.length).toBe(1);
    expect(probe.lower('x = 1\n', 'a').problems).toEqual([]);
  });

  test('a grammar may be given a prepared text; the tree keeps the original', () => {
    const program = probe.lower('?x? = "a?"\n', 'a');
    expect(program.problems).toEqual([]);
    expect(program.text).toBe('?x? = "a?"\n');
    expect(every(seen.root).find((node) => node.type === 'string')?.text).toBe('"a?"');
  });

  test('a tree of a hundred thousand levels is copied without recursion', () => {
    expect(() => probe.lower(`x = ${'('.repeat(100_000)}`, 'a')).not.toThrow();
  });

  test('the program carries path, language and namespace', () => {
    expect(probe.lower('', 'a/b.py')).toMatchObject({ path: 'a/b.py', language: 'python', namespace: 'n', text: '' });
  });
});

describe('loading', () => {
  test('lowering before loading is a mistake of the caller', () => {
    const unloaded = defineTreeSitterLanguage({
      id: 'ruby',
      wasm: 'tree-sitter-ruby.wasm',
      matches: () => true,
      lower: () => ({ body: [] }),
    });
    expect(() => unloaded.lower('', 'a')).toThrow(/load\(\) of the ruby front-end/);
  });

  test('a grammar that is not there is named', async () => {
    const missing = defineTreeSitterLanguage({
      id: 'ruby',
      wasm: 'tree-sitter-nothing.wasm',
      matches: () => true,
      lower: () => ({ body: [] }),
    });
    await expect(missing.load?.()).rejects.toThrow(/tree-sitter-nothing\.wasm/);
  });

  test('loading again gives the same promise', () => {
    expect(probe.load?.()).toBe(probe.load?.());
  });
});

const at = (start: number, end: number): { start: number; end: number } => ({ start, end });

describe('lowering toolkit', () => {
  const leaf = (source: string, type: string, start = 0, end = source.length): Node =>
    new Node(source, type, undefined, true, false, start, end);

  test.each([
    [String.raw`a\nb\t\\`, 'a\nb\t\\'],
    [String.raw`\x41\u0042\u{1F600}\U0001F600`, 'AB😀😀'],
    [String.raw`\101\0`, 'A\0'],
    ['a\\\nb\\\r\nc', 'abc'],
    [String.raw`\d\.`, String.raw`\d\.`],
    [String.raw`\u{110000}`, String.raw`\u{110000}`],
    ['plain', 'plain'],
  ])('unescape(%j)', (text, value) => {
    expect(unescape(text)).toBe(value);
  });

  test.each([
    ['1_000', 1000],
    ['0xFF', 255],
    ['0b11', 3],
    ['0o17', 15],
    ['1.5e3', 1500],
    ['.5', 0.5],
    ['10L', 10],
    ['1.0f', 1],
  ])('number %s', (text, value) => {
    expect(numberLiteral(leaf(text, 'integer'))).toEqual(literalOf(at(0, text.length), value));
  });

  test('a dispatcher makes what it does not know opaque, and keeps what is inside', () => {
    const lower = expressionDispatcher({ name: (node) => nameOf(node) });
    const source = 'a+b';
    const inner = new Node(source, 'other', undefined, true, false, 0, 3);
    inner.children.push(leaf(source, 'name', 0, 1), leaf(source, 'unknown', 1, 2), leaf(source, 'name', 2, 3));
    const outer = new Node(source, 'outer', undefined, true, false, 0, 3);
    outer.children.push(inner);
    const lowered = lower(outer, new LoweringContext(source));
    expect(lowered).toEqual({
      kind: 'opaque',
      start: 0,
      end: 3,
      children: [nameOf(leaf(source, 'name', 0, 1)), nameOf(leaf(source, 'name', 2, 3))],
    });
  });

  test('what the parser made up is nothing', () => {
    const lower = expressionDispatcher({ name: (node) => nameOf(node) });
    expect(lower(new Node('', 'name', undefined, true, true, 0, 0), new LoweringContext(''))).toEqual(opaqueOf(at(0, 0), []));
  });

  test('the receiver is put back after a failure', () => {
    const context = new LoweringContext('');
    expect(() =>
      context.withReceiver('self', () => {
        throw new Error(context.receiver);
      }),
    ).toThrow('self');
    expect(context.receiver).toBeUndefined();
  });

  test('the last statement becomes the value, in branches too', () => {
    const value: Expression = { kind: 'name', ...at(0, 1), name: 'a' };
    const statement: Statement = { kind: 'expression', ...at(0, 1), expression: value };
    const block = { kind: 'block' as const, ...at(0, 1), body: [statement] };
    const returned = { kind: 'return', ...at(0, 1), value };
    expect(withImplicitReturn([statement, statement])).toEqual([statement, returned]);
    const [decision] = withImplicitReturn([{ kind: 'if', ...at(0, 1), test: value, consequent: block, alternate: block }]);
    expect(decision).toMatchObject({ consequent: { body: [returned] }, alternate: { body: [returned] } });
    const loop: Statement = { kind: 'loop', ...at(0, 1), body: block };
    expect(withImplicitReturn([loop])).toEqual([loop]);
    expect(withImplicitReturn([])).toEqual([]);
  });

  test('parallel assignments are paired only when patterns cannot say them', () => {
    const [a, b, splat] = [leaf('a', 'name'), leaf('b', 'member'), leaf('*c', 'splat')];
    const isVariable = (node: Node): boolean => node.type === 'name';
    expect(parallelPairs([a, b], [b, a], isVariable)).toEqual([
      [a, b],
      [b, a],
    ]);
    expect(parallelPairs([a, a], [b, b], isVariable)).toBeUndefined();
    expect(parallelPairs([a, b], [a], isVariable)).toBeUndefined();
    expect(parallelPairs([a, b], [a, splat], isVariable)).toBeUndefined();
  });

  test('a list pattern keeps positions and names the rest', () => {
    const source = 'a.b,c';
    const list = new Node(source, 'list', undefined, true, false, 0, 5);
    const rest = new Node(source, 'rest', undefined, true, false, 4, 5);
    rest.children.push(leaf(source, 'name', 4, 5));
    list.children.push(leaf(source, 'member', 0, 3), rest);
    const pattern = listPattern(list, 'rest', (item) => (item.type === 'name' ? nameOf(item) : undefined));
    expect(pattern.elements).toEqual([{ start: 4, end: 5, key: '...', target: nameOf(leaf(source, 'name', 4, 5)) }]);
  });
});

describe('templates', () => {
  const source = '"a{b}{c}d"';
  const parts = {
    range: at(0, 10),
    content: at(1, 9),
    source,
    value: (text: string) => text.toUpperCase(),
    hole: (hole: { start: number; end: number }) => literalOf(hole, 1),
  };

  test('text between holes, without empty pieces', () => {
    expect(templateOf({ ...parts, holes: [at(2, 5), at(5, 8)] })).toEqual({
      kind: 'template',
      ...at(0, 10),
      parts: [
        stringLiteral(at(1, 2), 'A', at(1, 2)),
        literalOf(at(2, 5), 1),
        literalOf(at(5, 8), 1),
        stringLiteral(at(8, 9), 'D', at(8, 9)),
      ],
    });
  });

  test('no holes make a literal', () => {
    expect(templateOf({ ...parts, holes: [] })).toEqual(stringLiteral(at(0, 10), 'A{B}{C}D', at(1, 9)));
  });

  test('joined strings are flat', () => {
    const a = stringLiteral(at(0, 3), 'a', at(1, 2));
    const b = stringLiteral(at(4, 7), 'b', at(5, 6));
    expect(joined(at(0, 7), [a, { kind: 'template', ...at(4, 7), parts: [b] }])).toEqual({ kind: 'template', ...at(0, 7), parts: [a, b] });
  });

  test('indentation goes from the beginning of lines only', () => {
    expect(withoutIndentation('  a\n    b\nc', 2, true)).toBe('a\n  b\nc');
    expect(withoutIndentation('  a\n  b', 2, false)).toBe('  a\nb');
  });
});

test.each([
  ['# a', ' a'],
  ['## a', ' a'],
  ['// a', ' a'],
  ['/// a', ' a'],
  ['/* a */', ' a '],
  ['/** a */', ' a '],
])('comment %j', (comment, text) => {
  expect(withoutDelimiters(comment)).toBe(text);
});
