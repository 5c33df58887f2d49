/** Generated programs for the Python frameworks: what each sends in several environments, against our verdict for the same text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, projectOf, pythonWith, seenAs, statesOf } from '../python-oracle.js';
import { programs, RUNS, SEED } from './programs.js';
import { FRAMEWORKS, PYTHON_IDIOMS, pythonSource, type PythonFramework } from './python.js';
import { agreementOf, print, type Compared } from './report.js';
import { RUN_WORLDS, stateOfRuns } from './worlds.js';

async function compare(framework: PythonFramework): Promise<Compared[] | undefined> {
  const python = pythonWith(framework.kind);
  if (python === undefined) return undefined;
  const made = fc.sample(programs(PYTHON_IDIOMS, framework.calls.length), { numRuns: RUNS, seed: SEED }).flatMap((one) => {
    const source = pythonSource(one, framework);
    return source === undefined ? [] : [{ idiom: one.idiom, source }];
  });
  const answers = ask(
    python,
    made.map(({ source }) => ({ kind: `${framework.kind}_write`, source, worlds: RUN_WORLDS, shared: true as const })),
  );
  const root = projectOf(python);
  const compared: Compared[] = [];
  for (const [i, { idiom, source }] of made.entries()) {
    const states = await statesOf('app.py', source, root);
    compared.push({ idiom, source, real: stateOfRuns(answers[i] as boolean[]), ours: seenAs(states.get('a')) });
  }
  return compared;
}

describe.each(FRAMEWORKS)('generated programs for $kind', (framework) => {
  it('are judged as the framework sends them', { timeout: 3_600_000 }, async (context) => {
    const compared = await compare(framework);
    if (compared === undefined) return context.skip(`${framework.kind} is not installed for any Python here`);
    const agreement = agreementOf(compared);
    print(framework.kind, agreement);
    expect(agreement.falseOn).toEqual([]);
    expect(agreement.wrong).toEqual([]);
    // Four of the 39 are undecided, which is said; more would be a step back.
    expect(agreement.right / agreement.programs).toBeGreaterThan(0.85);
  });
});
