/** Unified diffs of edits, made from the edits themselves: what did not change is never compared. */
import type { Edit } from '../cookies/finding.js';
import { differencesOf } from '../text/line-diff.js';

interface LineChange {
  /** Index of the first old line (from 0), the old lines and the new ones, each with its line break. */
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** `text` with `edits` (sorted, not overlapping) made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edits that turn one text into another, whole lines each. */
export function editsBetween(before: string, after: string): Edit[] {
  const [old, now] = [splitLines(before), splitLines(after)];
  const starts = [0];
  for (const line of old) starts.push(starts.at(-1)! + line.length);
  return differencesOf(old, now).map((difference) => ({
    start: starts[difference.before[0]]!,
    end: starts[difference.before[1]]!,
    text: now.slice(...difference.after).join(''),
  }));
}

/** The unified diff (three lines of context, as git writes it) that makes `edits` in `path`. Empty where nothing changes. `before` undefined: the file is new. */
export function unifiedDiff(path: string, before: string | undefined, edits: readonly Edit[], context = 3): string {
  const lines = splitLines(before ?? '');
  const changes = lineChanges(lines, edits);
  if (changes.length === 0) return '';
  let diff = `--- ${before === undefined ? '/dev/null' : named(`a/${path}`)}\n+++ ${named(`b/${path}`)}\n`;
  let offset = 0;
  for (const hunk of hunksOf(changes, context)) {
    const first = hunk[0];
    const last = hunk.at(-1);
    if (first === undefined || last === undefined) continue;
    const from = Math.max(0, first.at - context);
    const to = Math.min(lines.length, last.at + last.removed.length + context);
    let body = '';
    let at = from;
    let growth = 0;
    for (const change of hunk) {
      body += prefixed(' ', lines.slice(at, change.at)) + prefixed('-', change.removed) + prefixed('+', change.added);
      at = change.at + change.removed.length;
      growth += change.added.length - change.removed.length;
    }
    body += prefixed(' ', lines.slice(at, to));
    diff += `@@ -${span(from, to - from)} +${span(from + offset, to - from + growth)} @@\n${body}`;
    offset += growth;
  }
  return diff;
}

/** A name as git writes it: a line break in it must not become a line of the diff, and a space in it does not end it. */
function named(name: string): string {
  const letters: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
  const quoted = name.replace(
    /["\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) =>
      letters[character] ?? [...Buffer.from(character, 'utf8')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  );
  if (quoted !== name) return `"${quoted}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** A hunk's position: an empty range names the line before it. */
function span(from: number, length: number): string {
  const start = length === 0 ? from : from + 1;
  return length === 1 ? `${start}` : `${start},${length}`;
}

function prefixed(sign: string, lines: readonly string[]): string {
  return lines.map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`)).join('');
}

function hunksOf(changes: readonly LineChange[], context: number): LineChange[][] {
  const hunks: LineChange[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const change of changes) {
    if (change.at - end <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
    end = change.at + change.removed.length;
  }
  return hunks;
}

function lineChanges(lines: readonly string[], edits: readonly Edit[]): LineChange[] {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const lineAt = (offset: number): number => {
    let line = 0;
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
    return line;
  };
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = lineAt(edit.start);
    const last = lineAt(edit.end);
    const group = groups.at(-1);
    if (group !== undefined && first <= group.last) {
      group.edits.push(edit);
      group.last = Math.max(group.last, last);
    } else groups.push({ first, last, edits: [edit] });
  }
  return groups.flatMap(({ first, last, edits: own }) => {
    const base = starts[first] ?? 0;
    const old = lines.slice(first, last + 1);
    const moved = own.map((edit) => ({ start: edit.start - base, end: edit.end - base, text: edit.text }));
    const fresh = splitLines(applyEdits(old.join(''), moved));
    let head = 0;
    while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
    let tail = 0;
    while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
    const removed = old.slice(head, old.length - tail);
    const added = fresh.slice(head, fresh.length - tail);
    return removed.length === 0 && added.length === 0 ? [] : [{ at: first + head, removed, added }];
  });
}
