// The Python front-end: what each construct lowers to, and that every range is right.
import { beforeAll, describe, expect, test } from 'vitest';
import { python } from '../../src/syntax/python/language.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';

beforeAll(() => python.load?.());

const TABLE: Record<string, readonly (readonly [python: string, compact: string])[]> = {
  literals: [
    ['x = True, False, None', 'x = [true, false, null]'],
    ['x = 1_000 + 0x1F - .5', 'x = ((1000 + 31) - 0.5)'],
    [String.raw`x = 'a\'b\n\x41'`, String.raw`x = "a'b\nA"`],
    [String.raw`x = r'a\nb'`, String.raw`x = "a\\nb"`],
    ['x = """a\nb"""', String.raw`x = "a\nb"`],
    ["x = b'a'; y = u'é😀'", 'x = "a"; y = "é😀"'],
    ["x = f'a{b}c{{d}}'", 'x = template("a", b, "c{d}")'],
    ["x = f'{b!r} {c:>{w}}'", 'x = template(opaque(b), " ", opaque(c))'],
    ["x = ('a'\n  'b' f'{c}')", 'x = template("a", "b", c)'],
    ["x = ''", 'x = ""'],
  ],
  assignments: [
    ['x: bool = True', 'x = true'],
    ['x: Optional[bool]', 'var(function) x: Optional[bool]'],
    ["app.config['A'] = b.c", 'app.config["A"] = b.c'],
    ['x += 1; x |= 2', 'x += 1; x ?= 2'],
    ['a = b = False', 'a = b = false'],
    ['a, (b, *c) = d', '<0:a, 1:<0:b, ...:c>> = d'],
    ["c['A'], c['B'] = True, False", 'c["A"] = true; c["B"] = false'],
    ['if (n := f()): pass', 'if (n = f()) {}'],
    ['x = a[1:2], a[1, 2]', 'x = [a[opaque(1, 2)], a[[1, 2]]]'],
  ],
  calls: [
    ['f(a, *b, c=1, **d)', 'f(a, *b, c=1, **d)'],
    ['r.set_cookie("k", v, secure=not DEBUG)', 'r.set_cookie("k", v, secure=not(DEBUG))'],
    ['f(x for x in y)', 'f(y.<each>(fn(x) => return x))'],
    ['f()(1)[2].g()', 'f()(1)[2].g()'],
    ['await f(1)', 'await(f(1))'],
    ['print "x"', 'opaque("x")'],
  ],
  collections: [
    ["{'a': 1, b: 2, **c}", '{a: 1, [b]: 2, **c}'],
    ['x = [1, *y], (), {1, 2}, (1,), (1)', 'x = [[1, *y], [], [1, 2], [1], 1]'],
    ['[f(x) for x in y if z]', 'y.<each>(fn(x) => return f(x), fn(x) => return z)'],
    ['{k: g(v) for k, v in d.items()}', 'd.items().<each pair>(fn(<0:k, 1:v>) => return [k, g(v)])'],
  ],
  operators: [
    ['a and b or not c', '((a and b) or not(c))'],
    ['x = a == b, a is b, a is not b, a not in b, a in b, a != b', 'x = [(a == b), (a == b), (a != b), (a not in b), (a in b), (a != b)]'],
    ['a < b < c', '((a < b) and (b < c))'],
    ['a if b else c', '(b ? a : c)'],
    ['x = -a, +a, ~a', 'x = [minus(a), plus(a), other(a)]'],
    ["'%s' % a", '("%s" % a)'],
    ['a | b', '(a other b)'],
  ],
  functions: [
    ['lambda x, *y, z=1: x + z', 'fn(x, ...y, z = 1) => return (x + z)'],
    [
      '@app.route("/")\n@login\nasync def f(a, b: bool = True, *args: int, k, **kw) -> Response:\n  return a\n',
      '@app.route("/") @login async fn f(a, b: bool = true, ...args: int, k, ...kw): Response { return a }',
    ],
    ['def f(a, /, b, *, c): yield a', 'fn f(a, b, c) { yield(a) }'],
    [
      'class A(B, c.D, metaclass=M):\n  x = 1\n  y: str\n  def f(self, a):\n    self.x = a\n    def g(): return self\n  @classmethod\n  def h(cls): return cls.x\n  @property\n  def p(this_one): return this_one.x\n',
      'class A < B, c.D { x = 1; var(function) y: str; fn f(self, a) { this.x = a; fn g() { return this } }; static @classmethod fn h(cls) { return this.x }; get @property fn p(this_one) { return this_one.x } }',
    ],
    ['self.x = 1', 'self.x = 1'],
    ['@dataclass\nclass A: pass', '@dataclass class A {}'],
  ],
  statements: [
    ['if a: b()\nelif c: d()\nelif e: f()\nelse: g()', 'if (a) { b() } else { if (c) { d() } else { if (e) { f() } else { g() } } }'],
    ['for a, b in c: d()\nelse: e()', 'loop (<0:a, 1:b> of c) { d(); { e() } }'],
    ['while a: break', 'loop (a) { jump }'],
    [
      'try: a()\nexcept E as e: b()\nexcept (F, G): c()\nelse: d()\nfinally: f()',
      'try { a() } catch { b() } catch { c() } finally { f() }; { d() }',
    ],
    ['with a() as b, c(): d()', '{ b = a(); c(); d() }'],
    ['with (a() as b): d()', '{ b = a(); d() }'],
    ['with (a() as b, c() as d): d()', '{ b = a(); d = c(); d() }'],
    ['try: a()\nexcept E, e: b()', 'try { a() } catch { b() }'],
    [
      'match x.y:\n  case "a" | Env.B: f()\n  case 1 if z: g()\n  case _: h()',
      'switch (x.y) { case "a", Env.B: { f() } case opaque(1, z): { g() } default: { h() } }',
    ],
    ['def f():\n  return\n  raise E(1) from e\n', 'fn f() { return; throw E(1) }'],
    ['del a.b; global c; assert d, "m"; pass', 'a.b = undefined; outer(file) c; opaque(d, "m")'],
    ['a, b', 'opaque(a, b)'],
  ],
  imports: [
    ['import a, b.c as d, e.f', 'import "a" {* as a}; import "b.c" {* as d}; import "e" {* as e}; import "e.f" {}'],
    ['from .base import *', 'import ".base" {*}'],
    ['from . import x', 'import "." {x}'],
    ['from ..a.b import (\n  c, # why\n  d as e,\n)', 'import "..a.b" {c, d as e}'],
    ['from __future__ import annotations', 'import "__future__" {annotations}'],
  ],
};

