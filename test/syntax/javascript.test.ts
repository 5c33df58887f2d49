// The JavaScript and TypeScript front-end: what each construct lowers to, and that every range is right.
import { describe, expect, it } from 'vitest';
import type { Expression, Program } from '../../src/syntax/ir.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { walk } from '../../src/syntax/walk.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

const language = javascript;

testSnippets('literals and templates', {
  language,
  path: 'a.js',
  snippets: [
    [`x = ['a', "b\\n", \`c\`, 1, 0x1f, 12n, true, null, undefined]`, 'x = ["a", "b\\n", "c", 1, 31, 12, true, null, undefined]'],
    ['x = /a(b)/g', 'x = opaque()'],
    ['x = `a${b}c${d + 1}`', 'x = template("a", b, "c", (d + 1))'],
    ['x = `${a}${b}`', 'x = template(a, b)'],
    ['x = ``', 'x = ""'],
    ['x = `a\r\nb`', 'x = "a\\nb"'],
    ['x = html`<a>${b}</a>`', 'x = html(template("<a>", b, "</a>"))'],
    ['x = String.raw`a\\u{}`', 'x = String.raw("a\\\\u{}")'],
    ['"use strict"', '"use strict"'],
  ],
});

testSnippets('operators', {
  language,
  path: 'a.js',
  snippets: [
    ['x = a === b && c != d || (e ?? f)', 'x = (((a == b) and (c != d)) or (e nullish f))'],
    ['x = a == 1, y = b !== 2', 'opaque(x = (a == 1), y = (b != 2))'],
    ["x = 'secure' in o && o instanceof A", 'x = (("secure" in o) and (o instanceof A))'],
    ['x = #p in o', 'x = (opaque() in o)'],
    ['x = !a + -b - +c', 'x = ((not(a) + minus(b)) - plus(c))'],
    ['x = a ** b | c', 'x = ((a other b) other c)'],
    ['x = typeof a, void 0, delete b.c', 'opaque(x = typeof(a), void(0), b.c = undefined)'],
    ['x = a ? b : c', 'x = (a ? b : c)'],
    ['x++; --y', 'x += 1; y ?= 1'],
    ['a ||= b; a ??= b; a &&= b; a += b; a -= b', 'a ||= b; a ??= b; a &&= b; a += b; a ?= b'],
    ['a.b = c["d"] = e[0]', 'a.b = c["d"] = e[0]'],
  ],
});

testSnippets('calls and members', {
  language,
  path: 'a.js',
  snippets: [
    ['res.cookie(name, value, { secure: true })', 'res.cookie(name, value, {secure: true})'],
    ['a?.b?.(c)?.[d]', 'a.b(c)[d]'],
    ['(a.b)(c)', 'a.b(c)'],
    ['new Foo; new Foo(); new (foo())(1)', 'new Foo(); new Foo(); new foo()(1)'],
    ['f(...a, b)', 'f(*a, b)'],
    ['const c = require("c")', 'const c = require("c")'],
    ['import("m").then(({ default: d }) => d)', 'import("m").then(fn(<default:d>) => return d)'],
    ['import.meta.env.PROD', 'import.meta.env.PROD'],
    ['class A extends B { m() { super.m(new.target); return this.#p } }', 'class A < B { fn() { super.m(new.target); return this.#p } }'],
  ],
});

testSnippets('records and lists', {
  language,
  path: 'a.js',
  snippets: [
    ["x = { a: 1, 'b-c': 2, 3: 4, [d]: 5, ['e']: 6, ...f, g }", 'x = {a: 1, b-c: 2, 3: 4, [d]: 5, e: 6, **f, g: g}'],
    [
      'x = { m(a) { return a }, async n() {}, get o() { return 1 }, set o(v) { s(v) } }',
      'x = {m: fn(a) { return a }, n: async fn() {}, get o: fn() { return 1 }, ["set o"]: fn(v) { s(v) }}',
    ],
    ['x = [1, , ...a]', 'x = [1, undefined, *a]'],
  ],
});

