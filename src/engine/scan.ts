/** A run over a tree: discover, prefilter, lower, judge app by app, and add up. */
import path from 'node:path';
import type { AppSummary, Finding, Report, Verdict } from '../cookies/finding.js';
import { problems } from '../cookies/problems.js';
import type { Program } from '../syntax/ir.js';
import { enterStep } from '../syntax/steps.js';
import { setTimeLimit } from '../syntax/time-limit.js';
import type { Config } from './config/config.js';
import { applyLevels } from './config/levels.js';
import { AppSessions } from './app-sessions.js';
import { chooseCandidates, lowerCandidatesSafely } from './candidates.js';
import { contextFor } from './context.js';
import { byCodeUnit } from './discover.js';
import { attempt } from './internal-errors.js';
import { withSwitchesAround } from './followed-switches.js';
import type { AppResult, AppSession, LintContext } from './lint.js';
import { withLinkedLanguages } from './languages.js';
import type { KeptTree } from './kept-tree.js';
import { listRun, namedPaths, type ListedRun } from './listing.js';
import { Prefilter } from './prefilter.js';
import { summarise, verdictOf } from './score.js';
import { appsOfShard, byPlace, bySkipped, partOf, type Shard, type ShardApps } from './shards.js';
import { rulesOf } from './custom-surfaces.js';
import { applySuppressions } from './suppressions.js';
import { unreadLanguages } from './unread-languages.js';
import { unreadPlaces } from './unread.js';
import { Workspace, type KeptCharacters } from './workspace.js';

export interface ScanOptions {
  /** Absolute path; reported paths are relative to it. */
  readonly root: string;
  /** Files or folders to report on, relative to the root; the whole tree when absent. */
  readonly paths?: readonly string[];
  /** Exactly these files are reported; the rest of the tree is still read for the settings that decide them. */
  readonly files?: readonly string[];
  /** A text that stands for a file; only it is reported. */
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Texts that stand for files of the tree, by their paths relative to the root: what is staged of them. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Nothing but that text is read. */
  readonly alone?: true;
  readonly config: Config;
  readonly pedantic?: boolean;
  readonly fixStyle?: 'always' | 'fail-closed';
  /** Milliseconds after which no more is read or followed; what is left out is named. */
  readonly timeout?: number;
  /** How much is kept in memory of what could be read again. Whatever it is, the report is the same. */
  readonly kept?: KeptCharacters;
  readonly onProgress?: (done: number, total: number) => void;
  /** Only this part of the apps is judged and reported; what decides them is still read from the rest of the tree. */
  readonly shard?: Shard;
  /** What is listed, where the host has listed it already. */
  readonly listing?: ListedRun;
  /** What earlier runs have read, where the host knows that the tree is as it was but for the given texts. */
  readonly tree?: KeptTree;
  /** Is told of files outside of the listing that are read for what they say: lock files. */
  readonly noteUnlisted?: (file: string) => void;
}

/** A tree that is ready to be judged: its files, their programs and the sessions of its apps. */
export interface Run {
  readonly workspace: Workspace;
  readonly prefilter: Prefilter;
  readonly context: LintContext;
  readonly candidates: Candidates;
  readonly sessions: AppSessions;
  /** The files that were asked for; undefined for all. */
  readonly reported: ReadonlySet<string> | undefined;
  /** The apps that were asked for; undefined for all. */
  readonly shard: ShardApps | undefined;
  /** Lowers those of the candidates' files that are wanted. */
  readonly lower: (isWanted: (file: string) => boolean) => Promise<readonly Program[]>;
  /** What could not be listed. */
  readonly skipped: Report['skipped'];
}