for (const [group, rows] of Object.entries(TABLE)) {
  describe(group, () => {
    test.each(rows)('%s', (source, expected) => {
      const program = python.lower(source, 'a.py');
      expect(compact(program)).toBe(expected);
      expect(violations(program)).toEqual([]);
      expect(program.problems).toEqual([]);
    });
  });
}

describe('ranges', () => {
  test('arguments stand between the parentheses, names and contents where they are written', () => {
    const text = "\uFEFF# 😀\nr.set_cookie('k😀', secure=False, )\n";
    const program = python.lower(text, 'a.py');
    const [statement] = program.body;
    if (statement?.kind !== 'expression' || statement.expression.kind !== 'call') throw new Error('not a call');
    const { argsRange, args, callee } = statement.expression;
    expect(text.slice(argsRange.start, argsRange.end)).toBe("'k😀', secure=False, ");
    expect(text.slice(callee.start, callee.end)).toBe('r.set_cookie');
    expect(args[1]?.nameRange && text.slice(args[1].nameRange.start, args[1].nameRange.end)).toBe('secure');
    expect(args[1] && text.slice(args[1].value.start, args[1].value.end)).toBe('False');
    expect(program.comments).toEqual([{ start: 1, end: 5, text: ' 😀' }]);
    expect(violations(program)).toEqual([]);
  });

  test('a decorated function begins at its decorator, a parenthesised value inside its parentheses', () => {
    const text = '@a\ndef f(): pass\nx = (y)\n';
    const [declaration, assigned] = python.lower(text, 'a.py').body;
    expect(declaration && text.slice(declaration.start, declaration.end)).toBe('@a\ndef f(): pass');
    if (assigned?.kind !== 'expression' || assigned.expression.kind !== 'assignment') throw new Error('not an assignment');
    expect(text.slice(assigned.expression.value.start, assigned.expression.value.end)).toBe('y');
  });
});

describe('project templates', () => {
  test('Jinja markup between the code is passed over, and names filled in keep their text', () => {
    const text = [
      '{% if cookiecutter.a == "y" -%}',
      'from {{ cookiecutter.slug }}.base import *',
      '{%- endif %}',
      'MIDDLEWARE = ["a", {% if b %}"b"{% endif %}]',
      "NAME = '{{ cookiecutter.name }}'",
      "X = f'{{{y}}}'",
    ].join('\n');
    const program = python.lower(text, 'a.py');
    expect(compact(program)).toBe(
      'import "{{cookiecutter.slug}}.base" {*}; MIDDLEWARE = ["a", "b"]; NAME = "{{ cookiecutter.name }}"; X = template("{", y, "}")',
    );
    expect(program.problems).toEqual([]);
    expect(violations(program)).toEqual([]);
  });
});

describe('broken files', () => {
  test('every beginning of every snippet above lowers without harm', () => {
    for (const [source] of Object.values(TABLE).flat()) {
      const text = source;
      for (let end = 0; end < text.length; end++) {
        const found = violations(python.lower(text.slice(0, end), 'a.py'));
        if (found.length > 0) expect({ text: text.slice(0, end), found }).toBeUndefined();
      }
    }
  });

  test('an error in one place does not hide the rest', () => {
    const program = python.lower('x = = 3\nr.set_cookie("a", secure=False)\nf(a b)\nz = 2\n', 'a.py');
    expect(compact(program)).toContain('r.set_cookie("a", secure=false)');
    expect(compact(program)).toContain('z = 2');
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test.each(['', '\0', 'f(', "x = 'abc", 'class', 'if x:\n', '\ud800', 'a.b.', 'import', 'from . import', '@', 'x = {'])(
    '%j does not throw',
    (source) => {
      expect(violations(python.lower(source, 'a.py'))).toEqual([]);
    },
  );

  test('code nested a thousand levels deep is cut off and reported', () => {
    const program = python.lower(`x = ${'['.repeat(1000)}${']'.repeat(1000)}\ny = 1\n`, 'a.py');
    expect(program.problems.map((problem) => problem.message)).toEqual(['nested too deeply to be read', 'nested too deeply']);
    expect(compact(program)).toMatch(/; y = 1$/);
  });
});

test('reads .py and .pyi', () => {
  expect(['a/b.py', 'b.pyi', 'b.pyc', 'py', 'b.cfg'].map(python.matches)).toEqual([true, true, false, false, false]);
});
