/** Generated servlets: what an embedded Tomcat sends in several environments, against our verdict for the same files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { worldsFor } from './asked-worlds.js';
import { JAVA, JAVA_REQUESTS } from './java-programs.js';
import { answersOfJava, missingForJava } from './java-runner.js';
import { RUNS, SEED } from './programs.js';
import { print } from './report.js';
import { judgedTexts, textOf } from './text-compare.js';
import { textPrograms } from './text-programs.js';

describe.skipIf(missingForJava !== undefined)(
  `generated programs for servlets${missingForJava === undefined ? '' : ` (skipped: ${missingForJava} is not installed)`}`,
  () => {
    it('are judged as Tomcat sends them', { timeout: 3_600_000 }, async () => {
      const made = [
        ...fc.sample(textPrograms(JAVA), { numRuns: RUNS, seed: SEED }),
        ...fc.sample(textPrograms(JAVA_REQUESTS), { numRuns: Math.ceil(RUNS / 10), seed: SEED }),
      ];
      const worlds = made.map((one) => worldsFor(textOf(one), ['APP_ENV']));
      const result = agreement(
        await judgedTexts(
          made,
          worlds,
          answersOfJava(
            made.map(({ files }) => files),
            worlds,
          ),
        ),
      );
      print('servlets', result);
      expect(result.programs).toBeGreaterThan(made.length * 0.7);
      expect(result.falseOn).toEqual([]);
      expect(result.right / result.programs).toBeGreaterThan(0.5);
    });
  },
);
