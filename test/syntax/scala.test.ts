// The Scala front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { scala } from '../../src/syntax/scala/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('Scala files', {
  language: scala,
  path: 'A.scala',
  snippets: [
    ['import a.b.C', 'import "a.b" {C}'],
    ['import a.b._', 'import "a.b" {*}'],
    ['import a.b.{C, D => E, _}, f.G', 'import "a.b" {C, D as E, *}; import "f" {G}'],
    [
      'class A @Inject()(val c: C, b: Int = 3)(implicit ec: EC) extends B(c) with D',
      'class A(c: C, b: Int = 3, ec: EC) < B, D { super(c) }',
    ],
    ['case class P(a: String, secure: Boolean = false)', 'class P(a: String, secure: Boolean = false) {}'],
    [
      '@Singleton class A { private val s = true; var q: T = _; lazy val z: Int = 1 }',
      '@Singleton() class A { const s = true; var q: T; const z: Int = 1 }',
    ],
    [
      'object O extends App { def f(a: Int, b: String = "x")(implicit c: C): D = g(a) }',
      'singleton O < App { fn f(a: Int, b: String = "x", c: C): D => return g(a) }',
    ],
    [
      'trait T { def x: Int; def y = 1; def this(a: Int) = this(a, 1) }',
      'class T { fn x(): Int {}; get fn y() => return 1; fn constructor(a: Int) => return this(a, 1) }',
    ],
    ['enum E { case A, B }', 'class E { static const A; static const B }'],
    [
      'object C:\n  def f(x: Int): Int =\n    if x > 1 then\n      a()\n    else b()\n',
      'singleton C { fn f(x: Int): Int { if ((x > 1)) { return a() } else { return b() } } }',
    ],
    [
      'implicit val o: CookieOptions = CookieOptions(path = "/", secure = true)',
      'const o: CookieOptions = CookieOptions(path="/", secure=true)',
    ],
  ],
});

testSnippets('Scala statements', {
  language: scala,
  path: 'A.scala',
  around: 'object O { def f() = {\n%\ndone }}',
  snippets: [
    ['Ok("x").withCookies(Cookie("a", v, secure = !dev))', 'Ok("x").withCookies(Cookie("a", v, secure=not(dev))); return done'],
    [
      'setCookie(HttpCookie("sid", id)) { complete("ok") }',
      'setCookie(HttpCookie("sid", id)) do fn() { return complete("ok") }; return done',
    ],
    ['r.addCookie(Cookie(n, v)(CookieOptions(secure = true)))', 'r.addCookie(Cookie(n, v)(CookieOptions(secure=true))); return done'],
    [
      'xs.map(_.a).map(x => x.b).map { c => c.d() }.map { case (k, v) => k }',
      'xs.map(fn(_) => return _.a).map(fn(x) => return x.b).map() do fn(c) { return c.d() }.map() do fn(<0:k, 1:v>) { return k }; return done',
    ],
    ['Action { implicit request: Request[A] =>\n a()\n Ok\n}', 'Action() do fn(request) { a(); return Ok }; return done'],
    ['f((a: Int, b) => a, xs: _*)', 'f(fn(a: Int, b) => return a, *xs); return done'],
    [
      'Ok withCookies c; cookies += ("a" -> v); x(0) = 1; y.z = w',
      'Ok.withCookies(c); cookies += ["a", v]; x[0] = 1; y.z = w; return done',
    ],
    ['val s = s"a $x b ${y.z}" + "\\n" + """r"x"""', 'const s = ((template("a ", x, " b ", y.z) + "\\n") + "r\\"x"); return done'],
    ['if (a) b() else if (c) { d() } else e()', 'if (a) { b() } else { if (c) { d() } else { e() } }; return done'],
    [
      'val a = if (b) 1 else 2; val c = if (b) { x(); 1 } else 2',
      'const a = (b ? 1 : 2); const c = fn() { if (b) { x(); return 1 } else { return 2 } }(); return done',
    ],
    [
      'x match { case "a" | B => f(); case Some(y) if y => g(y); case _ => h() }',
      'switch (x) { case "a", B: { f() } case opaque(y): { const y; g(y) } default: { h() } }; return done',
    ],
    [
      'val m = x match { case "a" | C.B => 1; case _: T => 2; case Some(y) => y; case _ => 3 }',
      'const m = (((x == "a") or (x == C.B)) ? 1 : ((x instanceof T) ? 2 : ((x matches opaque()) ? fn(y) => return y(x) : 3))); return done',
    ],
    ['for (i <- xs; j <- ys) f(i, j); while (a) b()', 'loop (i of xs) { loop (j of ys) { f(i, j) } }; loop (a) { b() }; return done'],
    [
      'try { a() } catch { case e: E => b() } finally { c() }; throw new E("x")',
      'try { a() } catch { b() } finally { c() }; throw new E("x"); return done',
    ],
    ['new S(1) { setSecure(true) }; new T[A]', 'new S(1) do fn() { setSecure(true) }; new T<A>(); return done'],
    ['c.get[Boolean]("x"); a.asInstanceOf[T].b; a.isInstanceOf[T]', 'c.get<Boolean>("x"); a.b; (a instanceof T); return done'],
    ["`Set-Cookie`(c); this.x; f(null, (), -1, 1L, 'c')", 'Set-Cookie(c); this.x; f(null, undefined, -1, 1, "c"); return done'],
    ['x = a == 1 && b + 2 * 3 == d || e max f', 'x = (((a == 1) and ((b + (2 * 3)) == d)) or e).max(f); return done'],
    [
      'a && b || c == d; a eq b; val (p, q) = t; val Some(z) = o',
      '((a and b) or (c == d)); (a == b); const <0:p, 1:q> = t; const z = o; return done',
    ],
  ],
});

describe('Scala places', () => {
  beforeAll(() => scala.load?.());

  it('keeps package, comments and the ranges that edits need', () => {
    const program = scala.lower('package a.b\npackage c\n// é\nobject O { g(s"x=$y", secure = true) { h } /* two */ }', 'A.scala');
    expect(program.namespace).toBe('a.b.c');
    expect(program.comments.map((comment) => comment.text)).toEqual([' é', ' two ']);
    expect(slices(program, 'template')).toEqual(['s"x=$y"']);
    expect(nodesOf(program, 'call').map((call) => call.args.map((argument) => program.text.slice(argument.start, argument.end)))).toEqual([
      ['s"x=$y"', 'secure = true'],
    ]);
    expect(nodesOf(program, 'call').map((call) => program.text.slice(call.argsRange.start, call.argsRange.end))).toEqual([
      's"x=$y", secure = true',
    ]);
  });

  it('reads on after a syntax error', () => {
    const program = scala.lower('object A {\n  def f = { a(1, }\n  def g = { c.setSecure(true) }\n}', 'A.scala');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('c.setSecure(true)');
  });
});
