// The Go front-end: what a snippet lowers to, and where its parts stand in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { go } from '../../src/syntax/go/language.js';
import { nodesOf, slices, testSnippets } from './snippet-table.js';

testSnippets('Go files', {
  language: go,
  path: 'a.go',
  snippets: [
    ['package a\nimport "net/http"', 'import "net/http" {* as http}'],
    [
      'package a\nimport (\n. "fmt"\n_ "embed"\ngs "x.org/sessions"\n)',
      'import "fmt" {*}; import "embed" {}; import "x.org/sessions" {* as gs}',
    ],
    [
      'package a\nimport "github.com/gofiber/fiber/v2"\nimport "gopkg.in/yaml.v3"\nimport "x/go-redis"',
      'import "github.com/gofiber/fiber/v2" {* as fiber}; import "gopkg.in/yaml.v3" {* as yaml}; import "x/go-redis" {* as go-redis}',
    ],
    ['package a\nconst A, B = "x", 2\nconst (\nC = iota\nD\n)', 'const A = "x"; const B = 2; const C = 0; const D = 1'],
    ['package a\nvar s, err = f()\nvar c *http.Cookie', 'var <0:s, 1:err> = f(); var c: *http.Cookie'],
    [
      'package a\ntype T struct {\nE\n*p.F\nA, B int\nS bool `yaml:"s"`\n}',
      'class T < E, p.F { var A: int; var B: int; @tag("yaml:\\"s\\"") var S: bool }',
    ],
    ['package a\ntype I interface { M() }\ntype A = p.B\ntype F func()', 'class I {}; const A = p.B'],
    [
      'package a\nfunc (t *T) M(a, b string, xs ...int) error { return t.f(a) }',
      'fn T.M(a: string, b: string, ...xs: int): error { return this.f(a) }',
    ],
    ['package a\nfunc (s S[K]) M(int) { t.x = s.y }', 'fn S.M(_: int) { t.x = this.y }'],
    ['package a\nfunc f[T any](x T) (c *C, err error) { c = x; return }', 'fn f(x: T): (c *C, err error) { c = x; return [c, err] }'],
  ],
});

testSnippets('Go statements', {
  language: go,
  path: 'a.go',
  around: 'package a\nfunc f() {\n%\n}',
  snippets: [
    [
      'http.SetCookie(w, &http.Cookie{Name: "a", Secure: !dev && x,})',
      'http.SetCookie(w, http.Cookie {Name: "a", Secure: (not(dev) and x)})',
    ],
    ['c := T{"a", 1}', 'var c = T {[0]: "a", [1]: 1}'],
    ['a := []*p.T{{A: 1}, x}; b := map[string]T{"k": {A: 1}}', 'var a = [p.T {A: 1}, x]; var b = opaque() {k: T {A: 1}}'],
    ['a := map[string]bool{"x": true, k: false}', 'var a = opaque() {x: true, [k]: false}'],
    ['h["Set-Cookie"] = []string{"a=b"}', 'h["Set-Cookie"] = ["a=b"]'],
    ['a, err := f(); b, c := 1, 2; a, b = b, a', 'var <0:a, 1:err> = f(); var b = 1; var c = 2; a = b; b = a'],
    ['a, err = f(); s.store, err = g()', '<0:a, 1:err> = f(); s.store = g()[0]'],
    ['a := new(http.Cookie); b := new(f(x)); c := new(x.Y && z)', 'var a = new(http.Cookie); var b = new(f(x)); var c = new((x.Y and z))'],
    ['c.Secure = true; x += 1; x++', 'c.Secure = true; x += 1; x += 1'],
    [
      'if err := f(); err != nil { return a, err } else if x { y() } else { z() }',
      '{ var err = f(); if ((err != null)) { return [a, err] } else { if (x) { y() } else { z() } } }',
    ],
    [
      'switch x := v.(type) { case int, p.T: a(); default: b() }',
      '{ var x = v; switch () { case (v instanceof int), (v instanceof p.T): { a() } default: { b() } } }',
    ],
    ['switch x { case "a", b: c(); fallthrough; case d: }', 'switch (x) { case "a", b: { c() } continued case d: {} }'],
    ['switch y := f(); { case y > 1: return }', '{ var y = f(); switch () { case (y > 1): { return } } }'],
    [
      'select { case v := <-ch: a(v); case <-done: default: b() }',
      'switch () { case opaque(): { var v = other(ch); a(v) } case opaque(): { other(done) } default: { b() } }',
    ],
    [
      'for i := 0; i < 3; i += 1 { a() }; for { break }; for x { }',
      '{ var i = 0; loop ((i < 3)) { a(); i += 1 } }; loop () { jump }; loop (x) {}',
    ],
    [
      'for _, v := range xs { a(v) }; for k := range m { b(k) }; for k, v := range m { }',
      'loop (v of xs) { a(v) }; loop (<0:k> of m) { b(k) }; loop (<0:k, 1:v> of m) {}',
    ],
    ['defer a(); go func(x int) { b() }(1)', 'a(); fn(x: int) { b() }(1)'],
    ['a := *p; b := &q; c := r.(T); d := (e)', 'var a = deref(p); var b = q; var c = r; var d = e'],
    [
      'a := T(x); b := new(http.Cookie); c := make([]int, 3); f[int](y)',
      'var a = T(x); var b = new(http.Cookie); var c = make(opaque(), 3); f(y)',
    ],
    ['f(a, xs...); g("a\\"b\\u0041", `r\\`, \'c\', nil, -1, 0x1F, 1_000)', 'f(a, *xs); g("a\\"bA", "r\\\\", "c", null, -1, 31, 1000)'],
    ['L: for { continue L }; panic("x")', 'loop () { jump }; panic("x")'],
    ['type T struct { a int }; const k = 3; var x, y int = 1, 2', 'class T { var a: int }; const k = 3; var x: int = 1; var y: int = 2'],
  ],
});

describe('Go places', () => {
  beforeAll(() => go.load?.());

  it('keeps package, comments and the ranges that edits need', () => {
    const program = go.lower('package a\n// é\nfunc f() { g(&http.Cookie{\n\tName: `x`, // two\n}) }', 'a.go');
    expect(program.namespace).toBe('a');
    expect(program.comments.map((comment) => comment.text)).toEqual([' é', ' two']);
    expect(slices(program, 'record')).toEqual(['http.Cookie{\n\tName: `x`, // two\n}']);
    expect(slices(program, 'property')).toEqual(['Name: `x`']);
    expect(nodesOf(program, 'literal').map((literal) => program.text.slice(literal.content?.start, literal.content?.end))).toEqual([
      'Name',
      'x',
    ]);
    expect(slices(program, 'declaration')).toEqual([]);
  });

  it('reads on after a syntax error', () => {
    const program = go.lower('package a\nfunc f() { x := := 1 }\nfunc g() { http.SetCookie(w, c) }', 'a.go');
    expect(program.problems.length).toBeGreaterThan(0);
    expect(slices(program, 'call')).toContain('http.SetCookie(w, c)');
  });
});
