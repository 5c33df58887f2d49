/** The project as the ESLint host sees it: read lazily around the linted file, kept for the files that follow. */
import path from 'node:path';
import { globbySync } from 'globby';
import { rules as catalogue } from '../../rules/index.js';
import type { Finding, Skipped } from '../cookies/finding.js';
import { AppSessions } from '../engine/app-sessions.js';
import { chooseCandidates, lowerCandidates } from '../engine/candidates.js';
import type { Config } from '../engine/config/config.js';
import { applyLevels } from '../engine/config/levels.js';
import { loadConfigSync } from '../engine/config/load.js';
import { customRule } from '../engine/custom-surfaces.js';
import { contextFor } from '../engine/context.js';
import { endlessIgnoreFiles } from '../engine/endless.js';
import { runsInProduction } from '../engine/file-kinds.js';
import { gitSync, READS_IGNORED, records } from '../engine/git.js';
import { attempt } from '../engine/internal-errors.js';
import { Prefilter } from '../engine/prefilter.js';
import { isPublishedScript } from '../engine/published-scripts.js';
import { applySuppressions } from '../engine/suppressions.js';
import { staysInside } from '../engine/tracked.js';
import { unversionedFiles } from '../engine/unversioned.js';
import { Workspace } from '../engine/workspace.js';
import type { Rule } from '../matching/surface.js';
import type { Program } from '../syntax/ir.js';

/** A project that nobody asked for this long is read anew: an editor's user may have changed other files. */
const FRESH_MS = 3_000;

const projects = new Map<string, Project>();

export interface SessionOptions {
  /** Absolute path of the folder that ESLint runs in. */
  readonly cwd: string;
  /** False: only the linted file itself is read. */
  readonly project: boolean;
  /** What the rule's options say; the configuration's own style where they say nothing. */
  readonly fixStyle: Config['fixStyle'] | undefined;
}

/** What is found in one file, and what a bug of ours or a limit has left out. */
export interface FileResult {
  readonly findings: readonly Finding[];
  readonly unfinished: readonly Skipped[];
}

/** The findings of one file, lowered by the host. Absolute `filename`; files outside the folder are judged alone. */
export function findingsOf(filename: string, lower: (path: string) => Program, options: SessionOptions): FileResult {
  const relative = path.relative(options.cwd, filename).split(path.sep).join('/');
  const alone = !options.project || relative.startsWith('../') || relative === '' || path.isAbsolute(relative);
  if (alone) {
    return lowered(path.basename(filename), lower, (program) => new Project(options.cwd, new Workspace(options.cwd, [], new Map([[program.path, program.text]])), options).findings(program));
  }
  return lowered(relative, lower, (program) => projectOf(options).findings(program));
}

/** A tree of the host that we cannot read is a bug of ours, and no reason to end ESLint. */
function lowered(file: string, lower: (path: string) => Program, judge: (program: Program) => FileResult): FileResult {
  const unfinished: Skipped[] = [];
  const program = attempt(unfinished, { path: file, doing: "reading ESLint's tree" }, () => lower(file), () => undefined);
  return program === undefined ? { findings: [], unfinished } : judge(program);
}

function projectOf(options: SessionOptions): Project {
  const key = `${options.cwd}\0${String(options.fixStyle)}`;
  const now = Date.now();
  let project = projects.get(key);
  if (project === undefined || now - project.lastUsed > FRESH_MS) {
    project = new Project(options.cwd, new Workspace(options.cwd, listFiles(options.cwd)), options);
    projects.set(key, project);
  }
  project.lastUsed = now;
  return project;
}

class Project {
  lastUsed = Date.now();
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #rules: readonly Rule[];
  readonly #fixStyle: Config['fixStyle'] | undefined;
  #sessions: AppSessions | undefined;

  constructor(cwd: string, workspace: Workspace, options: SessionOptions) {
    this.#workspace = workspace;
    this.#config = loadConfigSync(cwd).config;
    this.#rules = [...customRule(this.#config), ...catalogue];
    this.#fixStyle = options.fixStyle;
  }

  findings(own: Program): FileResult {
    if (!runsInProduction(own.path) || isPublishedScript(own.path, own.text, (file) => this.#workspace.has(file))) return { findings: [], unfinished: [] };
    // A buffer that differs from the disk, or a text that ESLint has just fixed: what was worked out with the old one is void.
    if (this.#workspace.has(own.path) && this.#workspace.textOf(own.path) !== own.text) {
      this.#workspace.provide(own);
      this.#sessions = undefined;
    }
    const { skipped } = this.#workspace;
    const work = (): readonly Finding[] => {
      const { findings, cookies } = (this.#sessions ??= this.#read()).ofFile(own.path).lint((file) => file === own.path, own);
      // Comments that speak to ESLint are ESLint's: it has to see what they hide, or it calls them unused.
      return applySuppressions(findings, [own], { sites: cookies, dialects: ['cookie-lint'] }).findings;
    };
    const findings = attempt(skipped, { path: own.path, doing: 'judging the file' }, work, () => []);
    return { findings: applyLevels(findings, this.#config), unfinished: skipped.filter(({ path: at, kind }) => at === own.path && kind !== undefined) };
  }

  /** The candidates of the whole project, of the languages whose grammars are loaded in this process. */
  #read(): AppSessions {
    const prefilter = new Prefilter(this.#rules);
    const chosen = chooseCandidates(this.#workspace, prefilter, { reported: undefined, named: [] });
    const context = contextFor(this.#workspace, this.#rules, { config: this.#config, ...(this.#fixStyle === undefined ? {} : { fixStyle: this.#fixStyle }) });
    return new AppSessions(lowerCandidates(chosen, this.#workspace, prefilter, undefined), context);
  }
}

/** The files of the project: git's own list, or globby's where there is no git. */
function listFiles(cwd: string): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', READS_IGNORED];
  const listed = gitSync(cwd, [...list, '--sparse']) ?? gitSync(cwd, list);
  // Not a work tree, or no git at all: the walk finds the same files.
  return (listed === undefined ? [...(unversionedFiles(cwd)?.files ?? walked(cwd))] : records(listed.stdout).filter(staysInside)).sort();
}

const walked = (cwd: string): string[] => globbySync('**/*', { cwd, gitignore: endlessIgnoreFiles(cwd).length === 0, dot: true, ignore: ['**/node_modules/**', '.git/**'] });
