/**
 * What differs from a commit: whole files and line ranges. Git says what is committed and staged; the work tree is read here,
 * because git would run the filters that the repository's settings name on it.
 */
import { createHash } from 'node:crypto';
import { changedLines, type LineRange } from '../text/line-diff.js';
import { asciiOf, decode } from './decode.js';
import { isBinaryName, isVendoredFile } from './file-kinds.js';
import { git, gitSync } from './git.js';
import { RootFiles } from '../files/root-files.js';
import { committedEntries, trackedEntries, type TrackedEntry } from './tracked.js';

/** The changed lines of files, by their paths relative to the folder asked for. */
export interface Changes {
  /** Undefined for a file that did not change. A new file has all its lines. */
  of(path: string): readonly LineRange[] | undefined;
}

export type ChangesSince = { readonly since: string } | { readonly staged: true };

const NO_WORK_TREE = 'needs a git work tree: run it inside a clone of the repository';

const everyLine: readonly LineRange[] = [[1, Number.POSITIVE_INFINITY]];

/**
 * How the files under `root` differ from a commit (uncommitted and untracked ones included), or how what is staged does.
 * Throws with a plain message when git can't tell.
 */
export async function changesOf(root: string, what: ChangesSince): Promise<Changes> {
  if ('staged' in what) {
    const [staged, head] = await Promise.all([trackedEntries(root), git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])]);
    // Before the first commit everything is new.
    const committed = head === undefined ? [] : await committedEntries(root, head.stdout.toString('utf8').trim());
    if (staged === undefined) throw new Error(`--staged ${NO_WORK_TREE}`);
    if (committed === undefined)
      throw new Error('--staged: git could not read the last commit; parts of it are not here and are not fetched');
    return stagedChanges(root, byName(committed), byName(staged));
  }
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${what.since}^{commit}`]);
  if (commit === undefined) throw new Error(await whyUnknown(root, what.since));
  const asked = commit.stdout.toString('utf8').trim();
  // A branch is compared from where it was left, so that what others did there since does not count.
  const base = (await git(root, ['merge-base', asked, 'HEAD']))?.stdout.toString('utf8').trim() ?? asked;
  const committed = await committedEntries(root, base);
  if (committed === undefined)
    throw new Error(`--since: git could not compare with ${what.since}; parts of it are not here and are not fetched`);
  return changesInWorkTree(root, byName(committed));
}

async function whyUnknown(root: string, commit: string): Promise<string> {
  if ((await git(root, ['rev-parse', '--is-inside-work-tree'])) === undefined) return `--since ${NO_WORK_TREE}`;
  return `--since: git knows no commit ${commit} here; fetch it first (in CI, check out with the history: fetch-depth: 0)`;
}

/**
 * The staged texts of files under `root` whose text in the work tree is another, deleted ones included: a commit takes what is
 * staged. Throws with a plain message when git can't tell.
 */
export async function stagedTexts(root: string): Promise<ReadonlyMap<string, string>> {
  const staged = await trackedEntries(root);
  if (staged === undefined) throw new Error(`--staged ${NO_WORK_TREE}`);
  const files = new RootFiles(root);
  const texts = new Map<string, string>();
  for (const { name, mode, id } of byName(staged).values()) {
    // Nothing is staged of a file that is only meant to be added, and nobody reads a binary or an installed one.
    if (!isRegular(mode) || isBinaryName(name) || isVendoredFile(name) || idOf(files, name, id) === id) continue;
    const bytes = object(root, id);
    const text = bytes === undefined ? undefined : decode(bytes);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

const isRegular = (mode: string): boolean => mode.startsWith('100');

type Entries = ReadonlyMap<string, TrackedEntry>;

/** A file in conflict has several entries, none of which is staged. */
function byName(entries: readonly TrackedEntry[]): Entries {
  const once = new Map<string, TrackedEntry>();
  const inConflict = new Set<string>();
  for (const entry of entries) {
    if (once.has(entry.name)) inConflict.add(entry.name);
    once.set(entry.name, entry);
  }
  for (const name of inConflict) once.delete(name);
  return once;
}

function stagedChanges(root: string, committed: Entries, staged: Entries): Changes {
  return remembered((name) => {
    const [before, after] = [committed.get(name), staged.get(name)];
    if (after === undefined || before?.id === after.id) return undefined;
    return linesBetween(before === undefined ? undefined : object(root, before.id), object(root, after.id));
  });
}

function changesInWorkTree(root: string, committed: Entries): Changes {
  const files = new RootFiles(root);
  const submodules = [...committed.values()].filter(({ mode }) => mode === '160000').map(({ name }) => `${name}/`);
  return remembered((name) => {
    if (submodules.some((folder) => name.startsWith(folder))) return undefined;
    const before = committed.get(name);
    if (before === undefined) return everyLine;
    if (idOf(files, name, before.id) === before.id) return undefined;
    const found = files.read(name);
    return linesBetween(object(root, before.id), 'bytes' in found ? found.bytes : undefined);
  });
}

function remembered(of: Changes['of']): Changes {
  const known = new Map<string, readonly LineRange[] | undefined>();
  return {
    of: (name) => {
      if (!known.has(name)) known.set(name, of(name));
      return known.get(name);
    },
  };
}

/** Undefined where only line ends differ. What can't be compared has changed everywhere. */
function linesBetween(before: Buffer | undefined, after: Buffer | undefined): readonly LineRange[] | undefined {
  if (before === undefined || after === undefined) return everyLine;
  // Byte for byte, whatever the encoding.
  const changed = changedLines(asciiOf(before), asciiOf(after));
  return changed.length === 0 ? undefined : changed;
}

/** Git's id of what a file holds now: the hash of its kind, size and bytes. Undefined for what can't be read. */
function idOf(files: RootFiles, name: string, alike: string): string | undefined {
  const found = files.hash(name, (size) => createHash(alike.length === 64 ? 'sha256' : 'sha1').update(`blob ${size}\0`));
  return found?.digest('hex');
}

const object = (root: string, id: string): Buffer | undefined => gitSync(root, ['cat-file', 'blob', id])?.stdout;
