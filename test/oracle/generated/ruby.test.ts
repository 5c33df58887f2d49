/** Generated Ruby programs: what Rack, Sinatra and Rails send in several environments, against our verdict for the same files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { worldsFor } from './asked-worlds.js';
import { RUNS, SEED } from './programs.js';
import { print } from './report.js';
import { rubyLanguage, rubyRequests } from './ruby-programs.js';
import { answersOfRuby, hasRuby } from './ruby-runner.js';
import { judgedTexts, textOf } from './text-compare.js';
import { textPrograms } from './text-programs.js';

/** The variables that hold the mode. */
const FRAMEWORKS = [
  ['rack', ['APP_ENV']],
  ['sinatra', ['APP_ENV']],
  ['rails', ['RAILS_ENV', 'APP_ENV']],
] as const;

describe.each(FRAMEWORKS)('generated programs for %s (skipped where it is not installed)', (framework, modes) => {
  it.skipIf(!hasRuby(framework))('are judged as it sends them', { timeout: 3_600_000 }, async () => {
    const runs = Math.ceil(RUNS / 2);
    const made = [
      ...fc.sample(textPrograms(rubyLanguage(framework)), { numRuns: runs, seed: SEED }),
      ...fc.sample(textPrograms(rubyRequests(framework)), { numRuns: Math.ceil(runs / 10), seed: SEED }),
    ];
    const worlds = made.map((one) => worldsFor(textOf(one), modes));
    const result = agreement(
      await judgedTexts(
        made,
        worlds,
        answersOfRuby(
          framework,
          made.map(({ files }) => files),
          worlds,
        ),
      ),
    );
    print(framework, result);
    expect(result.programs).toBeGreaterThan(made.length * 0.7);
    expect(result.falseOn).toEqual([]);
    expect(result.right / result.programs).toBeGreaterThan(0.6);
  });
});
