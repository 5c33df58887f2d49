// The C# front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { csharp } from '../../src/syntax/csharp/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('C# files', {
  language: csharp,
  path: 'A.cs',
  snippets: [
    ['using A.B;', 'import "A.B" {*}'],
    ['using static A.B.C;', 'import "A.B.C" {*}'],
    ['using X = A.B.C;', 'import "A.B" {C as X}'],
    ['var app = b.Build(); app.UseCookiePolicy();', 'var app = b.Build(); app.UseCookiePolicy()'],
    ['namespace A.B { class C : D<E>, F.G { } }', 'class C < D, F.G {}'],
    ['class C(IConf conf, int z = 1) : B(conf) { }', 'class C(conf: IConf, z: int = 1) < B {}'],
    ['record R(string A, bool Secure = false);', 'class R(A: string, Secure: bool = false) {}'],
    ['enum E { A = 1, B }', 'class E { static const A; static const B }'],
    ['[ApiController, Route("x", Name = "y")] class C { }', '@ApiController() @Route("x", Name="y") class C {}'],
    ['class C { private readonly bool _s = true, b; }', 'class C { const _s: bool = true; const b: bool }'],
    [
      'class C { const string N = "sid"; static CookieOptions O = new() { Secure = true }; }',
      'class C { static const N: string = "sid"; static var O: CookieOptions = new CookieOptions() {Secure: true} }',
    ],
    [
      'class C { A.B<T>? P { get; } = new(1); O F() => new() { X = 1 }; }',
      'class C { var P: A.B<T>? = new A.B(1); fn F(): O => return new O() {X: 1} }',
    ],
    ['class C { public bool P { get; set; } = true; bool Q => _q; }', 'class C { var P: bool = true; get fn Q(): bool => return _q }'],
    [
      'class C { bool P { get { return a; } set => x = value; } }',
      'class C { get fn P(): bool { return a }; fn set_P() => return x = value }',
    ],
    [
      'class C { [A] bool P { get { return a; } set { b = value; } } }',
      'class C { get @A() fn P(): bool { return a }; fn set_P() { b = value } }',
    ],
    [
      'class C { C([FromBody] int a, params string[] xs) : base(a) { b(); } }',
      'class C { fn constructor(@FromBody() a: int, ...xs: string[]) { base(a); b() } }',
    ],
    [
      'static class C { static async Task<int> M(this R r, T? t = null) => await r; }',
      'class C { static async fn M(r: R, t: T? = null): Task<int> => return await(r) }',
    ],
    [
      'class C {\n#if DEBUG\nbool D = true;\n#else\nbool D = false;\n#endif\n}',
      'class C { if (DEBUG) { var D: bool = true } else { var D: bool = false } }',
    ],
    ['#if NET8_0\nusing A;\n#endif\nclass C { }', 'import "A" {*}; class C {}'],
  ],
});

