/**
 * Which step of a run the processor is busy with, for `--stats`. Steps lie in one another, because a file is only read and parsed
 * when the one before asks about it: what an inner step takes is not counted with the outer one.
 */

export const steps = ['start', 'list', 'read', 'prefilter', 'parse', 'lower', 'match', 'evaluate', 'report'] as const;

export type Step = (typeof steps)[number];

/** Texts that a parser was given, and programs that came of them. */
export const parsing = { parsed: 0, lowered: 0 };

let current: Step = 'start';
let since = 0;
let spent: Map<Step, number> | undefined;

/** Processor time of this process in milliseconds, that of the system on its behalf too. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Begins to measure: what the process took so far is its start. Unless it is called no clock is read. */
export function measureSteps(): void {
  spent = new Map();
  current = 'start';
  since = 0;
}

/** Goes on with a step, and says which it was before. */
export function enterStep(step: Step): Step {
  const before = current;
  if (spent === undefined || step === before) return before;
  const now = clock();
  spent.set(before, (spent.get(before) ?? 0) + now - since);
  since = now;
  current = step;
  return before;
}

/** Does a piece of work as part of a step. */
export function inStep<T>(step: Step, work: () => T): T {
  const before = enterStep(step);
  try {
    return work();
  } finally {
    enterStep(before);
  }
}

/** Milliseconds of each step so far. */
export function spentOnSteps(): ReadonlyMap<Step, number> {
  const own = current;
  // Closes the account of the step that goes on.
  enterStep(own === 'report' ? 'evaluate' : 'report');
  enterStep(own);
  return new Map(steps.map((step) => [step, spent?.get(step) ?? 0]));
}
