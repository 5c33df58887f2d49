// One source lowers to the same IR through every parser that ESLint users have, and every tree of random code keeps the invariants.
import * as typescriptParser from '@typescript-eslint/parser';
import fc from 'fast-check';
import * as espree from 'espree';
import * as vueParser from 'vue-eslint-parser';
import { describe, expect, it } from 'vitest';
import type { Node, Program } from '../../src/syntax/ir.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { lowerEstree, type EstreeNode } from '../../src/syntax/javascript/lower.js';
import { childrenOf, walk } from '../../src/syntax/walk.js';
import { violations } from './invariants.js';

const OPTIONS = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  range: true,
  loc: true,
  comment: true,
  tokens: true,
  ecmaFeatures: { jsx: true },
} as const;

function lowerWith(parser: { parse: (text: string, options: never) => unknown }, text: string, path: string): Program {
  return lowerEstree(parser.parse(text, OPTIONS as never) as EstreeNode, text, path);
}

const JAVASCRIPT = [
  `import a, { b as c } from 'm'; import * as n from "n"; import 'o';`,
  'export const d = 1, e = 2; export { d as f }; export * as g from "g"; export default class extends H {}',
  'const { i, j: [k = 1, , ...l], "m-n": o, [p]: q, ...r } = s ?? ((t || u) && !v);',
  'res?.cookie?.(`a${b}c\r\n${`d${e}`}`, "f", { g, "h": 1, i() {}, get j() { return 2 }, set j(v) {}, async *k() {}, [l]: m, ...n });',
  'x = (a, b), c = (d) ? (e) : (f); x ||= y; [z.a, z] = w; ({ z = 1 } = w);',
  'class A extends (B) { #a = 1; static b; static { c() } constructor() { super(...d) } get e() { return this.#a } static async f() { await g } }',
  'for (let i = 0, j; i < 1; i += 2) a(i); for (const [k] of l) { m() } for (n in o); while (p) { break } do q(); while (r)',
  'try { a() } catch ({ b }) { c() } finally { d() } switch (e) { case f: g(); break; default: }',
  'async function* f(a = 1, { b }, ...c) { yield* g; for await (const h of i) j: for (;;) continue j; }',
  'html`a${b}c`; x = 12n + 0x10 - .5; y = /a(b)/giu; z = typeof void delete q.r; import.meta.env; import("s"); function s() { new.target }',
  'const K = <A b={c()} {...d} e="f">g {h(1)} <i.j /> {/* k */}</A>; const L = <></>;',
  '/* a */ b() // c\n/** d */',
  'new Foo; new (bar())(1); new Foo.Bar(...a); (f)(1); f /* ( */ (2)',
  "'use strict'; if (a) b(); else if (c) { d() } else e();",
].map((text) => [text] as const);

const TYPESCRIPT = [
  'const a: Foo<Bar> = (b as any)!; let { c }: D = e satisfies F; let g = <H>i;',
  'class A<T> extends B<T> implements C { constructor(private readonly a: D, public b = 1, @Inject() c?: E) { super() } @F() g(@Res() h: express.Response, @Body() ...i: J[]): K { } abstract l; declare m: N; private o?: P = q }',
  '@A({ b: 1 }) export class C { @D() @E() f = 1; @G() accessor h = 2; @I() static j(): void {} }',
  '@A() class C {} export default @B() class D {}',
  'enum E { A = "a", B, C = 1, D, "e-f" } declare enum F { G } const enum H { I }',
  'namespace A.B { export const c = 1 } namespace D { e() } declare module "f" { const g: h }',
  'import a = require("a"); import b = C.D; import type { E } from "e"; import { type F, g } from "f"; export = a',
  'function f(this: A, b?: C): asserts b is D; function f(b) { return g<H, I<J>>(b) }',
  'interface A { b(): C } type D = { [K in E]?: F }; declare const g: H; declare function i(): J; abstract class L { abstract m(): N }',
  'const f = async <T,>(a: T, { b }: C = {}): Promise<D> => ({ a, b }); new Map<string, E>([[f, 1]]); tag<G>`h${i}`',
  'let a: typeof import("b"); x = y!; z?.[a]!.b; for (const c of d as E[]) {}',
  'const a = (b as C)(d); (e as F).g = 1; (h!) = i;',
].map((text) => [text] as const);

