/** Whether what a report holds fails the run. */
import type { Report } from '../cookies/finding.js';
import { countBySeverity } from '../report/entries.js';
import type { Parsed } from './arguments.js';
import { countOf } from './numbers.js';
import { exit } from './surroundings.js';

export function exitCode(parsed: Parsed, report: Report): number {
  const count = countBySeverity(report.findings);
  const undecided = parsed.flags.has('fail-on-undecided') && report.undecided.length > 0;
  return count.error > 0 || count.warning > countOf(parsed, 'max-warnings', 0) || undecided ? exit.findings : exit.clean;
}
