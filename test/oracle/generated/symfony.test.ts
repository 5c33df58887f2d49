/** Generated PHP programs of one or two files: what PHP and Symfony's HttpFoundation send in several environments, against our verdict for the same files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLibrary } from '../php-oracle.js';
import { agreement } from './agreement.js';
import { worldsFor } from './asked-worlds.js';
import { RUNS, SEED } from './programs.js';
import { print } from './report.js';
import { SYMFONY, SYMFONY_REQUESTS } from './symfony-programs.js';
import { answersOfPages } from './symfony-runner.js';
import { judgedTexts, textOf } from './text-compare.js';
import { textPrograms } from './text-programs.js';

const hasSymfony = hasLibrary('Symfony/Component/HttpFoundation/autoload.php');

describe.skipIf(!hasSymfony)(
  `generated programs for Symfony${hasSymfony ? '' : ' (skipped: php-symfony-http-foundation is not installed)'}`,
  () => {
    it('are judged as PHP and Symfony send them', { timeout: 3_600_000 }, async () => {
      const made = [
        ...fc.sample(textPrograms(SYMFONY), { numRuns: RUNS, seed: SEED }),
        ...fc.sample(textPrograms(SYMFONY_REQUESTS), { numRuns: Math.ceil(RUNS / 10), seed: SEED }),
      ];
      const worlds = made.map((one) => worldsFor(textOf(one), ['APP_ENV']));
      const result = agreement(
        await judgedTexts(
          made,
          worlds,
          await answersOfPages(
            made.map(({ files }) => files),
            worlds,
          ),
        ),
      );
      print('php and symfony', result);
      expect(result.programs).toBeGreaterThan(made.length * 0.7);
      expect(result.falseOn).toEqual([]);
      expect(result.right / result.programs).toBeGreaterThan(0.6);
    });
  },
);