/** Lists and lowers a tree. Rejects only for a root or path that does not exist. */
export async function openRun(options: ScanOptions): Promise<Run> {
  const { root, config } = options;
  setTimeLimit(options.timeout === undefined ? Infinity : performance.now() + options.timeout);
  enterStep('list');
  const overlay = new Map(options.texts);
  if (options.stdin !== undefined) overlay.set(relativeTo(root, options.stdin.filename), options.stdin.text);
  const { whole, asked } = options.tree?.listing ?? options.listing ?? (await listRun(options));
  const listed = [...whole.files, ...(asked?.files ?? []), ...(options.files ?? [])];
  const workspace = options.tree?.with(overlay) ?? new Workspace(root, [...new Set(listed)].sort(byCodeUnit), overlay, options.kept);
  if (options.noteUnlisted !== undefined) workspace.noteUnlisted = options.noteUnlisted;
  const reported = reportedFiles(options, asked?.files, workspace);
  const named = namedPaths(options.paths);
  // A folder that is named is read as it would be without its name; a file that is named is meant.
  const meant = asked === undefined ? (reported ?? new Set<string>()) : new Set(named);
  const rules = rulesOf(config);
  const prefilter = Prefilter.of(rules);
  enterStep('prefilter');
  const chosen = chooseCandidates(workspace, prefilter, {
    reported,
    named,
    ...(mayHoldCookies(reported, workspace) ? {} : { files: [] }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.tree === undefined ? {} : { known: options.tree.known }),
  });
  enterStep('parse');
  await workspace.load(withLinkedLanguages(chosen.languages, workspace.files));
  const context = contextFor(workspace, rules, options);
  const { apps } = context;
  const shard =
    options.shard === undefined ? undefined : appsOfShard(options.shard, apps, chosen.files, (file) => workspace.textOf(file)?.length ?? 0);
  enterStep('lower');
  const lower: Run['lower'] = (isWanted) =>
    lowerCandidatesSafely({ ...chosen, files: chosen.files.filter(isWanted) }, workspace, prefilter, meant);
  const candidates = {
    programs: await lower((file) => shard?.needs(apps.of(file)) ?? true),
    count: reported === undefined ? chosen.files.length : chosen.files.filter((file) => reported.has(file)).length,
  };
  enterStep('evaluate');
  return {
    workspace,
    prefilter,
    context,
    candidates,
    sessions: new AppSessions(candidates.programs, context),
    reported,
    shard,
    lower,
    skipped: asked?.skipped ?? whole.skipped.filter(({ path: file }) => reported?.has(file) !== false),
  };
}

/** Scans a tree. Rejects only for a root or path that does not exist; everything unreadable is in `skipped`. */
export async function scan(options: ScanOptions): Promise<Report> {
  const run = await openRun(options);
  const { context, sessions, shard } = run;
  const all = sessions.all();
  const { report, comments } = await reportOf(
    run,
    await judged(run, shard === undefined ? all : all.filter(({ app }) => shard.owns(app.root))),
    options,
  );
  if (shard === undefined) return report;
  // Whether a comment hides nothing is only known when every app was judged: helpers are called from other apps.
  const isInDoubt = comments.some(({ path: file }) => shard.owns(context.apps.of(file).root));
  const { shard: _shard, ...whole } = options;
  return isInDoubt ? partOf(await scan(whole), context.apps, shard.owns) : partOf(report, context.apps, shard.owns);
}

async function judged({ context, reported, workspace }: Run, sessions: readonly AppSession[]): Promise<AppResult[]> {
  const only = reported === undefined ? undefined : (file: string): boolean => reported.has(file);
  const results: AppResult[] = [];
  for (const session of sessions) {
    const work = session.linting(only);
    for (let result: AppResult | 'more' | undefined = 'more'; result === 'more';) {
      result = context.attempt(
        { path: session.app.root, doing: 'judging the app' },
        () => work.next().value ?? 'more',
        () => undefined,
      );
      if (result !== 'more' && result !== undefined) results.push(result);
      await workspace.breathe();
    }
  }
  return withSwitchesAround(results);
}

/** The programs whose comments count: a comment in a file that is not reported on has nothing to hide here. */
async function commentedPrograms(run: Run, results: readonly AppResult[]): Promise<readonly Program[]> {
  const { candidates, lower, reported, shard } = run;
  if (shard === undefined)
    return reported === undefined ? candidates.programs : candidates.programs.filter(({ path: at }) => reported.has(at));
  const lowered = new Set(candidates.programs.map(({ path: at }) => at));
  const pointedAt = new Set(results.flatMap(({ findings }) => findings.map(({ path: at }) => at)));
  const beside = await lower((file) => pointedAt.has(file) && !lowered.has(file));
  return [...candidates.programs, ...beside].filter(({ path: at }) => reported?.has(at) ?? true);
}

