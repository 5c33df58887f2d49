/**
 * The report of a run, given again by `--cache` where all that decided it is the same. Its key is the program, what was asked for,
 * and each file of the tree by its content, so that a file that comes, goes, moves or changes makes another run. A file whose size,
 * times and place on the disk are those of before is not read for that, as git does not.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Report } from '../cookies/finding.js';
import { linkStatOf, statOf } from '../files/look.js';
import { writeWhole } from '../files/replace-file.js';
import { RootFiles } from '../files/root-files.js';
import { enterStep } from '../syntax/steps.js';
import { decode } from './decode.js';
import { listRun, type ListedRun } from './listing.js';
import type { ScanOptions } from './scan.js';

export interface CacheOptions {
  /** The folder of the kept reports. */
  readonly location: string;
  /** Of this program. */
  readonly version: string;
  readonly scan: (options: ScanOptions) => Promise<Report>;
}

export interface CachedReport {
  readonly report: Report;
  readonly isKept: boolean;
  /** Why the report could not be kept. */
  readonly unkept?: string;
}

/** What is known of a file: what the disk says of it, and what is in it. */
interface Seen {
  readonly look: string;
  readonly content: string;
  /** It was not touched for a while when it was looked at: whoever changes it later gives it another time. */
  readonly isSettled: boolean;
}

interface Kept {
  readonly key: string;
  readonly files: ReadonlyMap<string, Seen>;
  /** Files outside of the listing that were asked for, by their content: lock files. */
  readonly unlisted: ReadonlyMap<string, string>;
  readonly report: Omit<Report, 'textOf' | 'isBroken'>;
  readonly broken: ReadonlySet<string>;
}

/** Clocks of file systems are as coarse as this. */
const SETTLED_MS = 2_000;

/** Larger files are not opened by a run, whatever is in them. */
const MOST_READ = 20_000_000;

/** A kept report is larger than a file of code. */
const MOST_KEPT = 500_000_000;

/** Gives a report of before, or scans and keeps what it finds. */
export async function scanCached(options: ScanOptions, { location, version, scan }: CacheOptions): Promise<CachedReport> {
  enterStep('list');
  const listing = await listRun(options);
  const files = [...new Set([...listing.whole.files, ...(listing.asked?.files ?? []), ...(options.files ?? [])])];
  const disk = new RootFiles(options.root);
  const name = `${digest([options.root, options.paths, options.files, options.pedantic, options.fixStyle, options.shard])}.report`;
  const key = keyOf(options, listing, version);
  enterStep('read');
  const before = readKept(location, name);
  if (before !== undefined && before.key === key) {
    const seen = sameAs(before, files, disk);
    if (seen !== undefined) {
      // What was read once more is looked up next time.
      if (seen.isNews) keep(location, name, { ...before, files: seen.files });
      return { report: withTexts(before, disk), isKept: true };
    }
  }
  const looks = new Map(files.map((file) => [file, lookAt(options.root, file)]));
  const unsettled = new Map([...looks].flatMap(([file, { isSettled }]) => (isSettled ? [] : [[file, contentOf(disk, file)] as const])));
  const unlisted = new Map<string, string>();
  const report = await scan({ ...options, listing, noteUnlisted: (file) => unlisted.set(file, contentOf(disk, file)) });
  enterStep('read');
  const { textOf: _textOf, isBroken, ...data } = report;
  // A limit of time may fall elsewhere in another run, and a bug of ours may be mended.
  if (data.skipped.some(({ kind, why }) => kind !== undefined || why.includes('too long'))) return { report, isKept: false };
  const seen = new Map<string, Seen>();
  for (const [file, { look, isSettled }] of looks) {
    const content = contentOf(disk, file);
    // It changed while it was read: nobody knows which of its texts the report is about.
    if (lookAt(options.root, file).look !== look || (unsettled.get(file) ?? content) !== content) return { report, isKept: false };
    seen.set(file, { look, content, isSettled });
  }
  const broken = new Set([...new Set(data.findings.map(({ path: at }) => at))].filter((file) => isBroken?.(file) === true));
  const unkept = keep(location, name, { key, files: seen, unlisted, report: data, broken });
  return { report, isKept: false, ...(unkept === undefined ? {} : { unkept }) };
}

/** All that decides a report beside the contents of the files. */
function keyOf({ root, config, pedantic, fixStyle, paths, files, texts, shard }: ScanOptions, listing: ListedRun, version: string): string {
  // While one works on the program its version stays the same.
  const own = statOf(fileURLToPath(import.meta.url));
  return digest([
    version,
    own?.size,
    own?.mtimeMs,
    process.version,
    root,
    config,
    pedantic,
    fixStyle,
    paths,
    files,
    shard,
    [...(texts ?? [])],
    listing,
  ]);
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The files as they are now; undefined where one has another content. */
function sameAs(
  { files: known, unlisted }: Kept,
  files: readonly string[],
  disk: RootFiles,
): { readonly files: ReadonlyMap<string, Seen>; readonly isNews: boolean } | undefined {
  if (known.size !== files.length) return undefined;
  for (const [file, content] of unlisted) if (contentOf(disk, file) !== content) return undefined;
  const seen = new Map<string, Seen>();
  let isNews = false;
  for (const file of files) {
    const before = known.get(file);
    if (before === undefined) return undefined;
    const { look, isSettled } = lookAt(disk.root, file);
    if (before.isSettled && before.look === look) {
      seen.set(file, before);
    } else {
      if (contentOf(disk, file) !== before.content) return undefined;
      // It may have been changed between the two: only what is looked at again afterwards is the same.
      seen.set(file, { look, content: before.content, isSettled: isSettled && lookAt(disk.root, file).look === look });
      isNews = true;
    }
  }
  return { files: seen, isNews };
}

function lookAt(root: string, file: string): { readonly look: string; readonly isSettled: boolean } {
  const found = linkStatOf(path.join(root, file));
  if (found === undefined) return { look: 'none', isSettled: false };
  const { size, mtimeMs, ctimeMs, ino, dev, mode } = found;
  return { look: [size, mtimeMs, ctimeMs, ino, dev, mode].join(' '), isSettled: Math.max(mtimeMs, ctimeMs) < Date.now() - SETTLED_MS };
}

/** What a run could read of a file, in short. */
function contentOf(disk: RootFiles, file: string): string {
  let isLarge = false;
  const hash = disk.hash(file, (size) => {
    isLarge = size > MOST_READ;
    return isLarge ? { update: () => undefined, digest: () => '' } : createHash('sha256');
  });
  if (isLarge) return 'large';
  if (hash !== undefined) return hash.digest('hex');
  const read = disk.read(file);
  return 'why' in read ? read.why : 'missing';
}

/** A report with the texts that it points into: those of the disk, which are the same as when it was made. */
function withTexts({ report, broken }: Kept, disk: RootFiles): Report {
  const textOf = (file: string): string | undefined => {
    const read = disk.read(file);
    return 'bytes' in read ? decode(read.bytes) : undefined;
  };
  return { ...report, textOf, isBroken: (file) => broken.has(file) };
}

function readKept(location: string, name: string): Kept | undefined {
  const read = new RootFiles(location).read(name, MOST_KEPT);
  if (!('bytes' in read)) return undefined;
  try {
    return deserialize(read.bytes) as Kept;
  } catch {
    // Cut short, or of another version of Node: the run makes it anew.
    return undefined;
  }
}

/** Why it could not be kept, if it could not. */
function keep(location: string, name: string, kept: Kept): string | undefined {
  try {
    mkdirSync(location, { recursive: true });
    writeWhole(path.join(location, name), serialize(kept));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
