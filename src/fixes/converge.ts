/**
 * Makes the safe fixes of a report, in memory, until none is left. Each pass is checked before the next: the text must still parse,
 * what was fixed must be gone, and nothing new may have come. What fails that is taken back and not tried again.
 */
import { createHash } from 'node:crypto';
import type { Edit, Finding, Report, Skipped } from '../cookies/finding.js';
import type { Range } from '../syntax/ir.js';
import { applyEdits } from './diff.js';
import { plannedEdits, safeFix, type FileEdits } from './plan.js';
import type { FixedText } from './write.js';

/** Fixes uncover each other, and a file in which one fails has its fixes made one by one. More passes than this mean that two of them fight. */
const MOST_PASSES = 40;

export interface FixHost<O> {
  /** Judges again, with these texts in place of the files'. */
  readonly rescan: (texts: ReadonlyMap<string, string>) => Promise<O>;
  readonly reportOf: (outcome: O) => Report;
  /** Why a file's text can't be changed. */
  readonly whyNot: (path: string, text: string) => string | undefined;
}

export interface Converged<O> {
  /** The files that changed. */
  readonly files: readonly FixedText[];
  /** What is left with them. */
  readonly outcome: O;
  /** How many findings are gone. */
  readonly fixed: number;
  readonly skipped: readonly Skipped[];
}

export async function converge<O>(first: O, host: FixHost<O>): Promise<Converged<O>> {
  const run = new Convergence(host);
  let outcome = first;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = await run.pass(outcome);
    if (next === undefined) break;
    outcome = next;
  }
  return { files: run.files(), outcome, fixed: run.fixed, skipped: run.skipped };
}

class Convergence<O> {
  fixed = 0;
  readonly skipped: Skipped[] = [];
  readonly #host: FixHost<O>;
  readonly #original = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  /** Fixes that did not do what they should. */
  readonly #failed = new Set<string>();
  /** Files that are not changed (any more). */
  readonly #closed = new Set<string>();
  /** Files in which fixes are made one by one. */
  readonly #careful = new Set<string>();
  /** Every text that a file had; to come back to one is to go in circles. */
  readonly #seen = new Set<string>();

  constructor(host: FixHost<O>) {
    this.#host = host;
  }

  files(): FixedText[] {
    return [...this.#texts].flatMap(([path, after]) => {
      const before = this.#original.get(path);
      return before === undefined || before === after ? [] : [{ path, before, after }];
    });
  }

  /** The outcome after one more pass; undefined where nothing is left to do. */
  async pass(outcome: O): Promise<O | undefined> {
    const report = this.#host.reportOf(outcome);
    const plan = this.#plan(report);
    if (plan.length === 0) return undefined;
    const trial = new Map(this.#texts);
    for (const { path, edits } of plan) trial.set(path, applyEdits(report.textOf(path) ?? '', edits));
    const after = await this.#host.rescan(trial);
    const failing = plan.filter((edits) => !this.#accept(edits, trial.get(edits.path)!, report, this.#host.reportOf(after)));
    return failing.length === 0 ? after : await this.#host.rescan(this.#texts);
  }

  #plan(report: Report): FileEdits[] {
    const wanted = report.findings.filter((finding) => !this.#closed.has(finding.path) && !this.#failed.has(nameOf(finding)));
    return plannedEdits(this.#oneInCarefulFiles(wanted)).filter(({ path }) => this.#mayChange(path, report.textOf(path)));
  }

  #oneInCarefulFiles(findings: readonly Finding[]): Finding[] {
    const taken = new Set<string>();
    return findings.filter((finding) => {
      if (!this.#careful.has(finding.path)) return true;
      if (safeFix(finding) === undefined || taken.has(finding.path)) return false;
      taken.add(finding.path);
      return true;
    });
  }

  #mayChange(path: string, text: string | undefined): boolean {
    if (this.#original.has(path)) return true;
    const why = text === undefined ? 'its text is no longer known' : this.#host.whyNot(path, text);
    if (text === undefined || why !== undefined) {
      this.#closed.add(path);
      this.skipped.push({ path, why: `not fixed: ${why ?? ''}` });
      return false;
    }
    this.#original.set(path, text);
    this.#seen.add(versionOf(path, text));
    return true;
  }

  /** Whether the pass did in one file what it should; then the text is kept. */
  #accept(plan: FileEdits, text: string, before: Report, after: Report): boolean {
    const { path, edits, findings } = plan;
    const isBroken = after.isBroken?.(path) === true || this.#seen.has(versionOf(path, text));
    const kept = isBroken ? findings : findings.filter((finding) => survives(finding, edits, after));
    if (!isBroken && kept.length === 0 && !hasNew(path, before, after, uncoveredBy(findings, edits))) {
      this.#texts.set(path, text);
      this.#seen.add(versionOf(path, text));
      this.fixed += findings.length;
      return true;
    }
    if (this.#careful.has(path) || findings.length === 1) for (const finding of findings) this.#failed.add(nameOf(finding));
    else this.#careful.add(path);
    return false;
  }
}

const versionOf = (path: string, text: string): string => `${path}\0${createHash('sha256').update(text).digest('hex')}`;

/** What a fix does to which finding, wherever the text around it moves it. */
function nameOf(finding: Finding): string {
  return JSON.stringify([
    finding.path,
    finding.surface,
    finding.problem,
    finding.cookie.name,
    safeFix(finding)?.edits.map(({ text }) => text),
  ]);
}

/** Whether a finding is still there, at the place that the edits moved it to. */
export function survives(finding: Finding, edits: readonly Edit[], after: Report): boolean {
  const isAbsent = finding.range.start === 0 && finding.range.end === 0;
  const range = isAbsent ? finding.range : { start: moved(finding.range.start, edits), end: moved(finding.range.end, edits) };
  return after.findings.some(
    (other) =>
      other.path === finding.path &&
      other.surface === finding.surface &&
      other.problem === finding.problem &&
      other.cookie.name === finding.cookie.name &&
      overlap(other.range, range),
  );
}

const overlap = (a: Range, b: Range): boolean => a.start === b.start || (a.start < b.end && b.start < a.end);

function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce((to, { start, end, text }) => (start < offset ? to + text.length - (Math.min(end, offset) - start) : to), offset);
}

/**
 * One call may register several cookies (`AddIdentity`), of which only the first is reported until it is mended: the next one at the
 * same place is uncovered, not new.
 */
export const uncoveredBy =
  (findings: readonly Finding[], edits: readonly Edit[]) =>
  ({ rule, surface, range }: Finding): boolean =>
    findings.some(
      (fixed) =>
        fixed.rule === rule && fixed.surface !== surface && range.start !== range.end && moved(fixed.range.start, edits) === range.start,
    );

/** Whether a file has more of some finding than it had; what `isUncovered` is not counted. */
export function hasNew(path: string, before: Report, after: Report, isUncovered: (finding: Finding) => boolean): boolean {
  const had = tally(path, before, () => true);
  return [...tally(path, after, (finding) => !isUncovered(finding))].some(([name, count]) => count > (had.get(name) ?? 0));
}

function tally(path: string, { findings }: Report, isCounted: (finding: Finding) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.path !== path || finding.severity === 'note' || !isCounted(finding)) continue;
    const name = JSON.stringify([finding.surface, finding.problem, finding.cookie.name]);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
