/** The few source lines around a place, cut to fit, with the marked columns: what a format draws as a code frame. */
import type { Range } from '../syntax/ir.js';
import { columnsOf, cutColumns } from '../text/columns.js';
import { linesOf } from '../text/lines.js';
import { printableLine } from '../text/printable.js';

export interface FrameLine {
  readonly number: number;
  /** The line's text, safe to print, cut where it is long. */
  readonly text: string;
  /** The marked part of `text` (0-based, half-open). */
  readonly mark?: Range;
  /** Lines before this one were left out. */
  readonly gap: boolean;
}

/** The lines of `range` with one line around them, cut to `width` columns; the middle of a long range is left out. A place of an absent setting has no mark. */
export function codeFrame(text: string, range: Range, width = 120): FrameLine[] {
  const lines = linesOf(text);
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(Math.max(range.start, range.end));
  const absent = range.start === 0 && range.end === 0;
  const first = Math.max(1, start.line - 1);
  const last = Math.min(lines.count, end.line + 1);
  const frame: FrameLine[] = [];
  let gap = false;
  for (let number = first; number <= last; number++) {
    if (number > start.line + 2 && number < end.line) {
      gap = true;
      continue;
    }
    const whole = lines.textOf(number);
    // The empty line after a file's last line break is no line to anyone.
    if (number === lines.count && whole === '' && number > end.line) continue;
    const from = number === start.line ? start.column - 1 : number > start.line ? whole.length - whole.trimStart().length : undefined;
    const to = number === end.line ? end.column - 1 : number < end.line ? whole.trimEnd().length : undefined;
    const marked = !absent && from !== undefined && to !== undefined ? { start: from, end: Math.max(to, from + 1) } : undefined;
    frame.push({ number, gap, ...cut(printableLine(whole), marked, width) });
    gap = false;
  }
  return frame;
}

function cut(line: string, mark: Range | undefined, width: number): { text: string; mark?: Range } {
  if (columnsOf(line) <= width) return { text: line, ...(mark === undefined ? {} : { mark }) };
  // A mark that would be cut off is brought near the start.
  const start = mark !== undefined && columnsOf(line.slice(0, mark.end)) > width - 1 ? Math.max(0, mark.start - 20) : 0;
  const lead = start > 0 ? '…' : '';
  const text = cutColumns(lead + line.slice(start), width);
  if (mark === undefined) return { text };
  const shift = lead.length - start;
  return { text, mark: { start: mark.start + shift, end: Math.min(mark.end + shift, text.length) } };
}
