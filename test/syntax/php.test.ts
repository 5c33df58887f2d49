// The PHP front-end: what each construct lowers to, and that every range is right.
import { beforeAll, describe, expect, test } from 'vitest';
import { php } from '../../src/syntax/php/language.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';

beforeAll(() => php.load?.());

/** Snippets are the text after `<?php `. */
const TABLE: Record<string, readonly (readonly [php: string, compact: string])[]> = {
  literals: [
    ['$x = [true, FALSE, null, 0x1F, 1.5, -1];', 'x = [true, false, null, 31, 1.5, -1]'],
    [String.raw`$x = 'a\'b\n';`, String.raw`x = "a'b\\n"`],
    [String.raw`$x = "a\n\u{1F600}";`, 'x = "a\\n😀"'],
    ['$x = "a $b {$c[\'d\']} $e[f] $g->h ${i}";', 'x = template("a ", b, " ", c["d"], " ", e["f"], " ", g.h, " ", i)'],
    ['$x = "";', 'x = ""'],
    ['$x = <<<EOT\n  a $b\n    c\n  EOT;', String.raw`x = template("a ", b, "\n  c")`],
    ["$x = <<<'EOT'\na $b\\n\nEOT;", String.raw`x = "a $b\\n"`],
    ['$x = <<<EOT\nEOT;', 'x = ""'],
  ],
  arrays: [
    ["$x = ['a' => 1, 2, ...$b, C => &$d];", 'x = {a: 1, [0]: 2, **b, [C]: d}'],
    ["$x = array('a' => array(1, 2));", 'x = {a: [1, 2]}'],
    ['$x = []; $y = [...$a, ...$b]; $z = [1, ...$a];', 'x = {}; y = {**a, **b}; z = [1, *a]'],
    ["$x['a']['b'] = 1; $x[] = 2;", 'x["a"]["b"] = 1; x += 2'],
    ["[$a, 'k' => [$b], , $c] = $d; list(, $e, $f->g) = $h;", '<0:a, k:<0:b>, 3:c> = d; <1:e> = h'],
  ],
  calls: [
    ["setcookie('n', $v, ['secure' => true] + $o);", 'setcookie("n", v, ({secure: true} + o))'],
    ["setcookie(name: 'a', secure: $s, ...$rest);", 'setcookie(name="a", secure=s, *rest)'],
    ["\\setcookie('a'); \\Foo\\bar(); namespace\\baz(); $f(1); f(...);", 'setcookie("a"); Foo.bar(); baz(); f(1); f'],
    [
      '$this->a()?->b()->c; A::d(1); $o::e(); parent::f(); self::g(); static::h();',
      'this.a().b().c; A.d(1); o.e(); super.f(); this.g(); this.h()',
    ],
    ['A::$b; self::$c; A::D; A::class; $o->$p; $o->{"q"}; A::{$m}();', 'A.b; this.c; A.D; A.class; o[p]; o["q"]; A[m]()'],
    [
      "new Cookie('a', secure: true); new Foo; new static(1); new \\A\\B; new $c;",
      'new Cookie("a", secure=true); new Foo(); new this(1); new A.B(); new c()',
    ],
    ['new class(1) extends B { const X = 1; };', 'new class  < B { static const X = 1 }(1)'],
    ['(bool) $x; (boolean) $y; (int) $z;', 'bool(x); bool(y); int(z)'],
    ["@f(); clone $x; require_once __DIR__ . '/x.php'; include 'y.php';", 'f(); x; require((__DIR__ + "/x.php")); require("y.php")'],
    ['f(&$x); f(g());', 'f(x); f(g())'],
  ],
  operators: [
    ["$a . 'b' . $c;", '((a + "b") + c)'],
    ['$a ?: $b; $a ?? $b; $a ? $b : $c;', '(a or b); (a nullish b); (a ? b : c)'],
    ['$a and $b or !$c; $a && $b || $c; $a xor $b;', '((a and b) or not(c)); ((a and b) or c); (a other b)'],
    [
      '$a === $b; $a == $b; $a !== $b; $a <> $b; $a <=> $b; $a instanceof B;',
      '(a == b); (a == b); (a != b); (a != b); (a other b); (a instanceof B)',
    ],
    ["$a ??= $b; $a .= 'c'; $a += 1; $a -= 1; $a = &$b; $a++;", 'a ??= b; a += "c"; a += 1; a ?= 1; a = b; a += 1'],
    ["$m = match ($e) { 'a', 'b' => 1, 'c' => 2, default => 3 };", 'm = (((e == "a") or (e == "b")) ? 1 : ((e == "c") ? 2 : 3))'],
    ['$m = match (true) { $a => 1, default => 2 };', 'm = (a ? 1 : 2)'],
  ],
  functions: [
    ['fn(int $x = 1) => $x + 1;', 'fn(x: int = 1) => return (x + 1)'],
    ['function (array &$a, ?Foo\\Bar ...$r) use (&$b): ?Baz { return $b; };', 'fn(a: array, ...r: Foo.Bar): Baz { return b }'],
    [
      'function f() { static $n = 1, $m; global $g; yield 1; throw new E; }',
      'fn f() { var n = 1; var m; outer(file) g; opaque(1); throw new E() }',
    ],
    ['#[A, B(1)] function f(#[C] $x) {}', '@A @B(1) fn f(@C x) {}'],
  ],
  classes: [
    [
      'final class A extends B implements C, \\D\\E { use T1, T2 { T1::a as b; } const X = 1, Y = 2; public static bool $f = true, $g; private ?S $h; static function m() { return $this->h; } abstract function n(); }',
      'class A < B, C, D.E, T1, T2 { static const X = 1; static const Y = 2; static var f: bool = true; static var g: bool; var h: S; static fn m() { return this.h }; fn n() {} }',
    ],
    [
      'class A { public function __construct(private readonly bool $secure = true, $b = 1) {} }',
      'class A(secure: bool = true, b = 1) { fn __construct(secure: bool = true, b = 1) {} }',
    ],
    ['class A { public function __construct($b) {} }', 'class A { fn __construct(b) {} }'],
    [
      'interface I extends J { const C = 1; } trait T { protected $p = 1; } enum S: string { case A = "a"; }',
      'class I < J { static const C = 1 }; class T { var p = 1 }; class S { static const A = "a" }',
    ],
    ['#[A] class B {}', '@A class B {}'],
  ],
  statements: [
    [
      'if ($a) b(); elseif ($c) { d(); } else if ($e) f(); else { g(); }',
      'if (a) { b() } else { if (c) { d() } else { if (e) { f() } else { g() } } }',
    ],
    ['if ($a): b(); elseif ($c): d(); else: e(); endif;', 'if (a) { b() } else { if (c) { d() } else { e() } }'],
    [
      'foreach ($a as $k => [$v, $w]) { continue; } foreach (f() as &$x) g($x);',
      'loop (<0:v, 1:w> of a) { jump }; loop (x of f()) { g(x) }',
    ],
    ['for ($i = 0; $i < 1; $i++) a();', '{ i = 0; loop ((i < 1)) { a(); i += 1 } }'],
    ['while ($a): b(); endwhile; do { c(); } while ($d);', 'loop (a) { b() }; loop (d) { c() }'],
    ['try { a(); } catch (E | F $e) { b(); } finally { c(); }', 'try { a() } catch { b() } finally { c() }'],
    ['switch ($a) { case 1: case 2: b(); break; default: c(); }', 'switch (a) { case 1, 2: { b(); jump } default: { c() } }'],
    [
      "exit; exit(1); die; die('x'); defined('X') or die('y'); $a || throw new E;",
      'throw; throw opaque(1); throw die; throw die("x"); if (not(defined("X"))) { throw die("y") }; if (not(a)) { throw new E() }',
    ],
    ["define('A', true); const B = 1, C = 2;", 'const A = true; const B = 1; const C = 2'],
    ["return ['secure' => env('X', true)];", 'return {secure: env("X", true)}'],
    ["echo 'a', $b; unset($c['d']); print f();", 'opaque("a", b); c["d"] = undefined; opaque(f())'],
    [
      'namespace A\\B; use C\\D, \\E as F; use function g\\{h, i as j}; f();',
      'import "C" {D}; import "" {E as F}; import "g" {h}; import "g" {i as j}; f()',
    ],
    ['use A\\{B, C,};', 'import "A" {B}; import "A" {C}'],
    ['namespace A { f(); }', 'f()'],
    ['declare(strict_types=1); goto a; a: f();', 'jump; f()'],
  ],
};

