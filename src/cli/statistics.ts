/** What `--stats` says: what was read and found, how much work it was, and which step of the run took how much of it. */
import type { Report } from '../cookies/finding.js';
import { parsing, spentOnSteps } from '../syntax/steps.js';
import { counts } from '../values/counts.js';

export function statistics(report: Report, milliseconds: number): string {
  return [
    `time        ${(milliseconds / 1000).toFixed(2)} s`,
    `steps       ${shares()}`,
    `files       ${report.files} listed, ${report.candidates} parsed, ${report.skipped.length} skipped`,
    `work        ${counts.files} reads, ${parsing.parsed} parses, ${parsing.lowered} lowered, ${counts.steps} evaluator steps`,
    `cookies     ${tally(report.cookies.map(({ state, coveredBy }) => (coveredBy === undefined ? state : 'covered')))}`,
    `frameworks  ${tally(report.cookies.map(({ framework }) => framework))}`,
    `problems    ${tally(report.findings.map(({ problem }) => problem))}`,
    '',
  ].join('\n');
}

/** Each step's part of the processor time. */
function shares(): string {
  const spent = [...spentOnSteps()];
  const total = spent.reduce((sum, [, its]) => sum + its, 0);
  return `${spent.map(([step, its]) => `${step} ${Math.round((100 * its) / Math.max(total, 1))}%`).join(', ')} of ${(total / 1000).toFixed(2)} s of processor time`;
}

function tally(values: readonly string[]): string {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return (
    [...found]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([value, count]) => `${value} ${count}`)
      .join(', ') || 'none'
  );
}
