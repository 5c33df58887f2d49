/** Generated PHP pages: what each sends in several environments, against our verdict for the same text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPhp } from '../php-oracle.js';
import { seenAs, statesOf } from '../python-oracle.js';
import { securesOf } from './php-pages.js';
import { CALLS, PHP_IDIOMS, phpSource } from './php.js';
import { programs, RUNS, SEED } from './programs.js';
import { agreementOf, print, type Compared } from './report.js';
import { stateOfRuns } from './worlds.js';

describe.skipIf(!hasPhp)('generated programs for PHP', () => {
  it('are judged as PHP sends them', { timeout: 3_600_000 }, async () => {
    const made = fc.sample(programs(PHP_IDIOMS, CALLS.length), { numRuns: RUNS, seed: SEED }).flatMap((one) => {
      const source = phpSource(one);
      return source === undefined ? [] : [{ idiom: one.idiom, source }];
    });
    const seen = await securesOf(made.map(({ source }) => source));
    const compared: Compared[] = [];
    for (const [i, { idiom, source }] of made.entries()) {
      const secure = seen[i];
      // A page that PHP refuses in some world sends nothing to compare.
      if (secure === undefined) continue;
      const states = await statesOf('page.php', source);
      compared.push({ idiom, source, real: stateOfRuns(secure), ours: seenAs(states.get('a') ?? states.get('PHPSESSID')) });
    }
    const agreement = agreementOf(compared);
    print('php', agreement);
    expect(agreement.programs).toBeGreaterThan(made.length * 0.7);
    expect(agreement.falseOn).toEqual([]);
    expect(agreement.right / agreement.programs).toBeGreaterThan(0.9);
  });
});
