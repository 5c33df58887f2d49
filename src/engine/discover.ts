/** Lists the files of a tree that are worth looking at: through git where git is installed, else with globby. */
import * as fs from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Skipped } from '../cookies/finding.js';
import type { Config } from './config/config.js';
import { matchesConfigPatterns } from './config/levels.js';
import { isBinaryName, isLockfile, isVendoredFile } from './file-kinds.js';
import { linkStatOf } from '../files/look.js';
import { endlessIgnoreFiles, endlessInRepository } from './endless.js';
import { endlessUnder, git, READS_IGNORED, records, type GitOptions, type GitOutput } from './git.js';
import { staysInside, trackedEntries } from './tracked.js';
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
  for (const file of [...files]) {
    if (!isUnnameable(root, file)) continue;
    files.delete(file);
    skipped.push({ path: file, why: 'its name is not valid UTF-8' });
  }
  return { files: [...files].sort(byCodeUnit), skipped };
}

/** A name with bytes that are no UTF-8 reads as another name, under which there is no file. */
export const isUnnameable = (folder: string, name: string): boolean =>
  name.includes('\uFFFD') && linkStatOf(path.join(folder, name)) === undefined;

/** Order by UTF-16 code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function isInside(root: string, absolute: string): Promise<boolean> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)]);
  return real === realRoot || real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
}

async function listFolder(folder: string): Promise<Discovery> {
  const listed = await listWithGit(folder, {});
  if (listed === undefined) return await listUnversioned(folder, endlessInRepository(folder));
  // Nothing at all: an empty folder, or one that the repository around it ignores and that is meant all the same.
  return listed.files.length === 0 ? await listWithGlobby(folder, { gitignore: false }) : listed;
}

/** The files of a folder that git does not track, by its `.gitignore` files; or that git is not asked about, for it would never answer. */
async function listUnversioned(folder: string, endless?: string): Promise<Discovery> {
  const skipped =
    endless === undefined
      ? []
      : [{ path: toSlashes(path.relative(folder, endless)), why: 'not a regular file, so git was not asked which files there are' }];
  const unversioned = unversionedFiles(folder);
  if (unversioned !== undefined)
    return await withNested(folder, unversioned.files, unversioned.nested, [
      ...skipped,
      ...notIgnored(unversioned.endless),
      ...warnings(unversioned.stderr),
    ]);
  const endlessIgnored = endlessIgnoreFiles(folder);
  const listed = await listWithGlobby(folder, { gitignore: endlessIgnored.length === 0 });
  return { files: listed.files, skipped: [...skipped, ...notIgnored(endlessIgnored), ...listed.skipped] };
}

const notIgnored = (endless: readonly string[]): Skipped[] =>
  endless.map((name) => ({ path: name, why: 'not a regular file, so nothing is left out for being ignored' }));

/** The tracked and the untracked, not ignored files of a work tree, those of repositories inside it included. Undefined where git can't tell. */
async function listWithGit(folder: string, options: GitOptions): Promise<Discovery | undefined> {
  const [tracked, usual] = await Promise.all([
    trackedEntries(folder, options),
    git(folder, ['ls-files', '-z', '--others', READS_IGNORED], options),
  ]);
  const endless = usual === undefined ? endlessUnder(folder) : [];
  const untracked = endless.length === 0 ? usual : await git(folder, ['ls-files', '-z', '--others', '--exclude=node_modules/'], options);
  if (tracked === undefined || untracked === undefined) return undefined;
  const files: string[] = [];
  const nested: string[] = [];
  for (const { mode, name } of tracked) {
    // The folder of a sparse index is listed as a whole; what lies there all the same is in no index.
    if (mode === '160000' || mode === '040000') nested.push(name);
    else if (mode !== '120000') files.push(name);
  }
  const others = await untrackedOf(folder, untracked);
  files.push(...others.files);
  nested.push(...others.nested);
  return await withNested(folder, files, nested, [...notIgnored(endless), ...warnings(untracked.stderr)]);
}

/** `files`, and those of the folders that are repositories of their own or that git knows only as a whole. */
async function withNested(
  folder: string,
  files: readonly string[],
  nested: readonly string[],
  skipped: readonly Skipped[],
): Promise<Discovery> {
  const all = { files: [...files], skipped: [...skipped] };
  for (const name of nested) {
    const below = path.join(folder, name);
    if (!isFolder(below)) continue;
    // A submodule that was never checked out is an empty folder, for which git would answer with the outer repository.
    const isOwn = fs.existsSync(path.join(below, '.git'));
    const inner =
      (isOwn ? await listWithGit(below, { nested: true }) : undefined) ??
      (await listUnversioned(below, isOwn ? endlessInRepository(below) : undefined));
    for (const file of inner.files) all.files.push(`${name}/${file}`);
    for (const entry of inner.skipped) all.skipped.push({ ...entry, path: `${name}/${entry.path}` });
  }
  return all;
}

/** Files and repositories among the untracked entries that git lists. */
async function untrackedOf(
  folder: string,
  { stdout }: GitOutput,
): Promise<{ readonly files: readonly string[]; readonly nested: readonly string[] }> {
  const entries = records(stdout).filter(staysInside);
  const nested = entries.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  const found = await Promise.all(
    entries.map(async (name) => !name.endsWith('/') && (await lstat(path.join(folder, name)).catch(() => undefined))?.isFile() === true),
  );
  return { files: entries.filter((name, i) => found[i] === true || isUnnameable(folder, name)), nested };
}

/** No link: what it leads to is not this folder's. */
const isFolder = (absolute: string): boolean => linkStatOf(absolute)?.isDirectory() === true;

function warnings(stderr: string): Skipped[] {
  return [...stderr.matchAll(/could not open directory '(.*?)\/?': (.*)/g)].map(([, name, why]) => ({
    path: name ?? '',
    why: `unreadable folder: ${why ?? ''}`,
  }));
}

async function listWithGlobby(folder: string, { gitignore }: { readonly gitignore: boolean }): Promise<Discovery> {
  const { globby } = await import('globby');
  const skipped: Skipped[] = [];
  const readdir: typeof fs.readdir = ((
    target: string,
    options: object,
    done: (error: NodeJS.ErrnoException | null, entries?: unknown) => void,
  ) => {
    fs.readdir(target, options, (error, entries) => {
      const name = toSlashes(path.relative(folder, target));
      // Each folder is read for its files, and may be for what it ignores.
      if (error !== null && !skipped.some((one) => one.path === name))
        skipped.push({ path: name, why: `unreadable folder: ${error.code ?? error.message}` });
      done(error, entries);
    });
  }) as unknown as typeof fs.readdir;
  const files = await globby('**/*', {
    cwd: folder,
    dot: true,
    gitignore,
    followSymbolicLinks: false,
    suppressErrors: true,
    // `packages/node_modules` holds the repository's own packages (file-kinds.ts).
    ignore: ['**/.git/**', 'node_modules/**', '**/!(packages)/node_modules/**', '**/.hg/**', '**/.svn/**'],
    fs: { ...fs, readdir },
  });
  return { files, skipped };
}

function toSlashes(native: string): string {
  return path.sep === '/' ? native : native.split(path.sep).join('/');
}
