// The Kotlin front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { kotlin } from '../../src/syntax/kotlin/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('Kotlin files', {
  language: kotlin,
  path: 'A.kt',
  snippets: [
    ['import a.b.C\n', 'import "a.b" {C}'],
    ['import a.b.C as D\n', 'import "a.b" {C as D}'],
    ['import a.b.*\n', 'import "a.b" {*}'],
    [
      'const val N = "sid"\nvar s: Boolean = true\nval d get() = !dev\n',
      'const N = "sid"; var s: Boolean = true; get fn d() => return not(dev)',
    ],
    ['val g: String\n  get() { return "x" }\n', 'get fn g(): String { return "x" }'],
    ['val l by lazy { x }\nval o by y(z)\n', 'const l = fn(it) { return x }(); const o = opaque(y(z))'],
    [
      'class A(@Value("\\${x:false}") private val s: Boolean, b: Int = 3, vararg c: String) : B(b), I, J by d\n',
      'class A(@Value("${x:false}") s: Boolean, b: Int = 3, ...c: String) < B, I, J { super(b) }',
    ],
    [
      '@Configuration\nclass A {\n@Bean fun f(): B = C()\n@Value("\\${y}") lateinit var y: String\ninit { z() }\n}\n',
      '@Configuration() class A { @Bean() fn f(): B => return C(); @Value("${y}") var y: String; { z() } }',
    ],
    [
      'class A {\ncompanion object {\nconst val K = 1\nfun of() = A()\n}\n}\n',
      'class A { static const K = 1; static fn of() => return A() }',
    ],
    [
      'class A {\nconstructor(a: Int) : this(a, 1) { x() }\nvar b = 1\nset(v) { field = v }\n}\n',
      'class A { fn constructor(a: Int) { this(a, 1); x() }; var b = 1; fn set_b(v) { field = v } }',
    ],
    ['object O : B() {\nval x = 1\n}\n', 'singleton O < B { const x = 1 }'],
    [
      'enum class E(val x: Int) {\nA(1), B(2);\nfun f() {}\n}\n',
      'class E(x: Int) { static const A = A(1); static const B = B(2); fn f() {} }',
    ],
    [
      'typealias X = a.Y\nfun String.e(a: Int = 1, vararg b: Int): Int { return 1 }\n',
      'const X = a.Y; fn e(a: Int = 1, ...b: Int): Int { return 1 }',
    ],
  ],
});