testSnippets('declarations and patterns', {
  language,
  path: 'a.js',
  snippets: [
    ['const a = 1; let b; var c = 2, d', 'const a = 1; var b; var(function) c = 2; var(function) d'],
    ['const { a, b: { c = 1 }, "d-e": f, [g]: h, ...i } = j', 'const <a:a, b:<c:c = 1>, d-e:f, [g]:h, ...:i> = j'],
    ['const [a, , [b], ...c] = d', 'const <0:a, 2:<0:b>, ...:c> = d'],
    ['({ a, b = 2 } = c); [d, e.f] = g', '<a:a, b:b = 2> = c; <0:d> = g'],
    ['using a = b()', 'const a = b()'],
  ],
});

testSnippets('functions', {
  language,
  path: 'a.js',
  snippets: [
    ['function f(a, b = 1, { c }, ...d) { return a }', 'fn f(a, b = 1, <c:c>, ...d) { return a }'],
    ['async function f() { await g() }', 'async fn f() { await(g()) }'],
    ['const f = async (a) => ({ a })', 'const f = async fn(a) => return {a: a}'],
    ['const f = function g() {}', 'const f = fn g() {}'],
    ['function* f() { const x = yield g(); yield* h }', 'fn f() { const x = yield(g()); opaque(h) }'],
    ['(() => { a() })()', 'fn() { a() }()'],
  ],
});

testSnippets('statements', {
  language,
  path: 'a.js',
  snippets: [
    ['if (a) b(); else if (c) { d() } else e()', 'if (a) { b() } else { if (c) { d() } else { e() } }'],
    ['switch (a) { case 1: case "b": c(); break; default: d() }', 'switch (a) { case 1, "b": { c(); jump } default: { d() } }'],
    [
      'try { a() } catch ({ message }) { b() } finally { c() }',
      'try { a() } catch { var <message:message> = opaque(); b() } finally { c() }',
    ],
    ['try { a() } catch { b() }', 'try { a() } catch { b() }'],
    ['for (const a of b) c(a)', 'loop (a of b) { c(a) }'],
    ['for (const [k, v] of Object.entries(a)) {}', 'loop (<0:k, 1:v> of Object.entries(a)) {}'],
    ['for (k in o) f()', 'loop (k of opaque(o)) { f() }'],
    ['for (a.b of c) d()', 'loop (c) { d() }'],
    ['for (let i = 0; i < n; i++) { f(i) }', '{ var i = 0; loop (opaque((i < n), i += 1)) { f(i) } }'],
    ['for (; a; b()) c()', 'loop (opaque(a, b())) { c() }'],
    ['for (;;) { break }', 'loop () { jump }'],
    ['while (a) b(); do { c() } while (d)', 'loop (a) { b() }; loop (d) { c() }'],
    ['x: for (;;) continue x', 'loop () { jump }'],
    ['with (a) { b() }', 'a; { b() }'],
    ['throw new Error(a); debugger;;', 'throw new Error(a)'],
    ['return a', 'return a'],
  ],
});

testSnippets('classes', {
  language,
  path: 'a.js',
  snippets: [
    [
      'class A extends B.C { a = 1; static b = 2; #c; m() {} static n() {} get o() { return 1 } set o(v) {} static { p() } constructor() { super() } [q]() {} "r-s"() {} }',
      'class A < B.C { var a = 1; static var b = 2; var #c; fn() {}; static fn() {}; get fn() { return 1 }; fn(v) {}; { p() }; fn() { super() }; fn() {}; fn() {} }',
    ],
    ['x = class extends f(A) { b = c }', 'x = class  < f(A) { var b = c }'],
    ['@dec({ a: 1 }) class A { @x y; @Get("/") m() {} }', '@dec({a: 1}) class A { @x var y; @Get("/") fn() {} }'],
  ],
});

testSnippets('modules', {
  language,
  path: 'a.js',
  snippets: [
    ['import a, { b, c as d, default as e } from "m"', 'import "m" {default as a, b, c as d, default as e}'],
    ['import * as n from "m"; import "o"; import { "x-y" as z } from "p"', 'import "m" {* as n}; import "o" {}; import "p" {x-y as z}'],
    ['export const a = 1, b = 2', 'export const a = 1; export const b = 2'],
    ['export function f() {}', 'export fn f() {}'],
    ['export default { a: 1 }', 'export default {a: 1}'],
    ['export default function () { a() }', 'export default fn() { a() }'],
    ['export default function f() {}', 'export default fn f() {}'],
    ['export default class { a = 1 }', 'export default class  { var a = 1 }'],
    ['export { a, b as c, d as default }', 'export {a as a, b as c, d as default}'],
    [
      'export { a, b as c } from "m"; export * from "n"; export * as o from "p"',
      'export "m" {a as a, b as c}; export "n" {*}; export "p" {* as o}',
    ],
    ['module.exports = { a }; exports.b = 1', 'module.exports = {a: a}; exports.b = 1'],
  ],
});

