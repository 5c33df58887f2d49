/** Cuts a text into lines and trims ranges, without copying it. */

import type { Range } from '../ir.js';

/** A line: `[start, end)` without its terminator, `next` where the following line begins. */
export interface Line extends Range {
  readonly next: number;
}

/** The offset of the first character after a byte order mark. */
export function contentStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** The line that begins at `start`; lines end with LF or CRLF. */
export function lineAt(text: string, start: number, limit: number = text.length): Line {
  const feed = text.indexOf('\n', start);
  if (feed < 0 || feed >= limit) return { start, end: limit > start && text[limit - 1] === '\r' ? limit - 1 : limit, next: limit };
  return { start, end: feed > start && text[feed - 1] === '\r' ? feed - 1 : feed, next: feed + 1 };
}

/** The lines of `[start, limit)`, in order. */
export function* linesOf(text: string, start: number = contentStart(text), limit: number = text.length): Generator<Line, void, undefined> {
  for (let at = start; at < limit;) {
    const line = lineAt(text, at, limit);
    yield line;
    at = line.next;
  }
}

/** True for blank, tab, line feed, carriage return, form feed, no-break space and the byte order mark. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** The first offset in `[start, end)` that holds no white space, or `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `[start, end)` without trailing white space. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
