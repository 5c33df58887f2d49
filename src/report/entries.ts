/** Findings as formats need them: with lines, columns and fingerprints beside the offsets. */
import type { Finding, Place, Report, Severity, Step } from '../cookies/finding.js';
import { linesOf, type Position } from '../text/lines.js';
import type { FormatOptions } from './format.js';

export interface PlacedStep {
  readonly step: Step;
  readonly start: Position;
  readonly end: Position;
}

export interface Entry {
  readonly finding: Finding;
  readonly start: Position;
  readonly end: Position;
  readonly cause: Position;
  readonly related: readonly PlacedStep[];
  readonly fingerprint: string;
}

/** Start and end of a place. A file that could not be read has only its first line. */
export function positionsOf(report: Report, place: Place): { readonly start: Position; readonly end: Position } {
  const text = report.textOf(place.path);
  if (text === undefined) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const lines = linesOf(text);
  return { start: lines.positionAt(place.range.start), end: lines.positionAt(place.range.end) };
}

/** The entries of the report's findings, in their order. */
export function entriesOf(report: Report, options: Pick<FormatOptions, 'fingerprints'>, findings: readonly Finding[] = report.findings): Entry[] {
  return findings.map((finding) => ({
    finding,
    ...positionsOf(report, finding),
    cause: positionsOf(report, finding.cause).start,
    related: finding.related.map((step) => ({ step, ...positionsOf(report, step) })),
    fingerprint: options.fingerprints.get(finding) ?? '',
  }));
}

/** The findings for people: notes only where they are asked for. */
export function visibleFindings(report: Report, options: { readonly pedantic: boolean }): Finding[] {
  return report.findings.filter(({ severity }) => options.pedantic || severity !== 'note');
}

/** How many findings have each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const count: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) count[severity]++;
  return count;
}

/** `2 errors`, `1 warning`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** The cookies that the repository sets; deletions are sites, but not cookies. */
export function cookieCount(report: Report): number {
  return report.cookies.filter(({ deletes }) => !deletes).length;
}

/** A score as people read it: two decimals at most, one at least. */
export function scoreText(score: number): string {
  return (Math.round(score * 100) / 100).toFixed(2).replace(/0$/, '');
}

/** The cookie's name, or the expression that makes it, or undefined where nothing is known. */
export function cookieLabel(cookie: Finding['cookie']): string | undefined {
  return cookie.name ?? cookie.expression;
}
