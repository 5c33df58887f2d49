/**
 * Replaces files so that whoever looks, and whatever happens meanwhile, sees the old bytes or the new ones, never a part of them:
 * the new bytes are written beside, forced to the disk, and take the old file's place in one step.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RootFiles } from './root-files.js';

/** Files that are never code; what is larger is not replaced. */
const MOST_BYTES = 16_000_000;

/** How long another run under the same root is waited for. */
const PATIENCE_MS = 10_000;

/** Makes the new bytes of a file from those it holds now; a text says why it is left alone. */
export type Remake = (bytes: Buffer) => Buffer | string;

/** Changes files under one root, one run at a time. `release` it: other runs wait for it. */
export class Replacement {
  readonly #root: string;
  readonly #files: RootFiles;
  readonly #place: string;
  readonly #id: string;

  private constructor(root: string, place: string, id: string) {
    this.#root = root;
    this.#files = new RootFiles(root);
    this.#place = place;
    this.#id = id;
  }

  /** Waits for other runs under the root; or says why there is no waiting for them. */
  static async begin(root: string): Promise<Replacement | string> {
    const real = realpathSync(root);
    const id = `cookie-lint-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
    const place = placeFor(real);
    const lock = path.join(place, `${id}.lock`);
    for (let waited = 0; ; waited += 50) {
      const taken = takeLock(lock);
      if (taken === true) break;
      if (typeof taken === 'string') return taken;
      if (waited >= PATIENCE_MS) return `another run is writing here; if none is, remove ${lock}`;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // Whoever had the lock before is gone; what it left was never put in place.
    for (const name of readdirSync(place)) if (name.startsWith(`${id}-`)) rmSync(path.join(place, name), { force: true });
    return new Replacement(root, place, id);
  }

  release(): void {
    rmSync(path.join(this.#place, `${this.#id}.lock`), { force: true });
  }

  /** Replaces a file by what `remake` makes of its bytes. Undefined when that is done; else why the file is as it was. */
  replace(file: string, remake: Remake): string | undefined {
    const target = path.join(this.#root, file);
    try {
      const found = this.#files.read(file, MOST_BYTES);
      if ('missing' in found) return 'it is not there any more';
      if ('why' in found) return found.why;
      const bytes = remake(found.bytes);
      if (typeof bytes === 'string') return bytes;
      accessSync(target, constants.W_OK);
      exchange(target, bytes, { place: this.#place, id: this.#id }, () => {
        const now = this.#files.read(file, MOST_BYTES);
        if (!('bytes' in now) || !now.bytes.equals(found.bytes)) throw new Error('it changed while it was being fixed');
      });
      return undefined;
    } catch (error) {
      return whyOf(error);
    }
  }
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes a file that need not be there yet, whole or not at all. What is no regular file (a terminal, a pipe) is written to. */
export function writeWhole(file: string, bytes: Buffer): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) return writeFileSync(file, bytes);
  const target = found === undefined ? file : realpathSync(file);
  if (found !== undefined) accessSync(target, constants.W_OK);
  exchange(target, bytes, { place: placeFor(realpathSync(path.dirname(target))), id: 'cookie-lint' }, () => undefined);
}

/** Where the new bytes are written first, and what the files there are called. */
interface Beside {
  readonly place: string;
  readonly id: string;
}

let count = 0;

function exchange(target: string, bytes: Buffer, { place, id }: Beside, check: () => void): void {
  const name = `${id}-${process.pid}-${count++}.tmp`;
  // Only a file on the same file system can take the other's place in one step.
  const isSame = statSync(place).dev === statSync(path.dirname(target)).dev;
  const fresh = isSame ? path.join(place, name) : path.join(path.dirname(target), `.${name}`);
  try {
    write(fresh, bytes, statSync(target, { throwIfNoEntry: false }));
    check();
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Writes all of `bytes` to a new file with the mode and owner of the one it stands for, down to the disk. */
function write(file: string, bytes: Buffer, like: Stats | undefined): void {
  const descriptor = openSync(file, 'wx', like === undefined ? 0o666 : 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    if (like !== undefined) {
      keepOwner(descriptor, like.uid, like.gid);
      fchmodSync(descriptor, like.mode & 0o7777);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only a superuser may give files away; in a group's folder the file then is the one's who fixed it, as an editor leaves it. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** Where new files are written: git's own folder, where a run that is killed leaves nothing in the tree; else the system's. */
function placeFor(root: string): string {
  for (let here = root; ; here = path.dirname(here)) {
    const own = path.join(here, '.git');
    if (isWritableFolder(own)) return own;
    if (path.dirname(here) === here) return tmpdir();
  }
}

function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return lstatSync(folder).isDirectory();
  } catch {
    // Not there, a file that names another folder, or not ours to write to.
    return false;
  }
}

/** Takes the lock, or the one that a run left that does not run any more; false to try again, or why there is no taking it. */
function takeLock(lock: string): boolean | string {
  try {
    const descriptor = openSync(lock, 'wx');
    try {
      writeSync(descriptor, String(process.pid));
      return true;
    } catch (error) {
      // No room even for that: an empty file would be in the way of others.
      rmSync(lock, { force: true });
      return whyOf(error);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return whyOf(error);
  }
  const owner = ownerOf(lock);
  if (owner !== undefined && isRunning(owner)) return false;
  rmSync(lock, { force: true });
  return false;
}

function ownerOf(lock: string): number | undefined {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner > 0) return owner;
    // Taken this moment and not written to yet; or by a run that ended in between.
    return Date.now() - lstatSync(lock).mtimeMs < 1_000 ? process.pid : undefined;
  } catch {
    // Given back meanwhile.
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