testSnippets('JSX', {
  language,
  path: 'a.js',
  snippets: [
    [
      'x = <A b={c()} d="e" {...f()}>text {g(h) && <i.J k={l()} />} {/* no */}</A>',
      'x = A({b: c(), d: "e", **f()}, opaque((g(h) and i.J({k: l()}))))',
    ],
    ['x = <p title={a()}>{b()}<Q on /></p>', 'x = opaque(a(), b(), Q({on: true}))'],
    ['x = <>{a()}</>', 'x = opaque(a())'],
    ['x = <A />', 'x = A({})'],
    ['x = <A onClick={() => { document.cookie = "a=b" }} />', 'x = A({onClick: fn() { document.cookie = "a=b" }})'],
  ],
});

testSnippets('TypeScript', {
  language,
  path: 'a.ts',
  snippets: [
    ['const a: Foo<Bar> = <any>(b as X)!; let c = d satisfies E; f<string>', 'const a: Foo<Bar> = b; var c = d; f'],
    ['f<CookieOptions, X>(a)', 'f<CookieOptions, X>(a)'],
    ['const { a }: { a: B } = c', 'const <a:a>: { a: B } = c'],
    [
      'function f(this: X, res: express.Response, req?: Req, ...r: Y[]): Promise<void> {}',
      'fn f(res: express.Response, req: Req, ...r: Y[]): Promise<void> {}',
    ],
    ['function f(a: string): void; function f(a: any) {}', 'fn f(a: any) {}'],
    ['enum E { A = "a", B = 3, C, D = f(), G }', 'const E = {A: "a", B: 3, C: 4, D: f(), G: opaque()}'],
    ['const enum E { A, B }', 'const E = {A: 0, B: 1}'],
    ['namespace A.B { const c = 1 } declare module "x" { const y: number } declare global { const z: 1 }', '{ const c = 1 }'],
    ['interface A { b: c } type D = E; declare function f(): void; declare const g: H', 'const g: H'],
    [
      'import a = require("a"); import B = C.D; import type { E } from "e"; import { type F } from "f"',
      'const a = require("a"); const B = C.D; import type "e" {E}; import "f" {F}',
    ],
    ['export = a', 'export default a'],
    ['export type { A } from "a"; export { type B, c }; export type * from "d"', 'export {c as c}'],
    ['export interface A {} export default interface B {}', ''],
    [
      'class A { constructor(private readonly config: Config, @Inject(X) b: B, public c = d()) {} }',
      'class A(config: Config, c) { fn(config: Config, @Inject(X) b: B, c = d()) {} }',
    ],
    [
      'abstract class A { abstract b(): void; abstract c: D; [k: string]: any; private readonly e: F = 1; declare g: H }',
      'class A { const e: F = 1; var g: H }',
    ],
    [
      'class A { @Get() m(@Res({ passthrough: true }) res: Response, @Body() b?: X) {} }',
      'class A { @Get() fn(@Res({passthrough: true}) res: Response, @Body() b: X) {} }',
    ],
    ['export abstract class A<T> extends B<T> implements C {}', 'export class A < B {}'],
    ['a = <T,>(b: T) => b', 'a = fn(b: T) => return b'],
    ['type A = { [K in B]: C }; x as const', 'x'],
  ],
});

function lower(text: string, path = 'a.ts'): Program {
  return javascript.lower(text, path);
}