const relativeTo = (root: string, file: string): string => path.relative(root, path.resolve(root, file)).split(path.sep).join('/');

function reportedFiles(options: ScanOptions, asked: readonly string[] | undefined, workspace: Workspace): ReadonlySet<string> | undefined {
  if (options.stdin !== undefined) return new Set([relativeTo(workspace.root, options.stdin.filename)]);
  if (options.files !== undefined) return new Set(options.files);
  return asked === undefined ? undefined : new Set(asked);
}

/** Whatever is found is found in a program: files of no language hold nothing, however the others are judged. */
const mayHoldCookies = (reported: ReadonlySet<string> | undefined, workspace: Workspace): boolean =>
  reported === undefined || [...reported].some((file) => workspace.languagesOf(file).length > 0);

export interface Candidates {
  readonly programs: readonly Program[];
  readonly count: number;
}

async function reportOf(
  run: Run,
  results: readonly AppResult[],
  options: ScanOptions,
): Promise<{ readonly report: Report; readonly comments: readonly Finding[] }> {
  enterStep('report');
  const { candidates, context, prefilter, reported, shard, workspace } = run;
  const { config } = options;
  const programs = await commentedPrograms(run, results);
  const cookies = results.flatMap((result) => result.cookies).sort(byPlace);
  const found = results.flatMap((result) => result.findings);
  const split = attempt(
    workspace.skipped,
    { path: '.', doing: 'reading suppression comments' },
    () => applySuppressions(found, programs, { sites: cookies, known: suppressible(config) }),
    () => ({ findings: found, suppressed: [], diagnostics: [] }),
  );
  const pedantic = options.pedantic ?? config.pedantic;
  const all = applyLevels([...split.findings, ...split.diagnostics], config).sort(byPlace);
  const undecided = all.filter(({ problem }) => problem === 'unresolved');
  const findings = all.filter((finding) => pedantic || isSaid(finding));
  const isOwn = (file: string): boolean => shard?.owns(context.apps.of(file).root) ?? true;
  const unread = unreadLanguages([...(reported ?? workspace.files)].filter(isOwn), workspace);
  const unreadOf = new Map<string, number>();
  for (const { path: at } of unread) {
    const { root } = context.apps.of(at);
    unreadOf.set(root, (unreadOf.get(root) ?? 0) + 1);
  }
  const apps: AppSummary[] = results
    .filter((result) => result.cookies.length > 0)
    .map((result) => summarise({ ...result, unread: unreadOf.get(result.app.root) ?? 0 }, findings, undecided));
  const own = shard === undefined ? programs : programs.filter(({ path: at }) => isOwn(at));
  return {
    report: {
      findings,
      suppressed: split.suppressed,
      cookies,
      apps,
      ...verdictOf(apps),
      undecided,
      files: reported?.size ?? workspace.files.length,
      candidates: candidates.count,
      skipped: [...run.skipped, ...unread, ...unreadPlaces(own, prefilter), ...workspace.skipped].sort(bySkipped),
      textOf: (file) => workspace.textOf(file),
      isBroken: (file) => workspace.isBroken(file),
    },
    comments: split.diagnostics,
  };
}

/** What a suppression comment may name. */
const suppressible = (config: Config): ReadonlySet<string> =>
  new Set(
    rulesOf(config)
      .flatMap(({ id, surfaces }) => [id, ...surfaces.map((surface) => surface.id)])
      .concat(Object.keys(problems)),
  );

/** Undecided cookies are said where they may carry a session, or somebody gave them a level; the others are counted. */
const isSaid = ({ problem, cookie, severity }: Finding): boolean =>
  problem !== 'unresolved' || cookie.session === true || severity !== 'note';

export type { Verdict };
