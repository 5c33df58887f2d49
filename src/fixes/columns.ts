/** Columns of Go's struct literals: gofmt sets the values of lines that follow each other below one another. */
import type { Edit } from '../cookies/finding.js';
import type { Program, Property, Range, RecordExpression } from '../syntax/ir.js';
import { lineStart, startsLine } from './layout.js';

export interface Columns {
  /** The spaces between the colon and the value of the new entry. */
  readonly gap: string;
  /** The edits that move the values above it. */
  readonly edits: readonly Edit[];
}

/** Where the values stand once `key` is the last line of the literal; undefined where the lines before it are none of gofmt's columns. */
export function columnsWith(key: string, { entries }: RecordExpression, program: Program): Columns | undefined {
  const { text } = program;
  const lines: Property[] = [];
  for (const entry of [...entries].reverse()) {
    if (entry.kind !== 'property' || !startsLine(text, entry.start) || text.slice(entry.start, entry.end).includes('\n')) break;
    const below = lines.at(-1);
    // An empty line, or a comment on one of its own, begins new columns.
    if (below !== undefined && (text.slice(entry.end, lineStart(text, below.start)).match(/\n/g) ?? []).length !== 1) break;
    lines.push(entry);
  }
  const gaps = lines.map(({ key: { end }, value: { start } }) => ({ start: end, end: start, written: text.slice(end, start) }));
  if (lines.length === 0 || gaps.some(({ written }) => !/^: +$/.test(written))) return undefined;
  const widthOf = ({ key: { start, end } }: Property): number => end - start;
  const widest = Math.max(...lines.map(widthOf));
  const width = Math.max(widest, key.length);
  const edits = lines.flatMap((line, i): Edit[] => {
    const { start, end, written } = gaps[i]!;
    const wanted = `:${' '.repeat(width - widthOf(line) + 1)}`;
    return key.length <= widest || wanted === written ? [] : [{ start, end, text: wanted }];
  });
  // Comments behind the lines stand in columns of their own.
  if (edits.length > 0 && lines.some(({ end }) => /^,?[ \t]*\/[/*]/.test(text.slice(end, end + 80)))) return undefined;
  return { gap: ' '.repeat(width - key.length + 1), edits };
}

/** A line with a comment behind its code. */
interface Commented {
  readonly code: Range;
  readonly comment: Range;
}

/**
 * The edits with those that keep comments below each other: gofmt sets the comments of lines that follow each other behind the longest of
 * these, and an edit in one of them makes it longer or shorter.
 */
export function withCommentColumns(edits: readonly Edit[], program: Program): readonly Edit[] {
  if (program.language !== 'go') return edits;
  const lines = commentedLines(program);
  const moved = edits.flatMap((edit) => {
    const at = lines.findIndex(({ code }) => edit.start >= code.start && edit.end <= code.end);
    return at < 0 || edit.text.includes('\n') ? [] : [blockOf(at, lines, program)];
  });
  const blocks = new Map(moved.map((block) => [block[0]?.code.start, block]));
  return [...blocks.values()].reduce((all, block) => withBlock(block, all, program), edits);
}

function commentedLines({ text, comments }: Program): Commented[] {
  return comments.flatMap((comment) => {
    const start = lineStart(text, comment.start);
    const code = text.slice(start, comment.start);
    const end = start + code.trimEnd().length;
    return code.trim() === '' || text.slice(comment.start, comment.start + 2) !== '//' ? [] : [{ code: { start, end }, comment }];
  });
}

/** The lines around one that follow each other with their comments in the same column. */
function blockOf(at: number, lines: readonly Commented[], { text }: Program): readonly Commented[] {
  const isNext = (a: Commented | undefined, b: Commented | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    b.code.start === text.indexOf('\n', a.comment.start) + 1 &&
    a.comment.start - a.code.start === b.comment.start - b.code.start;
  let [first, last] = [at, at];
  while (isNext(lines[first - 1], lines[first])) first--;
  while (isNext(lines[last], lines[last + 1])) last++;
  return lines.slice(first, last + 1);
}

/** More lines than these are left to gofmt. */
const MOST_LINES = 8;

/** The edits in a block of lines as one: a fix of another of its lines has to wait for it. */
function withBlock(block: readonly Commented[], edits: readonly Edit[], { text }: Program): readonly Edit[] {
  const [first, last] = [block[0], block.at(-1)];
  const indents = new Set(block.map(({ code }) => /^\t*/.exec(text.slice(code.start, code.end))![0]));
  // Code with columns of its own is left to gofmt too.
  const hasColumns = block.some(({ code }) => /\S(?:\t| {2})/.test(text.slice(code.start, code.end)));
  if (first === undefined || last === undefined || first === last || block.length > MOST_LINES || indents.size !== 1 || hasColumns)
    return edits;
  const [start, end] = [first.code.start, last.comment.start];
  const isInside = (edit: Edit): boolean => edit.start >= start && edit.end <= end;
  const lines = block.map(({ code }) => applied(edits.filter(isInside), code, text));
  const widest = Math.max(...lines.map((line) => line.length));
  const written = block.map(({ comment }, i) => {
    const next = block[i + 1]?.code.start ?? comment.start;
    return lines[i]! + ' '.repeat(widest - lines[i]!.length + 1) + text.slice(comment.start, Math.max(next, comment.start));
  });
  return [...edits.filter((edit) => !isInside(edit)), { start, end, text: written.join('') }].sort((a, b) => a.start - b.start);
}

/** The code of a line with the edits that lie in it. */
const applied = (edits: readonly Edit[], { start, end }: Range, text: string): string =>
  [...edits]
    .filter((edit) => edit.start >= start && edit.end <= end)
    .sort((a, b) => b.start - a.start)
    .reduce((line, edit) => line.slice(0, edit.start - start) + edit.text + line.slice(edit.end - start), text.slice(start, end));
