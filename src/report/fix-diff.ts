/** A fix as the diff it makes. */
import type { Fix, Report } from '../cookies/finding.js';
import { unifiedDiff } from '../fixes/diff.js';
import { columnsOf, cutColumns } from '../text/columns.js';
import { printableText } from '../text/printable.js';
import type { Paint } from './terminal-style.js';

/** The unified diff of a fix in `path` (or in the file that it names), with `context` lines around, safe to print; empty when the file's text is not known. */
export function fixDiff(report: Report, own: string, fix: Fix, context = 3): string {
  const { path = own } = fix;
  const text = report.textOf(path);
  return text === undefined ? '' : printableText(unifiedDiff(path, text, fix.edits, context));
}

/** A diff as a terminal shows it: in colours, and with nothing in it that steers the terminal. */
export function shownDiff(diff: string, paint: Paint): string {
  return printableText(diff)
    .split('\n')
    .map((line) => (/^\+(?!\+\+ )/.test(line) ? paint('green', line) : /^-(?!-- )/.test(line) ? paint('red', line) : line))
    .join('\n');
}

/** Only the removed and added lines of a diff. */
export function changedLines(diff: string): string[] {
  return diff
    .split('\n')
    .slice(2)
    .filter((line) => /^[-+]/.test(line));
}

/** Removed and added lines, cut to `width` columns. Of a changed line the part that changed stays. */
export function cutDiff(lines: readonly string[], width: number): string[] {
  const plain = lines.map((line) => line.replaceAll('\t', '  '));
  const [removed = '', added = '', ...others] = plain;
  const isOneLine = removed.startsWith('-') && added.startsWith('+') && others.length === 0;
  const same = isOneLine ? commonLength(removed.slice(1), added.slice(1)) : 0;
  const skip = same > width / 2 && columnsOf(added) > width ? same - Math.floor(width / 4) : 0;
  return plain.map((line) => cutColumns(skip === 0 ? line : `${line.slice(0, 1)}…${line.slice(1 + skip)}`, width));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
