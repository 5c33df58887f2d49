/** Generated Go programs: what net/http and gorilla/sessions send in several environments, against our verdict for the same files. */
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { worldsFor } from './asked-worlds.js';
import { GO, GO_REQUESTS } from './go-programs.js';
import { answersOfGo, hasGo } from './go-runner.js';
import { RUNS, SEED } from './programs.js';
import { print } from './report.js';
import { judgedTexts, textOf } from './text-compare.js';
import { textPrograms } from './text-programs.js';

const hasGorilla = existsSync('/usr/share/gocode/src/github.com/gorilla/sessions');
const missing = [...(hasGo ? [] : ['go']), ...(hasGorilla ? [] : ['golang-github-gorilla-sessions-dev'])].at(0);

describe.skipIf(missing !== undefined)(
  `generated programs for Go${missing === undefined ? '' : ` (skipped: ${missing} is not installed)`}`,
  () => {
    it('are judged as net/http sends them', { timeout: 3_600_000 }, async () => {
      const made = [
        ...fc.sample(textPrograms(GO), { numRuns: RUNS, seed: SEED }),
        ...fc.sample(textPrograms(GO_REQUESTS), { numRuns: Math.ceil(RUNS / 10), seed: SEED }),
      ];
      const worlds = made.map((one) => worldsFor(textOf(one), ['APP_ENV']));
      const result = agreement(
        await judgedTexts(
          made,
          worlds,
          answersOfGo(
            made.map(({ files }) => files),
            worlds,
          ),
        ),
      );
      print('go', result);
      expect(result.programs).toBeGreaterThan(made.length * 0.7);
      expect(result.falseOn).toEqual([]);
      expect(result.right / result.programs).toBeGreaterThan(0.7);
    });
  },
);
