/** What was not read or followed to its end, because it would have taken too much: it is named, never left out in silence. */
import type { Skipped } from '../cookies/finding.js';
import type { Program, Range } from '../syntax/ir.js';
import { isPastTimeLimit } from '../syntax/time-limit.js';
import { linesOf } from '../text/lines.js';
import { MAX_FILE_STEPS, MAX_STEPS, type Cut } from '../values/budget.js';

const grouped = new Intl.NumberFormat('en');

const REASONS: Readonly<Record<Cut, string>> = {
  question: `takes more than ${grouped.format(MAX_STEPS)} steps`,
  file: `was not followed further, because the file has taken ${grouped.format(MAX_FILE_STEPS)} steps`,
  time: 'was not followed further, because the time limit is over',
};

/** Steps, not seconds: the same cookies are cut on a slow machine as on a fast one. */
export function noteLimit(skipped: Skipped[], { path, text }: Program, { start }: Range, surface: string, cut: Cut): void {
  note(skipped, path, `line ${linesOf(text).positionAt(start).line}: what decides ${surface} ${REASONS[cut]}`);
}

/** Whether the user's time limit is over; then the file is named. */
export function isTooLateFor(skipped: Skipped[], path: string): boolean {
  if (!isPastTimeLimit()) return false;
  note(skipped, path, 'not read, because the time limit is over');
  return true;
}

function note(skipped: Skipped[], path: string, why: string): void {
  if (!skipped.some((one) => one.path === path && one.why === why)) skipped.push({ path, why, kind: 'limit' });
}
