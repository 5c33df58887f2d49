/** The project as the ESLint host sees it: read lazily around the linted file, kept for the files that follow. */
import path from 'node:path';
import { globbySync } from 'globby';
import type { Finding, Skipped } from '../cookies/finding.js';
import type { Config } from '../engine/config/config.js';
import { endlessIgnoreFiles } from '../engine/endless.js';
import { gitSync, READS_IGNORED, records } from '../engine/git.js';
import { attempt } from '../engine/internal-errors.js';
import { staysInside } from '../engine/tracked.js';
import { unversionedFiles } from '../engine/unversioned.js';
import { Workspace } from '../engine/workspace.js';
import type { Program } from '../syntax/ir.js';
import { Project } from './project.js';

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

/** A file of the host. */
export interface HostFile {
  /** Absolute. */
  readonly filename: string;
  readonly text: string;
  readonly lower: (path: string) => Program;
  readonly isTyped: boolean;
}

/** The findings of one file; one outside of the folder is judged alone. */
export function findingsOf({ filename, text, lower, isTyped }: HostFile, options: SessionOptions): FileResult {
  const relative = path.relative(options.cwd, filename).split(path.sep).join('/');
  const alone = !options.project || relative.startsWith('../') || relative === '' || path.isAbsolute(relative);
  const name = alone ? path.basename(filename) : relative;
  const project = alone ? new Project(options.cwd, new Workspace(options.cwd, [], new Map([[name, text]])), options) : projectOf(options);
  const unfinished: Skipped[] = [];
  // A tree of the host that we cannot read is a bug of ours, and no reason to end ESLint.
  const own = (): Program | undefined =>
    attempt(
      unfinished,
      { path: name, doing: "reading ESLint's tree" },
      () => lower(name),
      () => undefined,
    );
  const result = project.findings({ path: name, text, lower: own, isTyped });
  // The first judgement of a project takes longer than anybody waits between two files.
  project.lastUsed = Date.now();
  return { findings: result.findings, unfinished: [...unfinished, ...result.unfinished] };
}

function projectOf(options: SessionOptions): Project {
  const key = `${options.cwd}\0${String(options.fixStyle)}`;
  const now = Date.now();
  let project = projects.get(key);
  if (project === undefined || now - project.lastUsed > FRESH_MS) {
    project = new Project(options.cwd, new Workspace(options.cwd, listFiles(options.cwd)), options);
    projects.set(key, project);
  }
  return project;
}

/** The files of the project: git's own list, or globby's where there is no git. */
function listFiles(cwd: string): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', READS_IGNORED];
  const listed = gitSync(cwd, [...list, '--sparse']) ?? gitSync(cwd, list);
  // Not a work tree, or no git at all: the walk finds the same files.
  return (listed === undefined ? [...(unversionedFiles(cwd)?.files ?? walked(cwd))] : records(listed.stdout).filter(staysInside)).sort();
}

const walked = (cwd: string): string[] =>
  globbySync('**/*', { cwd, gitignore: endlessIgnoreFiles(cwd).length === 0, dot: true, ignore: ['**/node_modules/**', '.git/**'] });
