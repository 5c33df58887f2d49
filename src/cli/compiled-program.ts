/**
 * Loads the parts of the built program with the code that V8 made of them in an earlier run. Compiling them is half of what a short
 * run costs. Node has such a cache of its own from 22.8 on, which the version before has not.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What is smaller is compiled sooner than it is read. */
const LEAST_KEPT = 8_000;

/** Parts whose name follows their text: V8 itself only compares how long a text is. */
const NAMED_BY_TEXT = /-[\w-]{8}\.cjs$/;

/** After how long the code for other versions is taken away. */
const MOST_AGE = 30 * 24 * 3600 * 1000;

const CHECKSUM_BYTES = 4;

interface Part {
  readonly exports: unknown;
}

export class CompiledProgram {
  readonly #folder: string;
  readonly #kept: string | undefined;
  readonly #parts = new Map<string, Part>();
  /** Those that there was no code of. */
  readonly #anew = new Map<string, Script>();

  /** `folder`: of the parts, which are CommonJS; `kept`: the folder of the code, undefined for none. */
  constructor(folder: string, kept: string | undefined) {
    this.#folder = folder;
    // V8 takes code of its own version, processor and options only, and tells.
    const key = createHash('sha256')
      .update([process.version, process.arch, folder, ...process.execArgv].join('\0'))
      .digest('hex');
    this.#kept = kept === undefined ? undefined : path.join(kept, key.slice(0, 16));
  }

  /** What a part exports; it is run once. */
  load(name: string): unknown {
    const before = this.#parts.get(name);
    if (before !== undefined) return before.exports;
    const part: Part = { exports: {} };
    this.#parts.set(name, part);
    const file = path.join(this.#folder, name);
    const require = createRequire(file);
    const own = Object.assign(
      (wanted: string): unknown => (/^\.\.?\//.test(wanted) ? this.load(path.join(path.dirname(name), wanted)) : require(wanted)),
      { resolve: require.resolve },
    );
    const script = this.#compiled(name, file);
    const run = script.runInThisContext() as (...given: unknown[]) => void;
    run.call(part.exports, part.exports, own, part, file, path.dirname(file));
    return part.exports;
  }

  /** How many of the parts that were loaded had to be compiled, and are to be kept. */
  get compiledAnew(): number {
    return this.#anew.size;
  }

  /** Keeps the code of what there was none of. That it can't be written is no trouble: the next run compiles it again. */
  keep(): void {
    if (this.#kept === undefined || this.#anew.size === 0) return;
    try {
      const isNew = mkdirSync(this.#kept, { recursive: true, mode: 0o700 }) !== undefined;
      for (const [name, script] of this.#anew) {
        const code = script.createCachedData();
        const checksum = Buffer.alloc(CHECKSUM_BYTES);
        checksum.writeUInt32LE(crc32(code));
        const beside = `${this.#codeOf(this.#kept, name)}.${process.pid}`;
        writeFileSync(beside, Buffer.concat([checksum, code]), { mode: 0o600 });
        renameSync(beside, this.#codeOf(this.#kept, name));
      }
      if (isNew) removeOld(path.dirname(this.#kept));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }

  #compiled(name: string, file: string): Script {
    const text = readFileSync(file, 'utf8');
    const isKept = this.#kept !== undefined && text.length >= LEAST_KEPT && NAMED_BY_TEXT.test(name);
    const cachedData = isKept ? codeIn(this.#codeOf(this.#kept, name)) : undefined;
    // On one line with the text, so that lines in stack traces are those of the file.
    const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${text}\n})`, {
      filename: file,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (isKept && script.cachedDataRejected !== false) this.#anew.set(name, script);
    return script;
  }

  #codeOf(kept: string, name: string): string {
    return path.join(kept, `${name.replaceAll(/[/\\]/g, '_')}.code`);
  }
}

/** The code in a file that this user wrote and nobody else may write; undefined where there is none, or it is damaged. */
function codeIn(file: string): Buffer | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const { uid, mode } = fstatSync(descriptor);
      const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
      const bytes = isOwn ? readFileSync(descriptor) : Buffer.alloc(0);
      if (bytes.length <= CHECKSUM_BYTES) return undefined;
      const code = bytes.subarray(CHECKSUM_BYTES);
      return crc32(code) === bytes.readUInt32LE() ? code : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not kept yet, or not readable: it is compiled again.
    return undefined;
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const old = path.join(folder, name);
    if (Date.now() - statSync(old).mtimeMs > MOST_AGE) rmSync(old, { recursive: true, force: true });
  }
}
