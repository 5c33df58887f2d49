/** Writes the fixed texts to the files themselves, byte for byte the same elsewhere: byte order mark, line ends and encoding stay. */
import { RootFiles } from '../files/root-files.js';
import { Replacement } from '../files/replace-file.js';
import { heldSignals } from '../files/signals.js';
import type { Skipped } from '../cookies/finding.js';

/** A file's text as it was checked, and with its fixes. */
export interface FixedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Why a file under `root` can't be given another text than `before`; undefined where it can. */
export function whyUnwritable(root: string, file: string, before: string): string | undefined {
  const found = new RootFiles(root).read(file);
  if ('missing' in found) return 'it is not there any more';
  if ('why' in found) return found.why;
  const bytes = encoded(found.bytes, { path: file, before, after: before });
  return typeof bytes === 'string' ? bytes : undefined;
}

/**
 * Writes the texts under `root`. A file that changed since it was read is left alone, and named, as is one that can't be written.
 * Where a signal ends the run before all are written, `tell` is given a line about that.
 */
export async function writeFixes(
  root: string,
  files: readonly FixedText[],
  tell: (line: string) => void = () => undefined,
): Promise<readonly Skipped[]> {
  if (files.length === 0) return [];
  const skipped: Skipped[] = [];
  const signals = heldSignals();
  try {
    const replacement = await Replacement.begin(root);
    for (const [i, file] of files.entries()) {
      // Somebody who ends the run has not to wait for the rest of the files.
      await new Promise((resolve) => setImmediate(resolve));
      const signal = signals.received();
      if (signal !== undefined) {
        tell(`ended by ${signal}: ${i - skipped.length} of ${files.length} files are fixed, the others are as they were`);
        break;
      }
      const why = typeof replacement === 'string' ? replacement : replacement.replace(file.path, (bytes) => encoded(bytes, file));
      if (why !== undefined) skipped.push({ path: file.path, why: `not fixed: ${why}` });
    }
    if (typeof replacement !== 'string') replacement.release();
  } finally {
    signals.release();
  }
  return skipped;
}

const byteOrderMark = '\uFEFF';

/** The bytes that the file is to have; or why not. */
function encoded(bytes: Buffer, { before, after }: FixedText): Buffer | string {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return 'the file is not valid UTF-8';
  // Whether a scanned text keeps its byte order mark is the reader's choice; the file keeps it either way.
  const mark = text.startsWith(byteOrderMark) && !before.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (text !== mark + before) return 'the file is not as it was checked: it changed meanwhile, or other changes are staged than made';
  return Buffer.from(mark + after, 'utf8');
}
