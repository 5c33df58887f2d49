// The Ruby front-end: what each construct lowers to, and that every range is right.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Expression } from '../../src/syntax/ir.js';
import { ruby } from '../../src/syntax/ruby/language.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';

beforeAll(() => ruby.load?.());

const TABLE: Record<string, readonly (readonly [ruby: string, compact: string])[]> = {
  literals: [
    ['x = [true, false, nil, 1_000, 0x1F, 1.5]', 'x = [true, false, null, 1000, 31, 1.5]'],
    [String.raw`x = 'a\'b\n'`, String.raw`x = "a'b\\n"`],
    [String.raw`x = "a\n\u{1F600}"`, 'x = "a\\n😀"'],
    ['x = "a#{b}c#{d.e}"', 'x = template("a", b, "c", d.e())'],
    ['x = "#{a; b}#@c"', 'x = template(opaque(a, b), this.c)'],
    ['x = %q(a) + %Q(#{b}) + ?c', 'x = (("a" + template(b)) + "c")'],
    ['x = "a" "b#{c}"', 'x = template("a", "b", c)'],
    ['x = [:a, :"b c", :"d#{e}", %w[a b], %i[c d]]', 'x = ["a", "b c", template("d", e), ["a", "b"], ["c", "d"]]'],
    ['x = -1', 'x = -1'],
    ['x = ""', 'x = ""'],
  ],
  'here-documents': [
    ['f(<<~A, 1)\n  x\n    y\n  A\ng\n', String.raw`f("x\n  y\n", 1); g`],
    ["x = <<-A + <<~'B'\n  a#{b}\n  c\n  A\n    #{d}\\n\nB\n", String.raw`x = (template("  a", b, "\n  c\n") + "#{d}\\n\n")`],
    ['x = <<~A\n  a #{b}\n    c\nA\n', String.raw`x = template("a ", b, "\n  c\n")`],
    ['p <<-X.strip, 2\n X\n', 'p("".strip(), 2)'],
    ['f(<<A, <<A)\n1\nA\n2\nA\n', String.raw`f("1\n", "2\n")`],
  ],
  hashes: [
    ['x = { a: 1, :b => 2, \'c\' => 3, "d": 4, e => 5, **f, g: }', 'x = {a: 1, b: 2, c: 3, d: 4, [e]: 5, **f, g: g}'],
    ['cookies[:x] = { value: 1, secure: Rails.env.production? }', 'cookies["x"] = {value: 1, secure: Rails.env().production?()}'],
    ['[1, a: 2, **b]', '[1, {a: 2, **b}]'],
  ],
  assignments: [
    ['cookies.signed[:y] ||= 1', 'cookies.signed()["y"] ||= 1'],
    ['a.b = 1; a&.b += 2; a.b &&= 3; a.b <<= 1; a -= 1', 'a.b = 1; a.b += 2; a.b &&= 3; a.b += 1; a ?= 1'],
    ['@a = @@b = $c', 'this.a = this.b = $c'],
    ["headers['Set-Cookie'] << x; list << y; 1 << 2", 'headers["Set-Cookie"] += x; list += y; (1 other 2)'],
    ['a, (b, *c), @d = e', '<0:a, 1:<0:b, ...:c>> = e'],
    ['a.b, @c = 1, 2', 'a.b = 1; this.c = 2'],
    ['a, b = 1, 2', '<0:a, 1:b> = [1, 2]'],
    ['a = *b; a = 1, 2', 'a = [*b]; a = [1, 2]'],
    ['A::B = 1', 'A.B = 1'],
    ['x = if a then 1 elsif b then 2 else 3 end', 'x = (a ? 1 : (b ? 2 : 3))'],
    ['x = (1 if a)', 'x = (a ? 1 : null)'],
    ['x = (1 unless a)', 'x = (not(a) ? 1 : null)'],
    ['x = begin; a; b; rescue E; c; end', 'x = fn() { try { a; return b } catch { return c } }()'],
    ['x = case a when 1 then 2 else 3 end', 'x = fn() { switch (a) { case 1: { return 2 } default: { return 3 } } }()'],
    ['x = a rescue b', 'x = fn() { try { return a } catch { return b } }()'],
  ],
  calls: [
    ['a.b', 'a.b()'],
    ['a', 'a'],
    ['A::B.c; A::d(1); ::E', 'A.B.c(); A.d(1); E'],
    ["set_cookie 'a', secure: true, :b => 1, 'c' => 2, d => 3", 'set_cookie("a", secure=true, b=1, c=2, {[d]: 3})'],
    ['f(*a, **b, &c)', 'f(*a, **b) do fn(...(given)) { return c(*(given)) }'],
    ['f(&:to_s)', 'f() do fn((given)) { return (given).to_s() }'],
    ['f(secure:)', 'f(secure=secure)'],
    ['f(...)', 'f()'],
    ['f(a: 1, &); f(\n  a,\n  &\n)', 'f(a=1); f(a)'],
    ['def f(a, &) = g(a, &)', 'fn f(a) => return g(a)'],
    ['Foo.new(1).bar', 'Foo.new(1).bar()'],
    ['f.(1)', 'f(1)'],
    ["ENV['X']; ENV.fetch('X') { |k| 'y' }", 'ENV["X"]; ENV.fetch("X") do fn(k) { return "y" }'],
    ['a.b c do |x, (y, z), *r, k: 1, &l|\n x.y = 1\nend', 'a.b(c) do fn(x, <0:y, 1:z>, ...r, k = 1, l) { return x.y = 1 }'],
    ['f { |a; b| next if a; next 1 if b; c }', 'f() do fn(a) { if (a) { jump }; if (b) { return 1 }; return c }'],
    [
      '->(x) { x }; -> do 1 end; lambda { |y| y }; proc { 1 }',
      'fn(x) { return x }; fn() { return 1 }; fn(y) { return y }; fn() { return 1 }',
    ],
    ['f &->(x) { x }', 'f() do fn(x) { return x }'],
    ['yield 1; yield; super; super(1)', 'yield(1); yield(); super; super(1)'],
    ['a[1, 2]; a[b: 1]; a[]', 'a[[1, 2]]; a[{b: 1}]; a[[]]'],
    ['self.a', 'this.a()'],
  ],
  operators: [
    ['a and b or not c', '((a and b) or not(c))'],
    ['x = a && !b || c', 'x = ((a and not(b)) or c)'],
    ['a =~ /b#{c}/; a !~ b', '(a matches opaque(c)); not((a matches b))'],
    ['a == b; a === b; a != b; a <=> b; 1..2', '(a == b); (a == b); (a != b); (a other b); opaque(1, 2)'],
    ['defined?(a)', 'opaque(a)'],
    ['x = a ? b : c', 'x = (a ? b : c)'],
  ],
  statements: [
    ['if a\n b\nelsif c\n d\nelse\n e\nend', 'if (a) { b } else { if (c) { d } else { e } }'],
    ['unless a then b else c end', 'if (not(a)) { b } else { c }'],
    ['a if b; a unless b', 'if (b) { a }; if (not(b)) { a }'],
    [
      'while a do b end; until a do b end; a while b; begin; a; end until b',
      'loop (a) { b }; loop (not(a)) { b }; loop (b) { a }; loop (not(b)) { a }',
    ],
    ['for a, b in c do break end', 'loop (<0:a, 1:b> of c) { jump }'],
    ['case a\nwhen 1, :b then c\nelse d\nend', 'switch (a) { case 1, "b": { c } default: { d } }'],
    ['case\nwhen a then b\nend', 'switch () { case a: { b } }'],
    ['case a\nin {b: 1} if c then d\nin nil then e\nend', 'switch (a) { case opaque(1, c): { d } case null: { e } }'],
    ['begin\n a\nrescue A, B => e\n b\nelse\n c\nensure\n d\nend', 'try { a } catch { e = opaque(); b } finally { d }; { c }'],
    ['raise A, "b"; raise; a or raise "c"', 'throw raise(A, "b"); throw; if (not(a)) { throw raise("c") }'],
    ['f(a) and return; b || return', 'if (f(a)) { return }; if (not(b)) { return }'],
    ['return 1, 2 if a', 'if (a) { return [1, 2] }'],
    ['require "a"; alias a b; undef c', 'require("a")'],
  ],
  definitions: [
    ['def f(a, b = 1, *c, k:, l: 2, **o, &blk)\n a\nend', 'fn f(a, b = 1, ...c, k, l = 2, ...o, blk) { return a }'],
    ['def self.f = 1', 'static fn f() => return 1'],
    ['def a?; end', 'fn a?() {}'],
    ['def a=(v) = @a = v', 'fn a=(v) => return this.a = v'],
    ['def f\n if a\n  b\n else\n  c\n  d\n end\nend', 'fn f() { if (a) { return b } else { c; return d } }'],
    ['def f\n a\nrescue\n b\nensure\n c\nend', 'fn f() { try { return a } catch { return b } finally { c } }'],
    ['def f\n x = case a\n when 1 then return 2\n end\nend', 'fn f() { return x = fn() { switch (a) { case 1: { return 2 } } }() }'],
    ['def f((a, b), c); end', 'fn f(<0:a, 1:b>, c) {}'],
    [
      'class A::B < C::D\n include X\n attr_accessor :a\n Y = 1\n class << self\n  def f; 1; end\n end\n private def g; 2; end\nend',
      'class A::B < C.D, X { include(X); attr_accessor("a"); Y = 1; static fn f() { return 1 }; fn g() { return 2 } }',
    ],
    ['module M; class N; end; end', 'singleton M { class N {} }'],
    ['class A; include B, C::D; include e; prepend F; end', '@F class A < B, C.D { include(B, C.D); include(e); prepend(F) }'],
  ],
};