describe('the same IR through every parser', () => {
  it.each(JAVASCRIPT)('%s', (text) => {
    const expected = javascript.lower(text, 'a.js');
    expect(expected.problems).toEqual([]);
    expect(violations(expected)).toEqual([]);
    expect(lowerWith(espree, text, 'a.js')).toEqual(expected);
    expect(lowerWith(typescriptParser, text, 'a.js')).toEqual(expected);
    expect(javascript.lower(text, 'a.tsx')).toEqual({ ...expected, path: 'a.tsx' });
  });

  it.each(TYPESCRIPT)('%s', (text) => {
    const expected = javascript.lower(text, 'a.ts');
    expect(expected.problems).toEqual([]);
    expect(violations(expected)).toEqual([]);
    const { ast } = typescriptParser.parseForESLint(text, { ...OPTIONS, ecmaFeatures: { jsx: false }, filePath: 'a.ts' });
    expect(lowerEstree(ast as EstreeNode, text, 'a.ts')).toEqual(expected);
  });

  it('reads the script of a component as vue-eslint-parser gives it', () => {
    const text = '<template><a :b="c"/></template>\n<script>\nexport default { d: `e${f}`, g() {} } // h\n</script>\n';
    const { ast } = vueParser.parseForESLint(text, { ...OPTIONS, filePath: 'a.vue' });
    const program = lowerEstree(ast, text, 'a.vue');
    expect(violations(program)).toEqual([]);
    expect(program.body.map(({ start, end }) => text.slice(start, end))).toEqual(['export default { d: `e${f}`, g() {} }']);
  });

  it('takes the comments that hang on the tree', () => {
    expect(lowerWith(espree, '/* a */ b // c', 'a.js').comments).toEqual([
      { start: 0, end: 7, text: ' a ' },
      { start: 10, end: 14, text: ' c' },
    ]);
  });
});

const expressions = fc.letrec<{ expression: string; statement: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('a', 'this', '1', '"b😀"', '`c`', '/d/', 'null', 'undefined', 'e.f', 'new G', 'import.meta'),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `f(${a}, ...${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a})?.[${b}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `({ a: ${a}, [${b}]: 1, ...${a}, b, c() {}, get d() { return ${b} } })`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, , ${b}]`),
    fc
      .tuple(tie('expression'), tie('expression'), fc.constantFrom('+', '===', '&&', '??', '||', 'in', '**'))
      .map(([a, b, o]) => `((${a}) ${o} (${b}))`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `((${a}) ? ${b} : ${a})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `\`x\${${a}}y😀\${${b}}\``),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `(async (p: T = ${a}, { q, ...r }: U) => { ${s} })`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([a, b]) => `new (class extends f(${a}) { @d(${b}) e = ${a}; static { ${b} } m(o?: P) {} })`),
    tie('expression').map((a) => `(<A b={${a}} {...${a}}>c {${a}}</A>)`),
    tie('expression').map((a) => `(x.y = ${a} as any)!`),
    tie('expression').map((a) => `(a, ${a})`),
  ),
  statement: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('expression').map((a) => `void ${a};`),
    tie('expression').map((a) => `const { a, b: [c = ${a}] }: T = ${a}, d = ${a};`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `if (${a}) { ${s} } else { ${s} }`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `for (let i = ${a}; ${a}; i = ${a}) { ${s} }`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `do { ${s} } while (${a});`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `switch (${a}) { case ${a}: ${s} default: }`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `try { ${s} } catch (e) { ${s} } finally { void ${a} }`),
    fc.tuple(tie('expression'), tie('statement')).map(([a, s]) => `{ function f(this: X, a = ${a}) { ${s} return ${a} } }`),
    tie('expression').map((a) => `{ enum E { A = ${a}, B } }`),
    fc
      .tuple(tie('expression'), tie('statement'))
      .map(([a, s]) => `{ @d(${a}) class C { constructor(private x: T = ${a}, @n(${a}) o?: P) { ${s} } } }`),
  ),
}));

describe('random code', { timeout: 30_000 }, () => {
  const source = fc.array(expressions.statement, { minLength: 1, maxLength: 4 }).map((statements) => `// 😀\n${statements.join('\n')}`);

  it('keeps every node inside its parent, and children in order and apart', () => {
    fc.assert(
      fc.property(source, (text) => {
        const program = javascript.lower(text, 'a.tsx');
        expect(program.problems).toEqual([]);
        expect(violations(program)).toEqual([]);
        expect(overlaps(program)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('lowers to the same through the parser of typescript-eslint', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(lowerWith(typescriptParser, text, 'a.tsx')).toEqual(javascript.lower(text, 'a.tsx'));
      }),
      { numRuns: 25 },
    );
  });

  it('never throws, whatever is cut out of the code', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(60), (text, at, length) => {
        const characters = [...text];
        characters.splice(at % characters.length, length);
        const program = javascript.lower(characters.join(''), 'a.tsx');
        expect(violations(program)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Siblings that share text. The key and value of `{ a }` may, and the constructor parameters that are also fields. */
function overlaps(program: Program): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('kind' in node && (node.kind === 'class-declaration' || (node.kind === 'property' && node.shorthand))) return;
    let end = node.start;
    for (const child of childrenOf(node)) {
      if (child.start < end) found.push(program.text.slice(child.start, child.end));
      end = child.end;
    }
  };
  for (const statement of program.body) walk(statement, visit);
  return found;
}
