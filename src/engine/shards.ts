/**
 * `--shard 2/4`: one run's part of a tree. Every shard lists the whole tree and reads what decides its own apps wherever that stands;
 * only what is judged and reported is divided, by whole apps, so that the reports of all shards are together the report of one run.
 */
import type { Report } from '../cookies/finding.js';
import type { App, Apps } from '../project/apps.js';
import { byCodeUnit } from './discover.js';
import { verdictOf } from './score.js';

/** Which part of how many. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** What a shard judges, and what it has to read for that. */
export interface ShardApps {
  /** By the app's root. */
  readonly owns: (root: string) => boolean;
  readonly needs: (app: App) => boolean;
}

/**
 * The shard of each app, from 1: the largest app first, each to the shard that has the least so far. The same tree is divided alike
 * on every machine.
 */
export function shareOut(sizes: ReadonlyMap<string, number>, total: number): ReadonlyMap<string, number> {
  const loads = Array.from({ length: total }, () => 0);
  const shares = new Map<string, number>();
  for (const [root, size] of [...sizes].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b))) {
    const lightest = loads.indexOf(Math.min(...loads));
    // An app without a candidate is some work too.
    loads[lightest] = (loads[lightest] ?? 0) + size + 1;
    shares.set(root, lightest + 1);
  }
  return shares;
}

/** The apps of a shard. `sizeOf` says how much there is to judge in a candidate file. */
export function appsOfShard({ index, total }: Shard, apps: Apps, files: readonly string[], sizeOf: (file: string) => number): ShardApps {
  const sizes = new Map(apps.all().map(({ root }) => [root, 0]));
  for (const file of files) {
    const { root } = apps.of(file);
    sizes.set(root, (sizes.get(root) ?? 0) + sizeOf(file));
  }
  const shares = shareOut(sizes, total);
  const owns = (root: string): boolean => shares.get(root) === index;
  const own = apps.all().filter(({ root }) => owns(root));
  const withHosts = [...own, ...own.flatMap((app) => apps.hosts(app))];
  const needed = new Set([...withHosts, ...withHosts.flatMap((app) => apps.references(app))]);
  return { owns, needs: (app) => needed.has(app) };
}

/** What a whole report says of some apps; of a comment, what it says in their files. */
export function partOf(report: Report, apps: Apps, owns: (root: string) => boolean): Report {
  const isOwn = ({ app, path, problem }: { readonly app: string; readonly path: string; readonly problem?: string }): boolean =>
    owns(problem === 'suppression' ? apps.of(path).root : app);
  const summaries = report.apps.filter(({ root }) => owns(root));
  return {
    ...report,
    findings: report.findings.filter(isOwn),
    suppressed: report.suppressed.filter(isOwn),
    undecided: report.undecided.filter(isOwn),
    cookies: report.cookies.filter(isOwn),
    apps: summaries,
    ...verdictOf(summaries),
  };
}

/** The report that a run over the whole tree gives, from those of all its shards, whatever their order. */
export function joinReports(parts: readonly Report[]): Omit<Report, 'textOf' | 'isBroken'> {
  const apps = parts.flatMap((part) => part.apps).sort((a, b) => byCodeUnit(a.root, b.root));
  const byApp = (a: { readonly app: string }, b: { readonly app: string }): number => byCodeUnit(a.app, b.app);
  // A run judges one app after the other, and sorts what it reports by its place.
  const inOrder = <T extends Placed>(of: (part: Report) => readonly T[]): T[] => parts.flatMap(of).sort(byApp).sort(byPlace);
  const skipped = new Map(parts.flatMap((part) => part.skipped).map((one) => [JSON.stringify([one.path, one.why, one.kind]), one]));
  const [first] = parts;
  return {
    findings: inOrder((part) => part.findings),
    suppressed: parts.flatMap((part) => part.suppressed).sort(byApp),
    cookies: inOrder((part) => part.cookies),
    apps,
    ...verdictOf(apps),
    undecided: inOrder((part) => part.undecided),
    files: first?.files ?? 0,
    candidates: first?.candidates ?? 0,
    skipped: [...skipped.values()].sort(bySkipped),
  };
}

interface Placed {
  readonly app: string;
  readonly path: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly surface: string;
}

/** The order of what a report lists. */
export function byPlace(a: Omit<Placed, 'app'>, b: Omit<Placed, 'app'>): number {
  return byCodeUnit(a.path, b.path) || a.range.start - b.range.start || a.range.end - b.range.end || byCodeUnit(a.surface, b.surface);
}

/** The order of what was not read. */
export function bySkipped(a: Report['skipped'][number], b: Report['skipped'][number]): number {
  return byCodeUnit(a.path, b.path) || byCodeUnit(a.why, b.why);
}
