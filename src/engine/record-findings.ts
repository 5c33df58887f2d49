/** The finding of a cookie of the inventory, and the fix that mends it, wherever that stands. */
import type { CookieRecord, Finding, Fix, Place, Report } from '../cookies/finding.js';

/** What was found about a cookie, suppressed or not. */
export function findingOf(report: Report, record: CookieRecord): Finding | undefined {
  return [...report.findings, ...report.suppressed, ...report.undecided].find(
    ({ path, surface, range }) =>
      path === record.path && surface === record.surface && range.start >= record.range.start && range.end <= record.range.end,
  );
}

export interface PlacedFix {
  readonly fix: Fix;
  /** The finding whose file it edits. */
  readonly at: Finding;
}

/** The fix of a finding: its own, or that of the options which it shares with other cookies. */
export function fixOf(report: Report, finding: Finding): PlacedFix | undefined {
  const options =
    finding.options === undefined
      ? undefined
      : report.findings.find((one) => one.decides !== undefined && isSamePlace(one, finding.options));
  for (const at of [finding, ...(options === undefined ? [] : [options])]) {
    const fix = at.fixes.find(({ safe }) => safe) ?? at.fixes[0];
    if (fix !== undefined) return { fix, at };
  }
  return undefined;
}

const isSamePlace = (a: Place, b: Place | undefined): boolean =>
  b !== undefined && a.path === b.path && a.range.start === b.range.start && a.range.end === b.range.end;
