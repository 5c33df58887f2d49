// The Java front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { java } from '../../src/syntax/java/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('Java files', {
  language: java,
  path: 'src/A.java',
  snippets: [
    ['import a.b.C;', 'import "a.b" {C}'],
    ['import a.b.*;', 'import "a.b" {*}'],
    ['import static a.b.C.of;', 'import "a.b.C" {of}'],
    ['import static a.b.C.*;', 'import "a.b.C" {*}'],
    ['class A extends B<T> implements C, d.D {}', 'class A < B, C, d.D {}'],
    ['interface A extends B, C { int K = 1; default void f() {} }', 'class A < B, C { static const K: int = 1; fn f(): void {} }'],
    ['enum E { A, B("x"); private final String s; }', 'class E { static const A; static const B = new B("x"); const s: String }'],
    ['record R(@NotNull String a, boolean secure) { R { } }', 'class R(@NotNull() a: String, secure: boolean) { fn constructor() {} }'],
    ['class A { @Value("${x:false}") private boolean secure; }', 'class A { @Value("${x:false}") var secure: boolean }'],
    ['class A { static final String N = "sid", M; }', 'class A { static const N: String = "sid"; static const M: String }'],
    [
      'class A { A(@Value("${y}") boolean s) { super(s); this.s = s; } }',
      'class A { fn constructor(@Value("${y}") s: boolean) { super(s); this.s = s } }',
    ],
    [
      'class A { static Cookie f(final String v, int... xs) { return null; } }',
      'class A { static fn f(v: String, ...xs: int): Cookie { return null } }',
    ],
    ['class A { @Bean(name = {"a", "b"}) X f() { return x; } }', 'class A { @Bean(name=["a", "b"]) fn f(): X { return x } }'],
    [
      '@Configuration class A { static { init(); } { x = 1; } class B {} }',
      '@Configuration() class A { { init() }; { x = 1 }; class B {} }',
    ],
  ],
});

testSnippets('Java statements', {
  language: java,
  path: 'src/A.java',
  around: 'class A { void f() { % } }',
  snippets: [
    ['Cookie c = new Cookie("a", v); c.setSecure(!dev && x);', 'var c: Cookie = new Cookie("a", v); c.setSecure((not(dev) and x))'],
    ['final var b = a.b.c().d;', 'const b = a.b.c().d'],
    ['var c = new jakarta.servlet.http.Cookie("a", "b");', 'var c = new jakarta.servlet.http.Cookie("a", "b")'],
    ['http.rememberMe(r -> r.key("k").useSecureCookie(true));', 'http.rememberMe(fn(r) => return r.key("k").useSecureCookie(true))'],
    ['f((a, b) -> { return a; }); g((String s) -> s);', 'f(fn(a, b) { return a }); g(fn(s: String) => return s)'],
    ['list.map(A::new).map(this::x);', 'list.map(opaque(A)).map(this.x)'],
    ['new S() {{ setUseSecureCookie(true); }};', 'new S() do fn() { setUseSecureCookie(true) }'],
    ['x = new F() { public void g() { h(); } };', 'x = new F() do fn() { fn g(): void { h() } }'],
    ['new HashMap<String, Integer>(3); List.<String>of();', 'new HashMap<String, Integer>(3); List.of<String>()'],
    ['s = "a=" + id + "; Path=/";', 's = (("a=" + id) + "; Path=/")'],
    ['s = a ? (B) b : ((c));', 's = (a ? b : c)'],
    [
      'if (x instanceof Foo f && f.ok()) a(); else if (b) { c(); } else d();',
      'if (((x instanceof Foo) and f.ok())) { a() } else { if (b) { c() } else { d() } }',
    ],
    ['if ("a".equals(b) || c != 2) {}', 'if (("a".equals(b) or (c != 2))) {}'],
    ['switch (x) { case 1: case A: f(); break; default: g(); }', 'switch (x) { case 1, A: { f(); jump } default: { g() } }'],
    ['switch (x) { case "a", "b" -> f(); default -> { g(); } }', 'switch (x) { case "a", "b": { f() } default: { g() } }'],
    ['var s = switch (x) { case "a", "b" -> true; default -> false; };', 'var s = (((x == "a") or (x == "b")) ? true : false)'],
    [
      'var s = switch (x) { case 1 -> { f(); yield true; } default -> false; };',
      'var s = fn() { switch (x) { case 1: { f(); return true } default: { return false } } }()',
    ],
    ['for (int i = 0; i < 3; i += 1) f(i);', '{ var i: int = 0; loop ((i < 3)) { f(i); i += 1 } }'],
    [
      'for (Cookie c : cookies) { c.x(); } while (a) b(); do { c(); } while (d);',
      'loop (c of cookies) { c.x() }; loop (a) { b() }; loop (d) { c() }',
    ],
    [
      'try (var r = open()) { a(); } catch (E | F e) { b(); } finally { c(); }',
      '{ const r = open(); try { a() } catch { b() } finally { c() } }',
    ],
    ['synchronized (this) { a(); } throw new E("x");', '{ this; a() }; throw new E("x")'],
    ['String[] a = {"x"}; a = new String[]{"y", "z"}; a[0] = "b";', 'var a: String[] = ["x"]; a = ["y", "z"]; a[0] = "b"'],
    ["f(Foo.class, Outer.this.x, super.y(), null, 0x1F, 1_000L, -1, 'c');", 'f(Foo.class, this.x, super.y(), null, 31, 1000, -1, "c")'],
    ['f("a\\n\\"b\\u0041");', 'f("a\\n\\"bA")'],
    ['f("""\n      a\n        "b"\n      """);', 'f("a\\n  \\"b\\"\\n")'],
    ['label: f(); ;', 'f()'],
    ['class L { int x; }', 'class L { var x: int }'],
  ],
});

describe('Java places', () => {
  beforeAll(() => java.load?.());

  it('keeps package, comments and the text between quotes and parentheses', () => {
    const program = java.lower('package a.b;\n// one\nclass A { /* two */ void f() { g("sid=é", """\n x"""); h(); } }', 'A.java');
    expect(program.namespace).toBe('a.b');
    expect(program.comments.map((comment) => comment.text)).toEqual([' one', ' two ']);
    const strings = nodesOf(program, 'literal').map((literal) => program.text.slice(literal.content?.start, literal.content?.end));
    expect(strings).toEqual(['sid=é', '\n x']);
    expect(nodesOf(program, 'call').map((call) => program.text.slice(call.argsRange.start, call.argsRange.end))).toEqual([
      '"sid=é", """\n x"""',
      '',
    ]);
    expect(slices(program, 'class-declaration')).toEqual(['class A { /* two */ void f() { g("sid=é", """\n x"""); h(); } }']);
  });

  it('reads on after a syntax error', () => {
    const program = java.lower('class A { void f() { int = ; } void g() { c.setSecure(true); } }', 'A.java');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('c.setSecure(true)');
  });
});