for (const [group, rows] of Object.entries(TABLE)) {
  describe(group, () => {
    test.each(rows)('%s', (source, expected) => {
      const program = ruby.lower(source, 'a.rb');
      expect(compact(program)).toBe(expected);
      expect(violations(program)).toEqual([]);
      expect(program.problems).toEqual([]);
    });
  });
}

describe('ranges', () => {
  const expressionAt = (text: string, index: number): Expression => {
    const statement = ruby.lower(text, 'a.rb').body[index];
    if (statement?.kind !== 'expression') throw new Error('not an expression');
    return statement.expression;
  };
  const cut = (text: string, range: { start: number; end: number } | undefined): string | undefined =>
    range && text.slice(range.start, range.end);

  test('keys, symbols and named arguments are where their text is', () => {
    const text = '# 😀\nset_cookie :ké, :secure => false, httponly: true\n';
    const call = expressionAt(text, 0);
    if (call.kind !== 'call') throw new Error('not a call');
    expect(cut(text, call.args[0]?.value)).toBe(':ké');
    expect(call.args.map((argument) => cut(text, argument.nameRange))).toEqual([undefined, 'secure', 'httponly']);
    expect(cut(text, call.args[1])).toBe(':secure => false');
    expect([call.parenthesised, cut(text, { start: 0, end: call.argsRange.start })]).toEqual([false, '# 😀\nset_cookie']);
    expect(call.argsRange.start).toBe(call.argsRange.end);
  });

  test('a here-document has its content below', () => {
    const text = 'f(<<~A, secure: false)\n    a=1\n    b\n  A\n';
    const call = expressionAt(text, 0);
    const literal = call.kind === 'call' ? call.args[0]?.value : undefined;
    if (literal?.kind !== 'literal') throw new Error('not a literal');
    expect(cut(text, literal)).toBe('<<~A');
    expect(cut(text, literal.content)).toBe('    a=1\n    b\n');
    expect(literal.value).toBe('a=1\nb\n');
  });

  test('comments of both kinds', () => {
    const text = '#a\n=begin\nb\n=end\nc # d\n';
    expect(ruby.lower(text, 'a.rb').comments.map((comment) => comment.text.trim())).toEqual(['a', 'b', 'd']);
  });
});

