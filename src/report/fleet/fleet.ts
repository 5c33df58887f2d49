/** Many repositories by their reports: each as it stands now and what changed since an earlier report of it, the worst first. */
import type { AppSummary, Finding, Problem, Severity, Verdict } from '../../cookies/finding.js';

/** What is read of a JSON report. */
export interface FleetReport {
  readonly run: {
    readonly repository: string;
    readonly remote?: string;
    readonly folder?: string;
    readonly commit?: string;
    readonly date: string;
  };
  readonly summary: {
    readonly verdict: Verdict;
    readonly score: number | null;
    readonly bestScore: number | null;
    readonly cookies: number;
    readonly undecided: number;
    readonly apps: readonly AppSummary[];
  };
  readonly findings: readonly (Pick<Finding, 'problem' | 'severity' | 'app'> & { readonly fingerprint: string })[];
  readonly skipped: readonly unknown[];
}

export interface FleetRepository {
  /** Its address and the folder in it, else the folder's name. */
  readonly name: string;
  readonly commit: string | null;
  readonly date: string;
  readonly verdict: Verdict;
  readonly score: number | null;
  readonly bestScore: number | null;
  readonly cookies: number;
  readonly errors: number;
  readonly warnings: number;
  readonly undecided: number;
  /** Files and places that could not be read. */
  readonly unread: number;
  readonly apps: readonly AppSummary[];
  /** Errors and warnings by problem. */
  readonly kinds: Readonly<Partial<Record<Problem, number>>>;
  /** What the report before this one said, and what came and went since; null where there is none. */
  readonly before: Before | null;
}

export interface Before {
  readonly date: string;
  readonly verdict: Verdict;
  readonly score: number | null;
  /** Errors and warnings that it did not have. */
  readonly added: number;
  /** Its errors and warnings that are no more. */
  readonly mended: number;
}

export interface Fleet {
  readonly repositories: readonly FleetRepository[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly kinds: readonly { readonly problem: Problem; readonly findings: number; readonly repositories: number }[];
  /** Repositories that were to be here, and have no report. */
  readonly missing: readonly string[];
}

const ORDER: readonly Verdict[] = ['fail', 'warn', 'undecided', 'none', 'pass'];

/** `since`: what is compared with is the last report until then; without it the oldest that there is. */
export function fleetOf(reports: readonly FleetReport[], expected: readonly string[] = [], since?: Date): Fleet {
  const byName = new Map<string, FleetReport[]>();
  for (const report of reports) {
    const name = nameOf(report.run);
    byName.set(name, [...(byName.get(name) ?? []), report]);
  }
  const repositories = [...byName].map(([name, own]) => repositoryOf(name, own.toSorted(byDate), since)).sort(worstFirst);
  const verdicts: Record<Verdict, number> = { fail: 0, warn: 0, undecided: 0, none: 0, pass: 0 };
  for (const { verdict } of repositories) verdicts[verdict]++;
  const problems = new Set(repositories.flatMap(({ kinds }) => Object.keys(kinds) as Problem[]));
  const kinds = [...problems].map((problem) => {
    const counts = repositories.flatMap((repository) => repository.kinds[problem] ?? []);
    return { problem, findings: counts.reduce((sum, count) => sum + count, 0), repositories: counts.length };
  });
  const known = new Set(reports.flatMap(({ run }) => [run.repository, ...(run.remote === undefined ? [] : [addressOf(run.remote)])]));
  return {
    repositories,
    verdicts,
    kinds: kinds.sort((a, b) => b.findings - a.findings || compare(a.problem, b.problem)),
    missing: expected.filter((one) => !known.has(addressOf(one))),
  };
}

/** An address without what differs between the ways to reach it: `git.example/acme/shop`. */
export const addressOf = (remote: string): string =>
  remote
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([\w.-]+):(?!\d+\/)/, '$1/')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/, '');

function nameOf({ repository, remote, folder }: FleetReport['run']): string {
  const top = remote === undefined ? repository : addressOf(remote);
  return folder === undefined ? top : `${top}/${folder}`;
}

function repositoryOf(name: string, reports: readonly FleetReport[], since: Date | undefined): FleetRepository {
  const now = reports.at(-1)!;
  const earlier = reports.slice(0, -1);
  const before = since === undefined ? earlier[0] : earlier.findLast(({ run }) => Date.parse(run.date) <= since.getTime());
  const { run, summary, skipped } = now;
  const open = failing(now);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const kinds: Partial<Record<Problem, number>> = {};
  for (const { problem } of open) kinds[problem] = (kinds[problem] ?? 0) + 1;
  return {
    name,
    commit: run.commit ?? null,
    date: run.date,
    verdict: summary.verdict,
    score: summary.score,
    bestScore: summary.bestScore,
    cookies: summary.cookies,
    errors: count('error'),
    warnings: count('warning'),
    undecided: summary.undecided,
    unread: skipped.length,
    apps: summary.apps,
    kinds,
    before: before === undefined ? null : changeOf(before, open),
  };
}

function changeOf(before: FleetReport, now: FleetReport['findings']): Before {
  const then = failing(before);
  const without = (some: FleetReport['findings'], others: FleetReport['findings']): number => {
    const known = new Set(others.map(({ fingerprint }) => fingerprint));
    return some.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  };
  const { verdict, score } = before.summary;
  return { date: before.run.date, verdict, score, added: without(now, then), mended: without(then, now) };
}

const failing = ({ findings }: FleetReport): FleetReport['findings'] => findings.filter(({ severity }) => severity !== 'note');

const byDate = (a: FleetReport, b: FleetReport): number => compare(a.run.date, b.run.date);

function worstFirst(a: FleetRepository, b: FleetRepository): number {
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    (a.score ?? 1) - (b.score ?? 1) ||
    b.errors - a.errors ||
    b.warnings - a.warnings ||
    b.undecided - a.undecided ||
    compare(a.name, b.name)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `2 new, 1 mended`, `unchanged`; empty where nothing earlier is known. */
export function trendText({ verdict, before }: FleetRepository): string {
  if (before === null) return '';
  const said = [
    before.verdict === verdict ? [] : `was ${before.verdict}`,
    before.added > 0 ? `${before.added} new` : [],
    before.mended > 0 ? `${before.mended} mended` : [],
  ].flat();
  return said.length === 0 ? 'unchanged' : said.join(', ');
}

/** The day of a date. */
export const dayOf = (date: string): string => date.slice(0, 10);

/** `3 fail, 1 warn, 12 pass`, the worst first. */
export const verdictsText = ({ verdicts }: Fleet): string =>
  ORDER.flatMap((verdict) => (verdicts[verdict] > 0 ? `${verdicts[verdict]} ${verdict}` : [])).join(', ');