describe('ranges', () => {
  it('cuts statements, arguments and keys out of the text', () => {
    const program = lower('\uFEFF/* 😀 */ export const a = "😀";\nres.cookie("n😀", `v`, { "secure": true, http });\n// é');
    expect(slices(program, 'export')).toEqual(['export const a = "😀";']);
    expect(slices(program, 'call')).toEqual(['res.cookie("n😀", `v`, { "secure": true, http })']);
    expect(slices(program, 'property')).toEqual(['"secure": true', 'http']);
    const contents = nodesOf(program, 'literal').map(({ content }) => content && program.text.slice(content.start, content.end));
    expect(contents).toEqual(['😀', 'n😀', 'v', 'secure', undefined, 'http']);
    expect(program.comments.map(({ start, end }) => program.text.slice(start, end))).toEqual(['/* 😀 */', '// é']);
    expect(program.comments.map(({ text }) => text)).toEqual([' 😀 ', ' é']);
  });

  it.each([
    ['f(a, b)', 'a, b'],
    ['f /* ( */ ( )', ' '],
    ['(f)/*)*/(a)', 'a'],
    ['f?.(a)', 'a'],
    ['f<A<(b: c) => d>>(e)', 'e'],
    ['new (f())', ''],
    ['new (f())(a)', 'a'],
    ['f // (\n (a)', 'a'],
    ['import("a")', '"a"'],
  ])('finds the arguments of %s', (text, expected) => {
    const [call] = nodesOf(lower(text), 'call');
    expect(text.slice(call!.argsRange.start, call!.argsRange.end)).toBe(expected);
    expect(call!.parenthesised).toBe(text !== 'new (f())');
  });

  it('puts the place of missing parentheses behind the callee', () => {
    const [call] = nodesOf(lower('x = new Foo;'), 'call');
    expect(call!.argsRange).toEqual({ start: 11, end: 11 });
  });

  it.each(['a.js', 'a.ts'])('keeps the pieces of a template apart in %s', (path) => {
    const program = lower('x = `a\r\n${b}}c😀${`${d}`}`', path);
    expect(slices(program, 'literal')).toEqual(['a\r\n', '}c😀']);
  });

  it('gives names without their annotations and decorators', () => {
    const program = lower('class A { m(@B() c?: D, { e }: F = g) {} } let h: I;');
    expect(slices(program, 'name')).toEqual(['B', 'c', 'e', 'g', 'h']);
    expect(slices(program, 'pattern')).toEqual(['{ e }']);
  });

  it('begins what is decorated at its first decorator', () => {
    const program = lower('@A() export class B { @C() @D() e() {} @F() g = 1 }');
    expect(slices(program, 'export')).toEqual([program.text]);
    expect(slices(program, 'function-declaration')).toEqual(['@C() @D() e() {}']);
    expect(slices(program, 'declaration')).toEqual(['@F() g = 1']);
  });
});

describe('files', () => {
  it.each(['a.js', 'b/a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.tsx', 'a.d.ts', 'A.JS'])('reads %s', (path) => {
    expect(javascript.matches(path)).toBe(true);
  });

  it.each(['a.json', 'a.vue', 'js', 'a.js.map', 'a.ejs', 'a.cs'])('leaves %s to others', (path) => {
    expect(javascript.matches(path)).toBe(false);
  });

  it.each([
    ['a.js', '// @flow\nconst a: string = b;', 'const a: string = b'],
    ['a.ts', 'x = <A>b</A>', 'x = A({})'],
    ['a.tsx', 'x = <any>b; y = <T>(c) => c', 'x = b; y = fn(c) => return c'],
    ['a.cjs', 'with (a) {} return await b', 'a; {}; return await(b)'],
    ['a.js', '#!/usr/bin/env node\nimport a from "a"; await a; let await2 = 010', 'import "a" {default as a}; await(a); var await2 = 8'],
    ['a.js', '<!-- a\nb()', 'b()'],
    ['a.d.ts', 'declare namespace a { const b: C }', ''],
    ['a.js', '', ''],
  ])('reads %s: %s', (path, text, expected) => {
    const program = lower(text, path);
    expect(compact(program)).toBe(expected);
    expect(program.problems).toEqual([]);
  });
});

