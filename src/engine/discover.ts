/** Lists the files of a tree that are worth looking at: through git where git is installed, else with globby. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Skipped } from '../cookies/finding.js';
import type { Config } from './config/config.js';
import { matchesConfigPatterns } from './config/levels.js';
import { isBinaryName, isLockfile, isVendoredFile } from './file-kinds.js';
import { unversionedFiles } from './unversioned.js';

export interface Discovery {
  /** Paths relative to the root, with `/`, sorted, each once. */
  readonly files: readonly string[];
  /** What could not be listed, and why. */
  readonly skipped: readonly Skipped[];
}

/** A path that was asked for and isn't there. */
export class PathNotFound extends Error {
  readonly path: string;
  constructor(missing: string) {
    super(`no such file or directory: ${missing}`);
    this.path = missing;
  }
}

/**
 * The files under `root`, or under `paths` (relative to it). Ignored by git, vendored, minified, locked and binary files are left out;
 * a file that is named itself is kept even when git ignores it or it is vendored, but never when the configuration ignores it.
 */
export async function discover(root: string, paths: readonly string[] | undefined, config: Config): Promise<Discovery> {
  const files = new Set<string>();
  const skipped: Skipped[] = [];
  const keep = (file: string, named: boolean): void => {
    if (!named && (isVendoredFile(file) || isLockfile(file))) return;
    if (isBinaryName(file) || matchesConfigPatterns(config, config.ignores, file)) return;
    files.add(file);
  };
  for (const asked of paths === undefined || paths.length === 0 ? ['.'] : paths) {
    const relative = toSlashes(path.relative(root, path.resolve(root, asked)));
    const absolute = path.join(root, relative);
    const found = await stat(absolute).catch(() => undefined);
    if (found === undefined) throw new PathNotFound(asked);
    if (!(await isInside(root, absolute))) {
      skipped.push({ path: relative, why: 'a symbolic link that leads out of the scanned folder' });
    } else if (found.isDirectory()) {
      const listing = await listFolder(absolute);
      const prefix = relative === '' ? '' : `${relative}/`;
      // A vendored folder that is asked for by name is meant.
      const named = prefix !== '' && isVendoredFile(prefix);
      for (const file of listing.files) keep(prefix + file, named);
      for (const entry of listing.skipped) skipped.push({ ...entry, path: prefix + entry.path });
    } else if (found.isFile()) {
      keep(relative, true);
    } else {
      skipped.push({ path: relative, why: 'not a regular file' });
    }
  }
  return { files: [...files].sort(byCodeUnit), skipped };
}

/** Order by UTF-16 code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function isInside(root: string, absolute: string): Promise<boolean> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)]);
  return real === realRoot || real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
}

async function listFolder(folder: string): Promise<Discovery> {
  const listed = await listWithGit(folder);
  if (listed === undefined) {
    const unversioned = unversionedFiles(folder);
    return unversioned === undefined ? listWithGlobby(folder, { gitignore: true }) : { files: unversioned.files, skipped: warnings(unversioned.stderr) };
  }
  // Nothing at all: an empty folder, or one that the repository around it ignores and that is meant all the same.
  return listed.files.length === 0 ? listWithGlobby(folder, { gitignore: false }) : listed;
}

/** The tracked and the untracked, not ignored files of a work tree, those of repositories inside it included. Undefined where git can't tell. */
async function listWithGit(folder: string): Promise<Discovery | undefined> {
  const [tracked, untracked] = await Promise.all([
    git(folder, ['ls-files', '-z', '--stage']),
    git(folder, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  if (tracked === undefined || untracked === undefined) return undefined;
  const files: string[] = [];
  const nested: string[] = [];
  for (const entry of records(tracked.stdout)) {
    const tab = entry.indexOf('\t');
    const name = entry.slice(tab + 1);
    const mode = entry.slice(0, 6);
    if (mode === '160000') nested.push(name);
    else if (mode !== '120000') files.push(name);
  }
  const others = await untrackedOf(folder, untracked);
  files.push(...others.files);
  nested.push(...others.nested);
  const skipped: Skipped[] = warnings(untracked.stderr);
  for (const name of nested) {
    // A submodule that was never checked out is an empty folder, for which git would answer with the outer repository.
    if (!fs.existsSync(path.join(folder, name, '.git'))) continue;
    const inner = await listWithGit(path.join(folder, name));
    for (const file of inner?.files ?? []) files.push(`${name}/${file}`);
    for (const entry of inner?.skipped ?? []) skipped.push({ ...entry, path: `${name}/${entry.path}` });
  }
  return { files, skipped };
}

/** Files and repositories among the untracked entries that git lists. */
async function untrackedOf(folder: string, { stdout }: GitOutput): Promise<{ readonly files: readonly string[]; readonly nested: readonly string[] }> {
  const entries = records(stdout);
  const nested = entries.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  const found = await Promise.all(entries.map(async (name) => !name.endsWith('/') && (await lstat(path.join(folder, name)).catch(() => undefined))?.isFile() === true));
  return { files: entries.filter((_, i) => found[i]), nested };
}

interface GitOutput {
  readonly stdout: string;
  readonly stderr: string;
}

function records(output: string): string[] {
  return output.split('\0').filter((record) => record !== '');
}

function warnings(stderr: string): Skipped[] {
  return [...stderr.matchAll(/could not open directory '(.*?)\/?': (.*)/g)].map(([, name, why]) => ({ path: name ?? '', why: `unreadable folder: ${why ?? ''}` }));
}

/**
 * Runs git in `folder`; undefined when it fails (no git, no work tree, not trusted).
 * A repository's own settings must not start a program, so its file-system monitor is off.
 */
export function git(folder: string, args: readonly string[]): Promise<GitOutput | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], { cwd: folder, maxBuffer: 1 << 30, windowsHide: true, env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' } }, (error, stdout, stderr) => {
      resolve(error === null ? { stdout, stderr } : undefined);
    });
  });
}

async function listWithGlobby(folder: string, { gitignore }: { readonly gitignore: boolean }): Promise<Discovery> {
  const { globby } = await import('globby');
  const skipped: Skipped[] = [];
  const readdir: typeof fs.readdir = ((target: string, options: object, done: (error: NodeJS.ErrnoException | null, entries?: unknown) => void) => {
    fs.readdir(target, options, (error, entries) => {
      if (error !== null) skipped.push({ path: toSlashes(path.relative(folder, target)), why: `unreadable folder: ${error.code ?? error.message}` });
      done(error, entries);
    });
  }) as unknown as typeof fs.readdir;
  const files = await globby('**/*', {
    cwd: folder,
    dot: true,
    gitignore,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/.git/**', '**/node_modules/**', '**/.hg/**', '**/.svn/**'],
    fs: { ...fs, readdir },
  });
  return { files, skipped };
}

function toSlashes(native: string): string {
  return path.sep === '/' ? native : native.split(path.sep).join('/');
}
