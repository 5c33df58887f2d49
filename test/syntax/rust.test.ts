// The Rust front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { rust } from '../../src/syntax/rust/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('Rust files', {
  language: rust,
  path: 'a.rs',
  snippets: [
    ['use a::b::C;', 'import "a::b" {C}'],
    ['use a::{b::{C, D as E}, f, self};', 'import "a::b" {C, D as E}; import "a" {f}; import "" {a}'],
    ['use a::b::*;', 'import "a::b" {*}'],
    ['use actix_web::cookie::{self, Cookie};', 'import "actix_web" {cookie}; import "actix_web::cookie" {Cookie}'],
    ['mod a { fn f() {} } mod b;', 'fn f() {}; import "b" {* as b}'],
    ['const N: &str = "sid"; static mut S: bool = cfg!(debug_assertions);', 'const N: &str = "sid"; var S: bool = cfg(debug_assertions)'],
    [
      '#[derive(Debug)] struct C { #[serde(rename = "x")] pub s: bool, n: T }',
      '@derive(Debug) class C { @serde(rename="x") var s: bool; var n: T }',
    ],
    ['enum E { A, B(i32) } trait T { fn f(&self) -> i32; }', 'class E { static const A; static const B }; class T { fn f(): i32 {} }'],
    [
      'impl<T> a::Tr for Foo<T> { const K: i32 = 1; fn g(&self) -> i32 { self.x } fn new() -> Self { Self { a } } }',
      'class Foo < a.Tr { static const K: i32 = 1; fn g(): i32 { return this.x }; static fn new(): Self { return Self {a: a} } }',
    ],
    ['#[get("/")] async fn f((a, b): (i32, i32), mut c: &str) { d(); }', '@get("/") async fn f(<0:a, 1:b>: (i32, i32), c: &str) { d() }'],
    [
      '#[cfg(debug_assertions)] const S: bool = false; #[cfg(not(debug_assertions))] const S: bool = true;',
      'if (cfg(debug_assertions)) { const(function) S: bool = false }; if (not(cfg(debug_assertions))) { const(function) S: bool = true }',
    ],
    ['#[cfg(test)] mod tests { fn f() {} }', 'if (cfg(test)) { fn f() {} }'],
    ['type A = b::C<D>;', 'const A = b.C'],
  ],
});

testSnippets('Rust statements', {
  language: rust,
  path: 'a.rs',
  around: 'fn f() { % }',
  snippets: [
    [
      'let c = Cookie::build(("sid", id)).secure(!dev && x).finish();',
      'const c = Cookie.build(["sid", id]).secure((not(dev) and x)).finish()',
    ],
    ['let mut c: Cookie = Cookie::new("a", b); c.set_secure(true);', 'var c: Cookie = Cookie.new("a", b); c.set_secure(true)'],
    ['jar.add(a); jar.add(b)', 'jar.add(a); return jar.add(b)'],
    ['let a = &mut b; *a = c?; let d = e().await? as i32;', 'const a = b; deref(a) = c; const d = e()'],
    [
      'let s = format!("sid={}; {name}; {0} {:?} {{x}}", a.b(), z = c);',
      'const s = template("sid=", a.b(), "; ", name, "; ", opaque(), " ", c, " {x}")',
    ],
    ['let s = format!("plain");', 'const s = "plain"'],
    ['let v = vec![Cookie::new("a", true).secure(b || !c), d];', 'const v = [Cookie.new("a", true).secure((b or not(c))), d]'],
    [
      'foo!(bar(Cookie::new("a", b)), x); let b = matches!(env, Env::Prod | Env::Stage);',
      'opaque(bar(Cookie.new("a", b)), x); const b = ((env == Env.Prod) or (env == Env.Stage))',
    ],
    [
      'let s = S { a: true, b, ..Default::default() }; let t = m::S::<T> { x: 1 };',
      'const s = S {**S.default(), a: true, b: b}; const t = m.S {x: 1}',
    ],
    [
      'if x { a(); } else if let Some(y) = o { b(y); } else { c(); } z();',
      'if (x) { a() } else { { const y = o; if ((y != null)) { b(y) } else { c() } } }; z()',
    ],
    [
      'let w = if x { 1 } else { 2 }; let u = if x { a(); 1 } else { return 2 };',
      'const w = (x ? 1 : 2); const u = fn() { if (x) { a(); return 1 } else { return 2 } }()',
    ],
    [
      'let m = match e { "p" | "q" => true, E::A => b, _ => false };',
      'const m = (((e == "p") or (e == "q")) ? true : ((e == E.A) ? b : false))',
    ],
    [
      'let m = match v("X") { Ok(s) => s == "1", Err(_) => false };',
      'const m = ((v("X") != null) ? fn(s) => return (s == "1")(v("X")) : false)',
    ],
    [
      'match e { "p" => a(), Some(n) if n > 1 => { b(n); } _ => {} } z();',
      '{ if ((e == "p")) { a() } else { if (((e != null) and fn(n) => return (n > 1)(e))) { const n = e; b(n) } else {} } }; z()',
    ],
    [
      'let Some(z) = o else { return; }; let C { a, b: c, .. } = d; let (p, q) = t;',
      'const z = o; if ((z == null)) { return }; const <a:a, b:c> = d; const <0:p, 1:q> = t',
    ],
    [
      'for i in xs { a(i); } while x { b(); } loop { break; } while let Some(y) = z { c(); } e();',
      'loop (i of xs) { a(i) }; loop (x) { b() }; loop () { jump }; { const y = z; loop () { c() } }; e()',
    ],
    [
      'xs.map(|a, b: T| a + b); ys.map(move |_| { c() }); async move { d() }',
      'xs.map(fn(a, b: T) => return (a + b)); ys.map(fn(_) { return c() }); return fn() { return d() }()',
    ],
    ['x.parse::<bool>(); f::<T>(a); Vec::<T>::new(); x.0 = y[1];', 'x.parse<bool>(); f<T>(a); Vec.new(); x.0 = y[1]'],
    [
      'let r = r#"a "b""#; let e = "a\\n\\"\\u{41}\\\n   b"; let c = \'c\'; g(-1, 0x1F, 1_000u32, 1.5f64);',
      'const r = "a \\"b\\""; const e = "a\\n\\"Ab"; const c = "c"; g(-1, 31, 1000, 1.5)',
    ],
    ['unsafe { a() } #[cfg(debug_assertions)] b();', '{ a() }; if (cfg(debug_assertions)) { b() }'],
  ],
});

describe('Rust places', () => {
  beforeAll(() => rust.load?.());

  it('keeps comments and the ranges that edits need', () => {
    const program = rust.lower('/// doc\nfn f() { g(r#"é"#, format!("x={}", y)) /* two */ }', 'a.rs');
    expect(program.comments.map((comment) => comment.text)).toEqual([' doc', ' two ']);
    expect(nodesOf(program, 'literal').map((literal) => program.text.slice(literal.content?.start, literal.content?.end))).toEqual([
      'é',
      'x=',
    ]);
    expect(slices(program, 'template')).toEqual(['format!("x={}", y)']);
    expect(nodesOf(program, 'call').map((call) => program.text.slice(call.argsRange.start, call.argsRange.end))).toEqual([
      'r#"é"#, format!("x={}", y)',
    ]);
  });

  it('reads on after a syntax error', () => {
    const program = rust.lower('fn f() { let = ; }\nfn g() { c.set_secure(true); }', 'a.rs');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('c.set_secure(true)');
  });
});