testSnippets('Kotlin statements', {
  language: kotlin,
  path: 'A.kt',
  around: 'fun f() {\n%\n}\n',
  snippets: [
    ['call.response.cookies.append("sid", id, secure = true)', 'call.response.cookies.append("sid", id, secure=true)'],
    [
      'install(Sessions) {\ncookie<S>("n") {\ncookie.secure = !dev\n}\n}',
      'install(Sessions) do fn(it) { return cookie<S>("n") do fn(it) { return cookie.secure = not(dev) } }',
    ],
    [
      'val c = Cookie("a").apply { isSecure = true }.also { it.x() }',
      'const c = Cookie("a").apply() do fn(it) { return isSecure = true }.also() do fn(it) { return it.x() }',
    ],
    [
      'xs.forEach { (k, v) -> a(k) }; y.let { c: Cookie -> c.z() }',
      'xs.forEach() do fn(<0:k, 1:v>) { return a(k) }; y.let() do fn(c: Cookie) { return c.z() }',
    ],
    ['f({ x }, fun(y: Int) = y, *zs)', 'f(fn(it) { return x }, fn(y: Int) => return y, *zs)'],
    ['a.set<S>(x)\na.get<S>()\nb.c<T>("n") { d() }', 'a.set<S>(x); a.get<S>(); b.c<T>("n") do fn(it) { return d() }'],
    [
      'val s = "sid=$id; Path=${p.q}" + "$a$b" + "\\${x}\\n" + "5$"',
      'const s = (((template("sid=", id, "; Path=", p.q) + template(a, b)) + "${x}\\n") + "5$")',
    ],
    ['val r = """a\\n $b"""', 'const r = template("a\\\\n ", b)'],
    ['val a = b ?: return null\nval c = d?.e!!.f as? G', 'const a = (b nullish opaque(null)); const c = d.e.f'],
    ['if (a) b() else if (c) { d() } else e()', 'if (a) { b() } else { if (c) { d() } else { e() } }'],
    ['val a = if (b) 1 else if (c) { 2 } else 3', 'const a = (b ? 1 : (c ? 2 : 3))'],
    ['val a = if (b) { x(); 1 } else return 2', 'const a = fn() { if (b) { x(); return 1 } else { return 2 } }()'],
    [
      'when (x) { 1, "a" -> b(); is T -> c(); else -> { d() } }',
      'switch (x) { case 1, "a": { b() } case opaque(T): { c() } default: { d() } }',
    ],
    [
      'val a = when (x) { 1, "a" -> b; is T -> c; !in d -> e; else -> { f } }',
      'const a = (((x == 1) or (x == "a")) ? b : ((x instanceof T) ? c : ((x not in d) ? e : f)))',
    ],
    ['val a = when { b > 1 -> c; else -> d }', 'const a = ((b > 1) ? c : d)'],
    ['when (val y = g()) { 1 -> h(y) }', '{ const y = g(); switch (g()) { case 1: { h(y) } } }'],
    [
      'for (i in xs) a(); for ((k, v) in m) { b() }; while (x) y(); do { z() } while (x)',
      'loop (i of xs) { a() }; loop (<0:k, 1:v> of m) { b() }; loop (x) { y() }; loop (x) { z() }',
    ],
    ['try { a() } catch (e: E) { b() } finally { c() }', 'try { a() } catch { b() } finally { c() }'],
    ['val (a, b) = c; d[0] = 1; e += 2; f.g = true', 'const <0:a, 1:b> = c; d[0] = 1; e += 2; f.g = true'],
    ['a == b && c !== d || e in g; x !is Y', '(((a == b) and (c != d)) or (e in g)); not((x instanceof Y))'],
    ['mapOf("a" to 1); throw E("x")', 'mapOf("a".to(1)); throw E("x")'],
    ['run label@{ return@label 1 }; break', 'run() do fn(it) { return 1 }; jump'],
    ['val o = object : Foo() {\noverride fun x() = 1\n}', 'const o = class  < Foo { fn x() => return 1 }'],
    [
      "Foo::class.java; x.map(Foo::bar); `a b`(); -1; null; 0x1F; 1_000L; 'c'",
      'Foo.class.java; x.map(Foo.bar); a b(); -1; null; 31; 1000; "c"',
    ],
  ],
});

describe('Kotlin places', () => {
  beforeAll(() => kotlin.load?.());

  it('keeps package, comments and the ranges that edits need', () => {
    const program = kotlin.lower('package a.b\n// é\nfun f() = g("x=$y", """z""") { h(it) } /* two */\n', 'A.kt');
    expect(program.namespace).toBe('a.b');
    expect(program.comments.map((comment) => comment.text)).toEqual([' é', ' two ']);
    expect(nodesOf(program, 'literal').map((literal) => program.text.slice(literal.content?.start, literal.content?.end))).toEqual([
      'x=',
      'z',
    ]);
    expect(nodesOf(program, 'call').map((call) => program.text.slice(call.argsRange.start, call.argsRange.end))).toEqual([
      '"x=$y", """z"""',
      'it',
    ]);
    expect(slices(program, 'block')).toEqual(['g("x=$y", """z""") { h(it) }', ' h(it) ']);
  });

  it.each(['class A {\n  @Value("\\', 'class A {\n  @Value(x'])('ends on a file that breaks off in an annotation: %s', (text) => {
    expect(kotlin.lower(text, 'A.kt').problems.length).toBeGreaterThan(0);
  });

  it('reads on after a syntax error', () => {
    const program = kotlin.lower('fun f() {\n  val x = (1 +\n}\nfun g() {\n  cookie.setSecure(true)\n}\n', 'A.kt');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('cookie.setSecure(true)');
  });
});
