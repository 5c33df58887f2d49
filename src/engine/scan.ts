/** A run over a tree: discover, prefilter, lower, judge app by app, and add up. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { idioms, rules as catalogue } from '../../rules/index.js';
import { models } from '../../rules/models.js';
import type { AppSummary, Finding, Report, Verdict } from '../cookies/finding.js';
import { fixesFor } from '../fixes/secure-fix.js';
import { FileMatcher } from '../matching/file-matcher.js';
import type { Rule } from '../matching/surface.js';
import { Apps, type App } from '../project/apps.js';
import { Links } from '../project/links.js';
import type { Language, Program } from '../syntax/ir.js';
import { Evaluator } from '../values/evaluator.js';
import type { Config } from './config/config.js';
import { applyLevels, matchesConfigPatterns } from './config/levels.js';
import { byCodeUnit, discover } from './discover.js';
import { isDocumentation, isMinified, isTestFile } from './file-kinds.js';
import { AppSession, type AppResult, type LintContext } from './lint.js';
import { Prefilter } from './prefilter.js';
import { summarise, verdictOf } from './score.js';
import { customRule } from './custom-surfaces.js';
import { sessionPatterns } from './session-patterns.js';
import { applySuppressions } from './suppressions.js';
import { Workspace } from './workspace.js';
import { isAmbiguous, languagesByName } from './languages.js';

export interface ScanOptions {
  /** Absolute path; reported paths are relative to it. */
  readonly root: string;
  /** Files or folders to report on, relative to the root; the whole tree when absent. */
  readonly paths?: readonly string[];
  /** Exactly these files are reported; the rest of the tree is still read for the settings that decide them. */
  readonly files?: readonly string[];
  readonly stdin?: { readonly filename: string; readonly text: string };
  readonly config: Config;
  readonly pedantic?: boolean;
  readonly fixStyle?: 'always' | 'fail-closed';
  readonly onProgress?: (done: number, total: number) => void;
}

/** Scans a tree. Rejects only for a root or path that does not exist; everything unreadable is in `skipped`. */
export async function scan(options: ScanOptions): Promise<Report> {
  const { root, config } = options;
  const named = options.paths?.filter((one) => one !== '.' && one !== '');
  // Settings outside the named paths may decide what is inside them: the whole tree is listed, the named part is reported.
  const asked = named !== undefined && named.length > 0 ? await discover(root, named, config) : undefined;
  const whole = options.stdin !== undefined && named === undefined && options.files === undefined ? { files: [], skipped: [] } : await discover(root, undefined, config);
  const overlay = new Map(options.stdin === undefined ? [] : [[relativeTo(root, options.stdin.filename), options.stdin.text]]);
  const workspace = new Workspace(root, [...new Set([...whole.files, ...(asked?.files ?? []), ...(options.files ?? [])])].sort(byCodeUnit), overlay);
  const reported = reportedFiles(options, asked?.files, workspace);
  const rules = [...customRule(config), ...catalogue];
  const candidates = await findCandidates(workspace, new Prefilter(rules), reported, named ?? [], options);
  const context = contextFor(workspace, rules, options);
  const results = lintApps(candidates, context, reported);
  return reportOf(results, candidates, workspace, context, options, [...whole.skipped, ...(asked?.skipped ?? [])], reported?.size ?? workspace.files.length);
}

const relativeTo = (root: string, file: string): string => path.relative(root, path.resolve(root, file)).split(path.sep).join('/');

function reportedFiles(options: ScanOptions, asked: readonly string[] | undefined, workspace: Workspace): ReadonlySet<string> | undefined {
  if (options.stdin !== undefined) return new Set([relativeTo(workspace.root, options.stdin.filename)]);
  if (options.files !== undefined) return new Set(options.files);
  return asked === undefined ? undefined : new Set(asked);
}

/** Everything that judging needs, for one workspace. */
export function contextFor(workspace: Workspace, rules: readonly Rule[], options: Pick<ScanOptions, 'config' | 'fixStyle'>): LintContext {
  const { config } = options;
  const evaluator = new Evaluator(new Links(workspace), idioms);
  const style = options.fixStyle ?? config.fixStyle;
  return {
    workspace,
    apps: new Apps(workspace, config.appRoots),
    evaluator,
    matcher: new FileMatcher(rules),
    rules,
    models,
    sessionPatterns: sessionPatterns(config),
    fixes: (site, state) => fixesFor(site, state, evaluator, style),
    ...(config.productionSettings.length === 0 ? {} : { isProductionSettings: (file: string) => matchesConfigPatterns(config, config.productionSettings, file) }),
  };
}

