/** Suppression comments: hides findings that a comment in the source accepts with a reason, and reports comments that do no work. */
import type { Finding, Place } from '../cookies/finding.js';
import type { Comment, Range } from '../syntax/ir.js';
import { linesOf, type Lines } from '../text/lines.js';

/** What suppressions need of a file; every `Program` has it. */
export interface CommentedFile {
  readonly path: string;
  readonly text: string;
  readonly comments: readonly Comment[];
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Findings of the tool about the comments themselves (rule `cookie-lint`). */
  readonly diagnostics: readonly Finding[];
}

/** A text that mentions this may hold a suppression comment, so its file has to be parsed to tell whether the comment still does its work. */
export const suppressionTrigger = 'cookie-lint-disable';

interface Directive {
  readonly comment: Comment;
  /** Rule, surface or problem ids, or `*`. */
  readonly ids: readonly string[];
  readonly reason: string;
  /** The offsets that it covers. */
  readonly from: number;
  readonly to: number;
}

const directivePattern = /^[\s*!]*cookie-lint-(disable-next-line|disable-line|disable|enable)(?![\w-])([\s\S]*)$/;

/**
 * Splits findings by the suppression comments of their files. A comment reads
 * `cookie-lint-disable-next-line express, missing -- served over a unix socket`; the ids are rules, surfaces, problems or `*`.
 * A comment at options that cookies share accepts those cookies too.
 * `sites` are the places of whole cookie sites (the inventory's): a comment above a call of several lines also covers a finding inside it.
 */
export function applySuppressions(findings: readonly Finding[], files: Iterable<CommentedFile>, sites: readonly Place[] = []): Suppressed {
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  const diagnostics: Finding[] = [];
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byPath.get(finding.path);
    if (list === undefined) byPath.set(finding.path, [finding]);
    else list.push(finding);
  }
  const hidden = new Map<Finding, string>();
  for (const file of joined(files)) {
    const own = byPath.get(file.path) ?? [];
    const ownSites = sites.filter((site) => site.path === file.path);
    const app = own[0]?.app ?? '.';
    for (const directive of directivesOf(file, (comment, why) => diagnostics.push(diagnostic(file, comment, why, app)))) {
      let used = false;
      for (const finding of own) {
        if (!names(directive, finding) || !startsOf(finding, ownSites).some((at) => at >= directive.from && at < directive.to)) continue;
        used = true;
        hidden.set(finding, hidden.get(finding) ?? directive.reason);
      }
      if (!used) diagnostics.push(diagnostic(file, directive.comment, `This suppression hides nothing: no finding ${ofIds(directive.ids)} is left here. Remove the comment.`, app));
    }
  }
  const acceptedOptions = new Map([...hidden].filter(([{ decides }]) => decides !== undefined).map(([finding, reason]) => [placeKey(finding), reason]));
  for (const finding of findings) {
    const reason = hidden.get(finding) ?? (finding.options === undefined ? undefined : acceptedOptions.get(placeKey(finding.options)));
    if (reason === undefined) kept.push(finding);
    else suppressed.push({ ...finding, suppressed: { reason } });
  }
  return { findings: kept, suppressed, diagnostics };
}

const placeKey = ({ path, range }: Place): string => `${path}:${range.start}-${range.end}`;

/** One entry per path: a component file is several programs, and each brings comments along, perhaps the same ones. */
function joined(files: Iterable<CommentedFile>): CommentedFile[] {
  const byPath = new Map<string, { readonly text: string; readonly comments: Map<number, Comment> }>();
  for (const { path, text, comments } of files) {
    if (!text.includes(suppressionTrigger)) continue;
    const known = byPath.get(path) ?? { text, comments: new Map<number, Comment>() };
    byPath.set(path, known);
    for (const comment of comments) known.comments.set(comment.start, comment);
  }
  return [...byPath].map(([path, { text, comments }]) => ({ path, text, comments: [...comments.values()].sort((a, b) => a.start - b.start) }));
}

function names(directive: Directive, finding: Finding): boolean {
  return directive.ids.some((id) => id === '*' || id === finding.rule || id === finding.surface || id === finding.problem);
}

function ofIds(ids: readonly string[]): string {
  return ids.includes('*') ? 'of any rule' : `of ${ids.join(' or ')}`;
}

/** Where a finding starts, as a comment sees it: at its own place and at the site around that. */
function startsOf(finding: Finding, sites: readonly Place[]): number[] {
  const around = sites.filter(({ range }) => range.start <= finding.range.start && finding.range.end <= range.end);
  const innermost = around.reduce<Range | undefined>((best, { range }) => (best === undefined || range.end - range.start < best.end - best.start ? range : best), undefined);
  return innermost === undefined ? [finding.range.start] : [finding.range.start, innermost.start];
}

function directivesOf(file: CommentedFile, report: (comment: Comment, why: string) => void): Directive[] {
  const lines = linesOf(file.text);
  const directives: Directive[] = [];
  const open: Directive[] = [];
  for (const comment of file.comments) {
    const match = directivePattern.exec(comment.text);
    if (match === null) continue;
    const kind = match[1] ?? '';
    const [list = '', ...reasons] = (match[2] ?? '').split(/\s--(?=\s|$)/);
    const ids = list.split(/[\s,]+/).filter((id) => id !== '');
    const reason = reasons.join(' --').replace(/[\s*]+$/, '').trim();
    if (kind === 'enable') {
      closeBlocks(open, ids, comment, directives);
      continue;
    }
    if (reason === '') {
      report(comment, `This suppression gives no reason, so it hides nothing. Say why the cookie may go without Secure: \`cookie-lint-${kind} ${ids.length === 0 ? '*' : ids.join(', ')} -- <reason>\`.`);
      continue;
    }
    const directive = { comment, ids: ids.length === 0 ? ['*'] : ids, reason };
    if (kind === 'disable') open.push({ ...directive, from: standsAtTop(file, comment) ? 0 : comment.end, to: Number.POSITIVE_INFINITY });
    else directives.push({ ...directive, ...(kind === 'disable-line' ? spanOfLine(lines, lines.positionAt(comment.start).line) : lineAfter(file, lines, comment)) });
  }
  return [...directives, ...open].sort((a, b) => a.comment.start - b.comment.start);
}

/** `enable` closes the blocks that it names, or all. A block of several ids of which one is enabled goes on for the others. */
function closeBlocks(open: Directive[], ids: readonly string[], enable: Comment, closed: Directive[]): void {
  for (const [index, directive] of [...open.entries()].reverse()) {
    const ends = ids.length === 0 || ids.includes('*') ? directive.ids : directive.ids.filter((id) => ids.includes(id));
    if (ends.length === 0) continue;
    closed.push({ ...directive, ids: ends, to: enable.start });
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
  return withoutComments(file, 0, comment.start).replace(/^#!.*|<\?(?:php|xml\b[^>]*\?>)|^---/gi, '').trim() === '';
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

function diagnostic(file: CommentedFile, comment: Comment, message: string, app: string): Finding {
  const range = { start: comment.start, end: comment.end };
  return {
    path: file.path,
    range,
    rule: 'cookie-lint',
    surface: 'cookie-lint/suppression',
    problem: 'suppression',
    severity: 'warning',
    confidence: 'high',
    cookie: { name: null, session: null },
    message,
    reason: null,
    cause: { path: file.path, range },
    related: [],
    fixes: [],
    app,
  };
}