for (const [group, rows] of Object.entries(TABLE)) {
  describe(group, () => {
    test.each(rows)('%s', (source, expected) => {
      const program = php.lower(`<?php ${source}`, 'a.php');
      expect(compact(program)).toBe(expected);
      expect(violations(program)).toEqual([]);
      expect(program.problems).toEqual([]);
    });
  });
}

describe('HTML around the code', () => {
  test('is skipped, wherever it stands', () => {
    const text =
      '\uFEFF<script>document.cookie = "😀";</script>\n<?php if ($a): ?>\n<b><?= f($x) ?></b>\n<?php else: setcookie("k"); endif; ?>\n</html>\n';
    const program = php.lower(text, 'a.phtml');
    expect(compact(program)).toBe('if (a) { f(x) } else { setcookie("k") }');
    expect(violations(program)).toEqual([]);
    expect(program.problems).toEqual([]);
  });

  test('alone makes an empty program', () => {
    expect(php.lower('<p>{{ $x }}</p>', 'a.blade.php').body).toEqual([]);
  });
});

describe('ranges', () => {
  const cut = (text: string, range: { start: number; end: number } | undefined): string | undefined =>
    range && text.slice(range.start, range.end);

  test('arguments, names and contents are where they are written', () => {
    const text = '<?php # 😀\nsetcookie("k😀", secure: false);';
    const program = php.lower(text, 'a.php');
    const [statement] = program.body;
    if (statement?.kind !== 'expression' || statement.expression.kind !== 'call') throw new Error('not a call');
    const { args, argsRange } = statement.expression;
    expect(cut(text, argsRange)).toBe('"k😀", secure: false');
    expect(cut(text, args[1]?.nameRange)).toBe('secure');
    expect(cut(text, args[1]?.value)).toBe('false');
    expect(program.comments.map((comment) => comment.text)).toEqual([' 😀']);
  });

  test('a keyed entry spans key and value; a defined name stands in its quotes', () => {
    const text = "<?php define('A', ['secure' => false]);";
    const [declared] = php.lower(text, 'a.php').body;
    if (declared?.kind !== 'declaration' || declared.value?.kind !== 'record') throw new Error('not a declared array');
    expect(cut(text, declared.target)).toBe('A');
    expect(cut(text, declared.value.entries[0])).toBe("'secure' => false");
  });

  test('the namespace is dotted', () => {
    expect(php.lower('<?php namespace App\\Http; f();', 'a.php').namespace).toBe('App.Http');
    expect(php.lower('<?php f();', 'a.php').namespace).toBeUndefined();
  });
});

