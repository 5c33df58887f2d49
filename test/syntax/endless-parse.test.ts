// Code in which a grammar's error recovery comes to no end within minutes still lowers, without the line that stops it.
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { kotlin } from '../../src/syntax/kotlin/language.js';
import { ruby } from '../../src/syntax/ruby/language.js';
import { compact } from './compact.js';

const ENDLESS = `fun m() {
    if (a) b() else if (c) d() else { e() }
    val cond = if (a) 1 else 2; val cond2 = if (a) { x(); 1 } else 2
 #if X
   when (x) { 1, 2 -> a(); is Foo -> b(); in 1..3 -> c(); !in z -> y(); else -> { d() } }
    val w = when { a > 1 -> 1; else -> 2 }
    when (val q = f()) { "a" -> 1 }
    for (i in xs) a(); for ((k, v) in m) b(); while (x) y(); do { z() } while (x)
    try { a() } catch (e: E) { b() } finally { c() }
    val t = try { a() } catch (e: E) { null }
    val (p, q) = pair; x += 1; x[0] = 2; a.b = c; i++; !x; -y
}
`;

const READABLE = `fun m() {\n${'  val a = f("x")\n'.repeat(4_000)}}\n`;

/** Tokens in no order. */
const PIECES = ['a', '(', '"', 'if', '{', '=', '.', '<', ';', '\n', ',', '=>', ']', 'class', 'b', ':', '+'];
const SOUP = Array.from({ length: 16_000 }, (_, i) => PIECES[(i * 7_919 + i * i * 31) % PIECES.length]).join(' ');

beforeAll(async () => {
  await kotlin.load?.();
  await ruby.load?.();
});
afterEach(() => void vi.restoreAllMocks());

describe('a parse without headway', () => {
  it('is given up, and the line it stopped at is reported and left out', () => {
    const program = kotlin.lower(ENDLESS, 'A.kt');
    expect(program.problems[0]).toMatchObject({ message: 'could not be read' });
    expect(compact(program)).toContain('if (a) { b() }');
  }, 60_000);

  it('leaves the parser fit for the next file', () => {
    expect(compact(kotlin.lower('val a = f("x")\n', 'A.kt'))).toBe('const a = f("x")');
  });
});

describe('a parse that takes too much', () => {
  it('is cut after so many steps, and the file is named', () => {
    // No clock has a part in it.
    vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
    expect(ruby.lower(SOUP, 'a.rb').problems).toEqual([{ start: 0, end: SOUP.length, message: 'takes too long to read' }]);
  }, 60_000);

  it('is no matter of how long a busy machine lets it wait', () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 3_600_000));
    expect(kotlin.lower(READABLE, 'A.kt').problems).toEqual([]);
  });

  it('is cut by processor time where steps come to take ever longer', () => {
    let [now, user] = [0, 0];
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: (user += 1_000_000), system: 0 }));
    expect(kotlin.lower(READABLE, 'A.kt').problems).toEqual([{ start: 0, end: READABLE.length, message: 'takes too long to read' }]);
  });
});