export interface Candidates {
  readonly programs: readonly Program[];
  readonly count: number;
}

/** The files that mention a trigger, lowered. Each file's bytes are read once. */
async function findCandidates(workspace: Workspace, prefilter: Prefilter, reported: ReadonlySet<string> | undefined, named: readonly string[], options: ScanOptions): Promise<Candidates> {
  const chosen: { file: string; languages: readonly Language[] }[] = [];
  const needed = new Set<Language>();
  let done = 0;
  for (const file of workspace.files) {
    options.onProgress?.(++done, workspace.files.length);
    if (!isProductionCode(file, reported, named)) continue;
    const languages = candidateLanguages(file, workspace, prefilter);
    if (languages.length === 0) continue;
    chosen.push({ file, languages });
    for (const language of languages) needed.add(language);
  }
  await workspace.load(needed);
  const programs: Program[] = [];
  for (const { file } of chosen) {
    const text = workspace.textOf(file);
    if (text === undefined || (isMinified(text) && reported?.has(file) !== true)) continue;
    programs.push(...workspace.programsOf(file));
  }
  return { programs, count: chosen.length };
}

/** Tests and documentation send no cookie to a user's browser; what is named on the command line is meant. */
function isProductionCode(file: string, reported: ReadonlySet<string> | undefined, named: readonly string[]): boolean {
  if (reported?.has(file) === true) {
    const folder = named.find((one) => file.startsWith(one.endsWith('/') ? one : `${one}/`));
    const within = folder === undefined ? '' : file.slice(folder.length + (folder.endsWith('/') ? 0 : 1));
    return within === '' || (!isTestFile(within) && !isDocumentation(within));
  }
  return !isTestFile(file) && !isDocumentation(file);
}

function candidateLanguages(file: string, workspace: Workspace, prefilter: Prefilter): readonly Language[] {
  const byName = languagesByName(file);
  if (byName.length === 0 ? !isAmbiguous(file) : !byName.some((language) => prefilter.reads(language.id))) return [];
  const bytes = readBytes(file, workspace);
  if (bytes === undefined) return [];
  const languages = byName.length > 0 ? byName : workspace.languagesOf(file);
  return languages.filter((language) => prefilter.mayMatch(language.id, bytes));
}

function readBytes(file: string, workspace: Workspace): string | undefined {
  if (workspace.isOverlaid(file)) return workspace.textOf(file);
  try {
    return readFileSync(path.join(workspace.root, file), 'latin1');
  } catch (error) {
    workspace.skipped.push({ path: file, why: `could not be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}` });
    return undefined;
  }
}

function lintApps(candidates: Candidates, context: LintContext, reported: ReadonlySet<string> | undefined): AppResult[] {
  const byApp = new Map<App, Program[]>();
  for (const program of candidates.programs) {
    const app = context.apps.of(program.path);
    const list = byApp.get(app);
    if (list === undefined) byApp.set(app, [program]);
    else list.push(program);
  }
  const only = reported === undefined ? undefined : (file: string): boolean => reported.has(file);
  return [...byApp].sort(([a], [b]) => byCodeUnit(a.root, b.root)).map(([app, programs]) => new AppSession(app, programs, context).lint(only));
}

function reportOf(results: readonly AppResult[], candidates: Candidates, workspace: Workspace, context: LintContext, options: ScanOptions, skipped: Report['skipped'], files: number): Report {
  void context;
  const { config } = options;
  const cookies = results.flatMap((result) => result.cookies).sort(byPlace);
  const split = applySuppressions(results.flatMap((result) => result.findings), candidates.programs, cookies);
  const pedantic = options.pedantic ?? config.pedantic;
  const shown = applyLevels([...split.findings, ...split.diagnostics], config).filter((finding) => pedantic || finding.problem !== 'unresolved');
  const findings = shown.sort(byPlace);
  const apps: AppSummary[] = results.filter((result) => result.cookies.length > 0).map((result) => summarise(result, findings));
  return {
    findings,
    suppressed: split.suppressed,
    cookies,
    apps,
    ...verdictOf(apps),
    files,
    candidates: candidates.count,
    skipped: [...skipped, ...workspace.skipped],
    textOf: (file) => workspace.textOf(file),
  };
}

function byPlace(a: Pick<Finding, 'path' | 'range' | 'surface'>, b: Pick<Finding, 'path' | 'range' | 'surface'>): number {
  return byCodeUnit(a.path, b.path) || a.range.start - b.range.start || a.range.end - b.range.end || byCodeUnit(a.surface, b.surface);
}

export type { Verdict };
