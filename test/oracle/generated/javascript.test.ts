/** Generated programs for JavaScript: what Express and its sessions, Koa, Fastify, Hono, h3 and plain Node send, against our verdict for the same files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { judged } from './javascript-compare.js';
import { javascriptPrograms } from './javascript.js';
import { RUNS, SEED } from './programs.js';
import { print } from './report.js';

describe('generated programs for JavaScript', () => {
  it('are judged as the libraries send them', { timeout: 3_600_000 }, async () => {
    const programs = fc.sample(javascriptPrograms(), { numRuns: RUNS, seed: SEED });
    const result = agreement(await judged(programs));
    print('javascript', result);
    expect(result.programs).toBeGreaterThan(programs.length * 0.7);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.85);
  });
});
