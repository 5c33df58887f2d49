/**
 * Files that git reads of its own accord and that may never come to an end: a pipe that nobody writes to, a device. Git opens
 * them like any other and waits; whoever wants an answer from it looks for them first.
 */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { statOf } from '../files/look.js';
import { RootFiles } from '../files/root-files.js';

/** What of its own folder git reads before it answers anything. */
const OWN = [
  'HEAD',
  'config',
  'config.worktree',
  'commondir',
  'gitdir',
  'index',
  'packed-refs',
  'shallow',
  'info/exclude',
  'info/attributes',
  'info/sparse-checkout',
  'info/grafts',
  'objects/info/alternates',
  'objects/info/commit-graph',
  'objects/pack/multi-pack-index',
];

/** Files of settings that include one another, as far as they are followed; git itself stops at ten. */
const MAX_INCLUDES = 10;

/** Settings that somebody wrote are smaller. */
const MOST_BYTES = 1_000_000;

/** The first file of the repository around a folder that git would read and that may never end; undefined where there is none. */
export function endlessInRepository(folder: string): string | undefined {
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    const own = path.join(here, '.git');
    const found = statOf(own);
    if (found !== undefined) return found.isDirectory() ? endlessIn(own) : found.isFile() ? endlessBehind(own) : own;
    if (path.dirname(here) === here) return undefined;
  }
}

/** `.git` of a linked work tree or a submodule is a file that names the folder. */
function endlessBehind(file: string): string | undefined {
  const named = /^gitdir: (.*)/.exec(textOf(file))?.[1]?.trimEnd();
  return named === undefined ? undefined : endlessIn(path.resolve(path.dirname(file), named));
}

function endlessIn(own: string): string | undefined {
  const endless = OWN.map((name) => path.join(own, name)).find(isEndless);
  return (
    endless ??
    ['config', 'config.worktree'].map((name) => endlessInclude(path.join(own, name), MAX_INCLUDES)).find((file) => file !== undefined)
  );
}

/** Settings may include a file that never ends. */
function endlessInclude(config: string, left: number): string | undefined {
  if (left === 0 || !isFile(config)) return undefined;
  for (const [, quoted, plain] of textOf(config).matchAll(/^[ \t]*(?:\[include[^\]\n]*\]\s*)?path\s*=\s*(?:"([^"\n]*)"|([^"\n;#]*))/gim)) {
    const named = (quoted ?? plain ?? '').trim().replace(/^~(?=\/)/, homedir());
    const included = path.resolve(path.dirname(config), named);
    const endless = isEndless(included) ? included : endlessInclude(included, left - 1);
    if (endless !== undefined) return endless;
  }
  return undefined;
}

/** The `.gitignore` and `.gitattributes` files under a folder that may never end, relative to it. What a link leads to is git's own affair: it follows none. */
export function endlessIgnoreFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of entriesOf(path.join(folder, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== '.git') open.push(name);
      else if (/^\.git(?:ignore|attributes)$/.test(entry.name) && !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink())
        found.push(name);
    }
  }
  return found.sort();
}

function entriesOf(folder: string): ReturnType<typeof readDirectory> {
  try {
    return readDirectory(folder);
  } catch {
    // Not readable, or gone meanwhile: git does not read there either.
    return [];
  }
}

const readDirectory = (folder: string) => readdirSync(folder, { withFileTypes: true });

function isEndless(file: string): boolean {
  // Links are followed: so does git in its own folder.
  const found = statOf(file);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

const isFile = (file: string): boolean => statOf(file)?.isFile() === true;

function textOf(file: string): string {
  const found = new RootFiles(path.dirname(file)).read(path.basename(file), MOST_BYTES);
  return 'bytes' in found ? found.bytes.toString('utf8') : '';
}