testSnippets('C# statements', {
  language: csharp,
  path: 'A.cs',
  around: 'class A { void F() {\n%\n} }',
  snippets: [
    [
      'Response.Cookies.Append("sid", id, new CookieOptions { HttpOnly = true, Secure = !dev });',
      'Response.Cookies.Append("sid", id, new CookieOptions() {HttpOnly: true, Secure: not(dev)})',
    ],
    ['r.Append(key: "a", options: new() { B = { C = 1 } });', 'r.Append(key="a", options=new new() {B: {C: 1}})'],
    ['var d = new Dictionary<string, int>(c) { ["a"] = 1, { "b", 2 } };', 'var d = new Dictionary<string, int>(c) {a: 1, b: 2}'],
    ['var l = new List<int> { 1, 2 };', 'var l = new List<int>() {[0]: 1, [1]: 2}'],
    ['var an = new { A = 1, b.C, d };', 'var an = {A: 1, C: b.C, d: d}'],
    [
      'int[] a = { 1 }; b = new[] { 1, 2 }; c = new string[] { "x" }; d = [1, ..xs];',
      'var a: int[] = [1]; b = [1, 2]; c = ["x"]; d = [1, *xs]',
    ],
    [
      'services.Configure<CookiePolicyOptions>(o => { o.Secure = CookieSecurePolicy.Always; });',
      'services.Configure<CookiePolicyOptions>(fn(o) { o.Secure = CookieSecurePolicy.Always })',
    ],
    ['services.AddSession(o => o.Cookie.HttpOnly = true);', 'services.AddSession(fn(o) => return o.Cookie.HttpOnly = true)'],
    ['f(async (A a, int b) => a, delegate(int x) { return x; });', 'f(async fn(a: A, b: int) => return a, fn(x: int) { return x })'],
    ['a = b ?? c; a ??= d; e = f?.G?.H()?[0]; i = j!.K!;', 'a = (b nullish c); a ??= d; e = f.G.H()[0]; i = j.K'],
    ['a = (Foo)b; c = d as Foo; e = default; f = default(int); g = nameof(A.B);', 'a = b; c = d; e = null; f = null; g = "B"'],
    ['s = @"a""\\n"; s = "a\\n"; s = "a"u8;', 's = "a\\"\\\\n"; s = "a\\n"; s = "a"'],
    ['s = """\n  a\n    b\n  """;', 's = "a\\n  b"'],
    ['s = $"a{b}{{c}}{d:0.0}"; s = $@"x{y}"; s = $"plain";', 's = template("a", b, "{c}", d); s = template("x", y); s = "plain"'],
    [
      'if (x is true) a(); else if (x is not null) b(); else c();',
      'if ((x == true)) { a() } else { if (not((x == null))) { b() } else { c() } }',
    ],
    [
      'b = x is Foo f && x is > 3 and < 5; c = x is "a" or E.B;',
      'b = ((x instanceof Foo) and ((x > 3) and (x < 5))); c = ((x == "a") or (x == E.B))',
    ],
    [
      'var s = x switch { "a" => 1, "b" or "c" when g => 2, _ => throw new E() };',
      'var s = ((x == "a") ? 1 : ((((x == "b") or (x == "c")) and g) ? 2 : fn() { throw opaque(new E()) }()))',
    ],
    [
      'switch (x) { case 1: case E.A: a(); break; case Foo f: b(); break; default: c(); break; }',
      'switch (x) { case 1, E.A: { a(); jump } case opaque(): { b(); jump } default: { c(); jump } }',
    ],
    [
      'for (int i = 0; i < 3; i += 1) a(); foreach (var (k, v) in d) b(); while (x) c();',
      '{ var i: int = 0; loop ((i < 3)) { a(); i += 1 } }; loop (<0:k, 1:v> of d) { b() }; loop (x) { c() }',
    ],
    ['using var q = r(); using (var z = b()) { c(); } lock (x) { d(); }', 'var q = r(); { var z = b(); c() }; { x; d() }'],
    ['try { a(); } catch (E e) when (x) { b(); } finally { c(); }', 'try { a() } catch { b() } finally { c() }'],
    ['int L(int a) => a; var (p, q) = t(); (a, b) = u();', 'fn L(a: int): int => return a; var <0:p, 1:q> = t(); <0:a, 1:b> = u()'],
    ['x["a"] = b; h.Add("n", this); base.M(); global::System.X.y();', 'x["a"] = b; h.Add("n", this); base.M(); System.X.y()'],
    ['o = r with { A = 1 }; f(out var y, ref z);', 'o = {**r, A: 1}; f(y, z)'],
    [
      '#if DEBUG\na();\n#elif !X && (Y || Z)\nb();\n#else\nc();\n#endif',
      'if (DEBUG) { a() } else { if ((not(X) and (Y or Z))) { b() } else { c() } }',
    ],
    ['var o = new O {\n#if DEBUG\nA = 1,\n#else\nA = 2,\n#endif\nB = 3 };', 'var o = new O() {**(DEBUG ? {A: 1} : {A: 2}), B: 3}'],
    ['var o = new O {\n#if !DEBUG\nA = 1\n#endif\n};', 'var o = new O() {**(not(DEBUG) ? {A: 1} : {})}'],
    ['#if DEBUG\nif (a) {\n#else\nif (b) {\n#endif\nc(); }', 'if (b) { c() }'],
    ['#pragma warning disable 612\na();\n#region x\nb();\n#endregion', 'a(); b()'],
  ],
});

describe('C# places', () => {
  beforeAll(() => csharp.load?.());

  it('keeps namespace, comments and the ranges that edits need', () => {
    const program = csharp.lower('\uFEFFnamespace A.B;\n// one\nclass C { void F() { G(@"é", new O { A = 1, }, new O()); } }', 'A.cs');
    expect(program.namespace).toBe('A.B');
    expect(program.comments.map((comment) => comment.text)).toEqual([' one']);
    expect(
      nodesOf(program, 'literal').map((literal) => literal.content && program.text.slice(literal.content.start, literal.content.end)),
    ).toEqual(['é', 'A', undefined]);
    expect(slices(program, 'record')).toEqual(['{ A = 1, }']);
    expect(
      nodesOf(program, 'call').map((call) => [program.text.slice(call.argsRange.start, call.argsRange.end), call.parenthesised]),
    ).toEqual([
      ['@"é", new O { A = 1, }, new O()', true],
      ['', false],
      ['', true],
    ]);
  });

  it('joins nested namespaces', () => {
    expect(csharp.lower('namespace A { namespace B.C { class D { } } }', 'A.cs').namespace).toBe('A.B.C');
  });

  it('points conditions of directives at the directive', () => {
    const program = csharp.lower('class C { void F() {\n#if DEBUG // why\n  a();\n#endif\n} }', 'A.cs');
    expect(nodesOf(program, 'if').map((node) => program.text.slice(node.test.start, node.test.end))).toEqual(['DEBUG']);
  });

  it('reads on after a syntax error', () => {
    const program = csharp.lower('class A { void F() { int = ; } void G() { Response.Cookies.Append("a", "b"); } }', 'A.cs');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('Response.Cookies.Append("a", "b")');
  });
});
