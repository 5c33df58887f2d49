/**
 * Reads regular files inside one folder, and nothing else: no link that leads out of it, no device, no pipe that never ends, and
 * no more bytes than were asked for.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from './within.js';

/** Larger files are not code that somebody wrote. */
export const MOST_BYTES = 2_000_000;

/** A file's bytes; or why it is left out; or that it is not there (any more), which is no trouble. */
export type FileRead = { readonly bytes: Buffer } | NotRead;

export type NotRead = { readonly why: string } | { readonly missing: true };

/** Not every system has these; where links can't be refused on opening they are looked for before. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const CHUNK = 1 << 16;

export class RootFiles {
  readonly root: string;
  readonly #realRoot: string | undefined;
  readonly #inside = new Map<string, boolean>();
  #scratch = Buffer.alloc(0);

  constructor(root: string) {
    this.root = root;
    this.#realRoot = realPath(root);
  }

  /** The bytes of a file of at most `most` bytes, by its path relative to the root. */
  read(file: string, most = MOST_BYTES): FileRead {
    return this.look(file, (bytes): FileRead => ({ bytes: Buffer.from(bytes) }), most);
  }

  /** What `use` makes of the bytes. They stand where the next file is read to: `use` keeps none of them, and reads no other file. */
  look<T>(file: string, use: (bytes: Buffer) => T, most = MOST_BYTES): T | NotRead {
    return this.#opened(file, (descriptor, size) => {
      if (size > most) return { why: `larger than ${most / 1_000_000} MB` };
      // A file may grow while it is read, and some of the system's claim to be empty.
      const bytes = this.#room(size === 0 ? CHUNK : size + 1);
      const room = size === 0 ? CHUNK : size + 1;
      let length = 0;
      for (;;) {
        const read = readSync(descriptor, bytes, length, room - length, null);
        length += read;
        // Where there was room for more, a file that gave just its size has ended.
        if (read === 0 || (length === size && size > 0)) return use(bytes.subarray(0, length));
        if (length === room) return { why: 'it grew while it was read' };
      }
    });
  }

  /** Memory for so many bytes: one piece for all files but the largest, which would keep theirs. */
  #room(length: number): Buffer {
    if (length > MOST_BYTES + 1) return Buffer.allocUnsafeSlow(length);
    if (this.#scratch.length < length) this.#scratch = Buffer.allocUnsafeSlow(Math.min(2 * length, MOST_BYTES + 1));
    return this.#scratch;
  }

  /** `hash`, made for the file's size, updated with all that the file holds; undefined for what can't be read. */
  hash<T extends { update(bytes: Buffer): unknown }>(file: string, hashFor: (size: number) => T): T | undefined {
    const hashed = this.#opened(file, (descriptor, size) => {
      const hash = hashFor(size);
      const chunk = Buffer.allocUnsafe(Math.min(size + 1, 16 * CHUNK));
      let left = size;
      while (left > 0) {
        const read = readSync(descriptor, chunk, 0, Math.min(chunk.length, left), null);
        if (read === 0) break;
        hash.update(chunk.subarray(0, read));
        left -= read;
      }
      return { hash };
    });
    return 'hash' in hashed ? hashed.hash : undefined;
  }

  #opened<T>(file: string, read: (descriptor: number, size: number) => T): T | NotRead {
    const absolute = path.join(this.root, file);
    try {
      if (!this.#isInside(path.dirname(absolute))) return { why: 'a symbolic link leads out of the scanned folder' };
      if (constants.O_NOFOLLOW === undefined && lstatSync(absolute).isSymbolicLink()) return { why: 'a symbolic link' };
      const descriptor = openSync(absolute, OPEN_FLAGS);
      try {
        const found = fstatSync(descriptor);
        return found.isFile() ? read(descriptor, found.size) : { why: 'not a regular file' };
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** Whether a folder lies in the root, whatever links lead to it. */
  #isInside(folder: string): boolean {
    let inside = this.#inside.get(folder);
    if (inside === undefined) {
      const real = realPath(folder);
      // A folder that is not there holds nothing that could be read.
      inside = real === undefined || (this.#realRoot !== undefined && isWithin(this.#realRoot, real));
      this.#inside.set(folder, inside);
    }
    return inside;
  }
}

function troubleOf(error: unknown): NotRead {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { missing: true };
  // Opening a link, and opening a socket or a pipe that nobody writes to.
  if (code === 'ELOOP' || code === 'EMLINK') return { why: 'a symbolic link' };
  if (code === 'ENXIO') return { why: 'not a regular file' };
  return { why: `could not be read: ${code ?? String(error)}` };
}

function realPath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    // Not there, or a cycle of links: opening what is in it says which.
    return undefined;
  }
}
