/** Findings as formats need them: with lines, columns and fingerprints beside the offsets. */
import type { Finding, Place, Positions, Reason, Report, Severity, Step } from '../cookies/finding.js';
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

/** Start and end of a place. A file that could not be read has only its first line, where no other run has seen it. */
export function positionsOf(report: Report, place: Place): Positions {
  const text = report.textOf(place.path);
  if (text === undefined) return report.placed?.(place) ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const lines = linesOf(text);
  return { start: lines.positionAt(place.range.start), end: lines.positionAt(place.range.end) };
}

/** The entries of the report's findings, in their order. */
export function entriesOf(
  report: Report,
  options: Pick<FormatOptions, 'fingerprints'>,
  findings: readonly Finding[] = report.findings,
): Entry[] {
  return findings.map((finding) => ({
    finding,
    ...positionsOf(report, finding),
    cause: positionsOf(report, finding.cause).start,
    related: finding.related.map((step) => ({ step, ...positionsOf(report, step) })),
    fingerprint: options.fingerprints.get(finding) ?? '',
  }));
}

/** The findings for people: notes only where they are asked for, and session-like cookies that could not be decided. */
export function visibleFindings(report: Report, options: { readonly pedantic: boolean }): Finding[] {
  return report.findings.filter(({ severity, problem }) => options.pedantic || severity !== 'note' || problem === 'unresolved');
}

/** How many of a report's notes {@link visibleFindings} leaves out. */
export function hiddenNotes(report: Report, options: { readonly pedantic: boolean }): number {
  return report.findings.length - visibleFindings(report, options).length;
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

/** A score as people read it, two decimals at most, one at least; the range that it can be where cookies are undecided. */
export function scoreText({ score, bestScore }: { readonly score: number | null; readonly bestScore: number | null }): string {
  if (score === null || bestScore === null) return '–';
  const decimals = (one: number): string => (Math.round(one * 100) / 100).toFixed(2).replace(/0$/, '');
  return score === bestScore ? decimals(score) : `${decimals(score)}–${decimals(bestScore)}`;
}

/** What there is to say where no cookie was recognised: that is no pass. */
export function nothingText({ files, candidates }: Pick<Report, 'files' | 'candidates'>): string {
  if (files === 0) return 'no file was found to read';
  if (candidates === 0) return `nothing in ${counted(files, 'file')} mentions a cookie or a session that the rules know`;
  return `no cookie was recognised in ${counted(files, 'file')}, ${candidates} of them read`;
}

/** `3 cookies undecided`; undefined where every cookie is decided. */
export function undecidedText(count: number): string | undefined {
  return count === 0 ? undefined : `${counted(count, 'cookie')} undecided`;
}

/** `2 files not read`; undefined where all of an app's were. */
export function unreadText(count = 0): string | undefined {
  return count === 0 ? undefined : `${counted(count, 'file')} not read`;
}

/** How a list names a finding's cookie: `lead` in words, `code` as it is written. What only holds a name is not shown as if it were one. */
export function cookieLabel({ cookie, surface }: Pick<Finding, 'cookie' | 'surface'>): { readonly lead: string; readonly code: string } {
  if (cookie.name !== null) return { lead: '', code: cookie.name };
  return cookie.expression === undefined ? { lead: '', code: surface } : { lead: 'named by ', code: cookie.expression };
}

/** What an app's reason codes say, in words; undefined where there is none. */
export function reasonWords(reasons: readonly Reason[]): string | undefined {
  const session = reasons.includes('COOKIE_SECURE_SESSION_MISSING');
  const other = reasons.includes('COOKIE_SECURE_NONSESSION_MISSING');
  if (session) return other ? 'session and other cookies without Secure' : 'session cookies without Secure';
  return other ? 'cookies without Secure, none of a session' : undefined;
}
