/** The hash by which GitHub code scanning follows an alert from commit to commit: of the hundred characters from the start of its line. */

/** Characters that one hash covers, and the base of the rolling hash. */
const WINDOW = 100;
const BASE = 37n;
const FIRST_FACTOR = BASE ** BigInt(WINDOW);
const END_OF_FILE = 0xffff;

const SPACE = 0x20;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

/**
 * The value of `primaryLocationLineHash` for each of the wanted lines (1-based) of a text: the hash in hexadecimal digits, a colon,
 * and which of the lines with that hash it is. The algorithm is that of GitHub's own upload action
 * (https://github.com/github/codeql-action/blob/main/src/fingerprints.ts), which warns where a report says otherwise.
 */
export function lineHashes(text: string, wanted: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  const counts = new Map<string, number>();
  // Two rings over the same hundred characters: the characters, and the line that starts at each (0 = none).
  const window = new Uint16Array(WINDOW);
  const starts = new Uint32Array(WINDOW);
  let at = 0;
  let hash = 0n;
  const update = (code: number): void => {
    const leaving = starts[at]!;
    if (leaving > 0) {
      const digits = hash.toString(16);
      const count = (counts.get(digits) ?? 0) + 1;
      counts.set(digits, count);
      if (wanted.has(leaving)) found.set(leaving, `${digits}:${count}`);
      starts[at] = 0;
    }
    if (pending > 0) {
      starts[at] = pending;
      pending = 0;
    }
    hash = BigInt.asUintN(64, BASE * hash + BigInt(code) - FIRST_FACTOR * BigInt(window[at]!));
    window[at] = code;
    at = (at + 1) % WINDOW;
  };
  let line = 1;
  let pending = 1;
  let afterCr = false;
  const read = (code: number): void => {
    if (code === SPACE || code === TAB || (afterCr && code === LF)) {
      afterCr = false;
      return;
    }
    afterCr = code === CR;
    update(afterCr ? LF : code);
    if (code === LF || code === CR) pending = ++line;
  };
  for (let i = 0; i < text.length; i++) read(text.charCodeAt(i));
  read(END_OF_FILE);
  pending = 0;
  for (let i = 0; i < WINDOW; i++) update(0);
  return found;
}