describe('broken files', () => {
  test('every beginning of every snippet above lowers without harm', () => {
    for (const [source] of Object.values(TABLE).flat()) {
      const text = source;
      for (let end = 0; end < text.length; end++) {
        const found = violations(ruby.lower(text.slice(0, end), 'a.rb'));
        if (found.length > 0) expect({ text: text.slice(0, end), found }).toBeUndefined();
      }
    }
  });

  test('an error in one place does not hide the rest', () => {
    const program = ruby.lower('x = = 3\ncookies[:a] = { secure: false }\nf(a b)\nz = 2\n', 'a.rb');
    expect(compact(program)).toContain('cookies["a"] = {secure: false}');
    expect(compact(program)).toContain('z = 2');
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test.each([
    '',
    '\0',
    'f(',
    "x = 'abc",
    'class',
    'def',
    'if x',
    '<<~A',
    'f(<<~A, <<~B)\na\nA\n',
    '"#{',
    '\ud800',
    'a.',
    '%w[',
    'x ? y :',
    '{ a:',
    '[*',
  ])('%j does not throw', (source) => {
    expect(violations(ruby.lower(source, 'a.rb'))).toEqual([]);
  });
});

test('reads Ruby files of every name', () => {
  const paths = ['a/b.rb', 'config.ru', 'x.rake', 'x.jbuilder', 'Rakefile', 'a/Gemfile', 'Gemfile.lock', 'a.erb', 'rb'];
  expect(paths.map(ruby.matches)).toEqual([true, true, true, true, true, true, false, false, false]);
});