describe('broken files', () => {
  it.each([
    ['a();\n<<<<<<< HEAD\nb();\n=======\nc();\n>>>>>>> x\nd()', 'a(); b(); c(); d()', ['<<<<<<< HEAD', '=======', '>>>>>>> x']],
    ['a();\nlet b = ;\nc()', 'a(); c()', ['let b = ;']],
    [
      'a();\nfunction b() {\n  if (c) {\n    d(;\n  e(\n}\nf({ g: 1 });\n',
      'a(); f({g: 1})',
      ['function b() {\n  if (c) {\n    d(;\n  e(\n}\n'],
    ],
    ['a();\nb("c\nd()', 'a(); d()', ['b("c']],
    ['a();\n/* b', 'a()', ['/* b']],
  ])('reads on: %s', (text, expected, unread) => {
    const program = lower(text, 'a.js');
    expect(compact(program)).toBe(expected);
    expect(program.problems.map(({ start, end }) => text.slice(start, end))).toEqual(unread);
    expect(violations(program)).toEqual([]);
  });

  it.each(['\0', '}', '{', '"', '`${', '<a', '\uD800', '@', '#', '...', 'class', 'import {'])('survives %j', (text) => {
    const program = lower(text, 'a.tsx');
    expect(program.body).toEqual([]);
    expect(program.problems).not.toEqual([]);
  });
});

describe('deep code', () => {
  const depth = 20_000;
  it.each([
    ['conditionals', 'a?b:'.repeat(depth) + 'c'],
    ['assignments', 'a='.repeat(depth) + 'c'],
    ['arrows', 'a=>'.repeat(depth) + 'c'],
    ['negations', '!'.repeat(depth) + 'c'],
    ['constructions', 'new '.repeat(depth) + 'c'],
    ['loops', 'for(;;)'.repeat(depth) + 'c()'],
    ['ifs', 'if(a)'.repeat(depth) + 'c()'],
    ['labels', 'x:'.repeat(depth) + 'c()'],
    ['elements', '<a>'.repeat(depth) + '</a>'.repeat(depth)],
    ['signs', `x=${'+ '.repeat(60_000)}c`],
    ['templates behind one another', `a${'``'.repeat(60_000)}`],
    ['else-ifs', `if(a){b;}${'else if(a){b;}'.repeat(depth)}`],
  ])('does not hand %s to the parser', (_, text) => {
    const program = lower(`before();\n${text}\n;after()`, 'a.js');
    expect(compact(program)).toBe('before(); after()');
    expect(program.problems).not.toEqual([]);
  });

  it.each([
    ['brackets', '['.repeat(depth) + ']'.repeat(depth)],
    ['callbacks', 'f(function(){'.repeat(depth) + '})'.repeat(depth)],
  ])('hands only the outer %s to the parser', (_, text) => {
    const program = lower(`before();\n${text}\n;after()`, 'a.js');
    expect(compact(program)).toMatch(/^before\(\); [^]*; after\(\)$/);
    expect(program.problems.length).toBeGreaterThan(0);
    for (const { message } of program.problems) expect(message).toMatch(/^nested too deeply to be read/i);
  });

  it('is not misled by brackets in strings and comments', () => {
    const program = lower(`a("${'('.repeat(3_000)}"); // ${'['.repeat(3_000)}\nb()`);
    expect(slices(program, 'call')).toHaveLength(2);
    expect(program.problems).toEqual([]);
  });

  it('keeps the operands of a long concatenation', () => {
    const [assignment] = nodesOf(lower(`x = a${' + f("b")'.repeat(2_000)}`), 'assignment');
    expect(assignment!.value.kind).toBe('opaque');
    expect((assignment!.value as Extract<Expression, { kind: 'opaque' }>).children).toHaveLength(2_001);
  });

  it('cuts a very long chain of calls, and says so', () => {
    const program = lower(`a${'.b()'.repeat(2_000)}; c()`);
    expect(program.problems).toHaveLength(1);
    expect(slices(program, 'name')).toEqual(['c']);
  });
});

describe('walk', () => {
  it('leaves out the children of what is refused, and knows parents', () => {
    const [statement] = lower('a(b => c(), d)').body;
    const seen: string[] = [];
    walk(statement!, (node, parent) => {
      const kind = (other: typeof node | undefined): string => (other === undefined ? '-' : 'kind' in other ? other.kind : 'argument');
      seen.push(`${kind(parent)}>${kind(node)}`);
      return !('kind' in node && node.kind === 'function');
    });
    expect(seen).toEqual([
      '->expression',
      'expression>call',
      'call>name',
      'call>argument',
      'argument>function',
      'call>argument',
      'argument>name',
    ]);
  });
});
