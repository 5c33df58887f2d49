/** What differs from a commit, by git: whole files and line ranges. */
import { git } from './discover.js';

/** Changed line ranges (from 1, both ends included) by path, relative to the folder asked for. A new file has all its lines. */
export type Changes = ReadonlyMap<string, readonly (readonly [first: number, last: number])[]>;

export type ChangesSince = { readonly since: string } | { readonly staged: true };

const everyLine: readonly [number, number] = [1, Number.POSITIVE_INFINITY];

/**
 * The files under `root` that differ from a commit (uncommitted and untracked ones included), or that are staged.
 * Throws with a plain message when git can't tell.
 */
export async function changesOf(root: string, what: ChangesSince): Promise<Changes> {
  // Nothing that the repository's settings name is run, and prefixes are fixed, whatever the user's own settings say.
  const diff = ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--relative', '--unified=0', '--no-renames', '--src-prefix=a/', '--dst-prefix=b/', '--ignore-submodules=all'];
  if ('staged' in what) {
    const result = await git(root, [...diff, '--cached']);
    if (result === undefined) throw new Error('--staged needs a git work tree');
    return parseDiff(result.stdout);
  }
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${what.since}^{commit}`]);
  if (commit === undefined) throw new Error(`--since: git knows no commit ${what.since} here`);
  // A branch is compared from where it was left, so that what others did there since does not count.
  const base = (await git(root, ['merge-base', commit.stdout.trim(), 'HEAD']))?.stdout.trim() ?? commit.stdout.trim();
  const [result, untracked] = await Promise.all([git(root, [...diff, base]), git(root, ['ls-files', '-z', '--others', '--exclude-standard'])]);
  if (result === undefined || untracked === undefined) throw new Error(`--since: git could not compare with ${what.since}`);
  const changes = new Map(parseDiff(result.stdout));
  for (const path of untracked.stdout.split('\0')) if (path !== '') changes.set(path, [[...everyLine]]);
  return changes;
}

/**
 * The staged texts of files under `root` whose text in the work tree is another, deleted ones included: a commit takes what is
 * staged. Throws with a plain message when git can't tell.
 */
export async function stagedTexts(root: string): Promise<ReadonlyMap<string, string>> {
  const unstaged = await git(root, ['diff', '--name-only', '-z', '--no-ext-diff', '--relative', '--no-renames', '--ignore-submodules=all']);
  if (unstaged === undefined) throw new Error('--staged needs a git work tree');
  const texts = new Map<string, string>();
  for (const file of unstaged.stdout.split('\0')) {
    // Nothing is staged of a file that is in conflict, or only meant to be added.
    const staged = file === '' ? undefined : await git(root, ['show', '--no-textconv', `:./${file}`]);
    if (staged !== undefined) texts.set(file, staged.stdout);
  }
  return texts;
}

/** The new side of a unified diff without context. */
export function parseDiff(diff: string): Map<string, [number, number][]> {
  const changes = new Map<string, [number, number][]>();
  let ranges: [number, number][] | undefined;
  let inHeader = false;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) {
      inHeader = true;
      ranges = undefined;
    } else if (inHeader && line.startsWith('+++ ')) {
      const name = unquote(line.slice(4).replace(/\t$/, ''));
      if (name.startsWith('b/')) changes.set(name.slice(2), (ranges = []));
    } else if (line.startsWith('@@ ')) {
      inHeader = false;
      const match = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      const first = Number(match?.[1] ?? 0);
      const count = Number(match?.[2] ?? 1);
      // A pure deletion changes what stands around it: the line before and the one after.
      ranges?.push(count === 0 ? [Math.max(1, first), first + 1] : [first, first + count - 1]);
    }
  }
  return changes;
}

/** Git puts odd names in quotes, with C's escapes for bytes. */
function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  const named: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
  const bytes: Buffer[] = [];
  for (const [part, octal, escape] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(Buffer.from([Number.parseInt(octal, 8)]));
    else if (escape !== undefined) bytes.push(Buffer.from([named[escape] ?? escape.charCodeAt(0)]));
    else bytes.push(Buffer.from(part));
  }
  return Buffer.concat(bytes).toString('utf8');
}