describe('broken files', () => {
  test('every beginning of every snippet above lowers without harm', () => {
    for (const [source] of Object.values(TABLE).flat()) {
      const text = `<?php ${source}`;
      for (let end = 0; end < text.length; end++) {
        const found = violations(php.lower(text.slice(0, end), 'a.php'));
        if (found.length > 0) expect({ text: text.slice(0, end), found }).toBeUndefined();
      }
    }
  });

  test('an error in one place does not hide the rest', () => {
    const program = php.lower("<?php $x = = 3;\nsetcookie('a', secure: false);\nf(a b);\n$z = 2;\n", 'a.php');
    expect(compact(program)).toContain('setcookie("a", secure=false)');
    expect(compact(program)).toContain('z = 2');
    expect(program.problems.length).toBeGreaterThan(0);
  });

  test.each([
    '',
    '\0',
    '<?php',
    '<?php f(',
    "<?php 'abc",
    '<?php "{$a',
    '<?php class',
    '<?php function',
    '<?php if (',
    '<?php <<<A',
    '<?php $',
    '<?php $a->',
    '<?php [',
    '<?php match(',
    '<?= ',
    '\ud800',
    '<?php new',
    '<?php use',
    '<?php namespace',
  ])('%j does not throw', (source) => {
    expect(violations(php.lower(source, 'a.php'))).toEqual([]);
  });
});

test('reads PHP files of every name', () => {
  const paths = ['a/b.php', 'b.phtml', 'c.inc', 'd.module', 'e.install', 'f.blade.php', 'g.tpl.php', 'h.html', 'php'];
  expect(paths.map(php.matches)).toEqual([true, true, true, true, true, true, true, false, false]);
});
