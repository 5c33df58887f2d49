/** How a file is laid out: its line ends, indentation, quotes and spaces, so that what a fix adds looks like what is there. */
import type { Literal, Node, Program, Range, RecordExpression } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';

/** The line break of the file. */
export const eolOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text[at - 1])) at--;
  return at === 0 && text.startsWith('\uFEFF') ? 1 : at;
}

/** Where the line of `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text[at])) at++;
  return at;
}

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';
const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** The white space that the line of `offset` begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), lineEnd(text, offset)))?.[0] ?? '';
}

/** Whether there is only white space before `offset` in its line. */
export const startsLine = (text: string, offset: number): boolean => text.slice(lineStart(text, offset), offset).trim() === '';

const FOUR_SPACES = new Set(['python', 'php', 'java', 'kotlin', 'csharp', 'rust', 'nginx']);

/** One level of indentation. */
export function indentUnit({ text, language }: Program, near: string): string {
  if (near.includes('\t') || language === 'go') return '\t';
  let least = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(/^( {2,})\S/gm)) least = Math.min(least, match[1]?.length ?? least);
  if (least === Number.POSITIVE_INFINITY) return /^\t+\S/m.test(text) ? '\t' : FOUR_SPACES.has(language) ? '    ' : '  ';
  return ' '.repeat(Math.min(least, 8));
}

/** The offset after the last code before `at`: white space and comments between are passed over, down to `least`. */
export function codeBefore(program: Program, at: number, least: number): number {
  let offset = at;
  while (offset > least) {
    const comment = program.comments.find((one) => one.start < offset && offset <= one.end && one.start >= least);
    if (comment !== undefined) offset = comment.start;
    else if (isSpace(program.text[offset - 1])) offset--;
    else break;
  }
  return offset;
}

/** The offset of the first code at or after `at`, up to `most`. */
export function codeAfter(program: Program, at: number, most: number): number {
  let offset = at;
  while (offset < most) {
    const comment = program.comments.find((one) => one.start <= offset && offset < one.end);
    if (comment !== undefined) offset = comment.end;
    else if (isSpace(program.text[offset])) offset++;
    else break;
  }
  return Math.min(offset, most);
}

/** The end of the line of `offset` when only white space and comments follow there; else `offset` itself. */
export function restOfLine(program: Program, offset: number, most: number): number {
  const end = lineEnd(program.text, offset);
  if (end > most || codeAfter(program, offset, end) < end) return offset;
  // A comment that goes on in the next line does not end here.
  return program.comments.some(
    (comment) => comment.start < end && comment.start >= offset && program.text.slice(end, comment.end).trim() !== '',
  )
    ? offset
    : end;
}

interface Habits {
  readonly quote: string;
  /** `{ a: 1 }` rather than `{a: 1}`. */
  readonly spacedBraces: boolean;
  readonly semicolons: boolean;
}

const habits = new WeakMap<Program, Habits>();

/** What the file does most of the time. */
export function habitsOf(program: Program): Habits {
  let found = habits.get(program);
  if (found === undefined) {
    found = countHabits(program);
    habits.set(program, found);
  }
  return found;
}

function countHabits(program: Program): Habits {
  const { text } = program;
  let singles = 0;
  let doubles = 0;
  let spaced = 0;
  let tight = 0;
  let ended = 0;
  let open = 0;
  const visit = (node: Node): void => {
    if (!('kind' in node)) return;
    if (node.kind === 'literal' && typeof node.value === 'string') {
      if (text[node.start] === "'") singles++;
      else if (text[node.start] === '"') doubles++;
    } else if (node.kind === 'record' && node.entries.length > 0) {
      const brace = openerOf(node, text);
      if (brace === undefined || isBreak(text[brace])) return;
      if (text[brace] === ' ') spaced++;
      else tight++;
    } else if (node.kind === 'expression' || node.kind === 'declaration' || node.kind === 'return') {
      if (text[node.end - 1] === ';' || /^[ \t]*;/.test(text.slice(node.end, node.end + 8))) ended++;
      else open++;
    }
  };
  for (const statement of program.body) walk(statement, visit);
  return {
    quote: doubles > singles || (doubles === singles && DOUBLE_QUOTED.has(program.language)) ? '"' : "'",
    spacedBraces: spaced === tight ? !TIGHT_BRACES.has(program.language) : spaced > tight,
    semicolons: ended > 0 && ended >= open,
  };
}

const DOUBLE_QUOTED = new Set([
  'python',
  'java',
  'kotlin',
  'scala',
  'csharp',
  'go',
  'rust',
  'nginx',
  'apache',
  'haproxy',
  'caddyfile',
  'vcl',
  'json',
  'xml',
  'toml',
  'hocon',
]);
const TIGHT_BRACES = new Set(['python', 'php', 'go']);

/** The offset after the opening bracket of a record; undefined when it is written without one. */
export function openerOf(record: RecordExpression, text: string): number | undefined {
  const from = record.type?.end ?? record.start;
  const bracket = record.style === 'array' ? /^\s*(?:array\s*)?[[(]/ : /^\s*(?:\[[^\]]*\]\w*)?\{/;
  const match = bracket.exec(text.slice(from, Math.min(record.end, from + 400)));
  return match === null ? undefined : from + match[0].length;
}

/** The text between the quotes of a string, as written. */
export const contentOf = (literal: Literal): Range => literal.content ?? literal;

/** Whether a string literal is written between quotes. */
export const isQuoted = (literal: Literal): boolean => literal.content !== undefined && literal.content.end < literal.end;
