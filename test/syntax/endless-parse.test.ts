// Code in which a grammar's error recovery comes to no end within minutes still lowers, without the line that stops it.
import { beforeAll, describe, expect, it } from 'vitest';
import { kotlin } from '../../src/syntax/kotlin/language.js';
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

describe('a parse without headway', () => {
  beforeAll(() => kotlin.load?.());

  it('is given up, and the line it stopped at is reported and left out', () => {
    const program = kotlin.lower(ENDLESS, 'A.kt');
    expect(program.problems[0]).toMatchObject({ message: 'could not be read' });
    expect(compact(program)).toContain('if (a) { b() }');
  }, 60_000);

  it('leaves the parser fit for the next file', () => {
    expect(compact(kotlin.lower('val a = f("x")\n', 'A.kt'))).toBe('const a = f("x")');
  });
});
