/** Reads suppression comments: which findings a comment is about, and which part of the file it covers. */
import { linesOf, type Lines } from '../text/lines.js';
import type { Comment } from '../syntax/ir.js';

/** What suppressions need of a file; every `Program` has it. */
export interface CommentedFile {
  readonly path: string;
  readonly text: string;
  readonly comments: readonly Comment[];
}

/** Whose comment it is: ours, or ESLint's about a rule of our plugin. */
export type Dialect = 'cookie-lint' | 'eslint';

export interface Directive {
  readonly comment: Comment;
  readonly dialect: Dialect;
  /** Rule, surface or problem ids, or `*`. */
  readonly ids: readonly string[];
  readonly reason: string;
  /** The offsets that it covers. */
  readonly from: number;
  readonly to: number;
}

const directivePattern = /^[\s*!]*(cookie-lint|eslint)-(disable-next-line|disable-line|disable|enable)(?![\w-])([\s\S]*)$/;

/** How ESLint names the rules of our plugin. */
const ESLINT_PREFIX = 'cookie-lint/';

/** What a comment says, before anybody asks where. */
interface Said extends Pick<Directive, 'comment' | 'dialect' | 'ids' | 'reason'> {
  readonly kind: string;
}

/**
 * The directives of a file in the order of their comments, of the dialects that are asked for. A comment without a reason hides
 * nothing and is reported.
 */
export function directivesOf(
  file: CommentedFile,
  dialects: readonly Dialect[],
  report: (comment: Comment, why: string) => void,
): Directive[] {
  const lines = linesOf(file.text);
  const directives: Directive[] = [];
  const open: Directive[] = [];
  for (const comment of file.comments) {
    const said = saidIn(file, comment);
    if (said === undefined || !dialects.includes(said.dialect)) continue;
    const { kind, ...directive } = said;
    if (kind === 'enable') closeBlocks(open, said, directives);
    else if (said.reason === '') report(comment, withoutReason(said));
    else if (kind === 'disable')
      open.push({ ...directive, from: standsAtTop(file, comment) ? 0 : comment.end, to: Number.POSITIVE_INFINITY });
    else directives.push({ ...directive, ...spanOf(file, lines, said) });
  }
  return [...directives, ...open].sort((a, b) => a.comment.start - b.comment.start);
}

/** Undefined for a comment that is no directive, and for one to ESLint that names none of our rules: it is about something else. */
function saidIn(file: CommentedFile, comment: Comment): Said | undefined {
  const match = directivePattern.exec(comment.text);
  if (match === null) return undefined;
  const [, tool, kind = '', rest = ''] = match;
  const [list = '', ...reasons] = rest.split(/\s-{2,}(?=\s|$)/);
  const written = list.split(/[\s,]+/).filter((id) => id !== '');
  const reason = reasons
    .join(' --')
    .replace(/(?<![\s*])[\s*]+$/, '')
    .trim();
  const all = { comment, kind, reason };
  if (tool === 'cookie-lint') return { ...all, dialect: 'cookie-lint', ids: written.length === 0 ? ['*'] : written };
  // In a comment to the end of the line ESLint knows only those about a line.
  if ((kind === 'disable' || kind === 'enable') && file.text.startsWith('//', comment.start)) return undefined;
  const ids = written.filter((id) => id.startsWith(ESLINT_PREFIX)).map((id) => id.slice(ESLINT_PREFIX.length));
  // A bare `eslint-enable` ends what was turned off by name too; a bare `eslint-disable` is not about cookies.
  if (ids.length === 0 && !(kind === 'enable' && written.length === 0)) return undefined;
  return { ...all, dialect: 'eslint', ids: ids.length === 0 ? ['*'] : ids };
}

function withoutReason({ dialect, kind, ids }: Said): string {
  const names = ids.map((id) => (dialect === 'eslint' ? `${ESLINT_PREFIX}${id}` : id)).join(', ');
  const rest = `hides nothing${dialect === 'eslint' ? ' on the command line' : ''}`;
  return `This suppression gives no reason, so it ${rest}. Say why the cookie may go without Secure: \`${dialect}-${kind} ${names} -- <reason>\`.`;
}

function spanOf(file: CommentedFile, lines: Lines, { comment, dialect, kind }: Said): Pick<Directive, 'from' | 'to'> {
  if (kind === 'disable-line') return spanOfLine(lines, lines.positionAt(comment.start).line);
  // ESLint's is about the very next line, whatever stands there.
  return dialect === 'eslint' ? spanOfLine(lines, lines.positionAt(comment.end).line + 1) : lineAfter(file, lines, comment);
}

/** `enable` closes the blocks that it names, or all of its tool's. A block of several ids of which one is enabled goes on for the others. */
function closeBlocks(open: Directive[], { ids, comment, dialect }: Said, closed: Directive[]): void {
  for (const [index, directive] of [...open.entries()].reverse()) {
    if (directive.dialect !== dialect) continue;
    const ends = ids.includes('*') ? directive.ids : directive.ids.filter((id) => ids.includes(id));
    if (ends.length === 0) continue;
    closed.push({ ...directive, ids: ends, to: comment.start });
    const rest = directive.ids.filter((id) => !ends.includes(id));
    if (rest.length === 0) open.splice(index, 1);
    else open[index] = { ...directive, ids: rest };
  }
}

function spanOfLine(lines: Lines, line: number): { from: number; to: number } {
  const from = lines.startOf(line);
  // The last line holds the end of the text too.
  return { from, to: Math.max(lines.startOf(line + 1), from + 1) };
}

/** The next line that holds more than comments, so that a suppression and another comment can stand above the same line. */
function lineAfter(file: CommentedFile, lines: Lines, comment: Comment): { from: number; to: number } {
  for (let line = lines.positionAt(comment.end).line + 1; line <= lines.count; line++) {
    const span = spanOfLine(lines, line);
    if (withoutComments(file, span.from, Math.min(span.to, file.text.length)) !== '') return span;
  }
  return { from: file.text.length, to: file.text.length };
}

/** Only comments and prologue before it: such a block covers the whole file, absent settings (reported at its start) included. */
function standsAtTop(file: CommentedFile, comment: Comment): boolean {
  return (
    withoutComments(file, 0, comment.start)
      .replace(/^#!.*|<\?(?:php|xml\b[^<>]*\?>)|^---/gi, '')
      .trim() === ''
  );
}

function withoutComments(file: CommentedFile, from: number, to: number): string {
  let rest = '';
  let at = from;
  for (const comment of file.comments) {
    if (comment.end <= from || comment.start >= to) continue;
    rest += file.text.slice(at, Math.max(at, comment.start));
    at = Math.max(at, comment.end);
  }
  return (rest + file.text.slice(at, Math.max(at, to))).trim();
}
