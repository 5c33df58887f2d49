/** The JavaScript and TypeScript front-end: parses with oxc-parser and lowers its syntax tree. */

import { parseSync, type ParseResult, type ParserOptions } from 'oxc-parser';

import type { Language, Program, Range, SyntaxProblem } from '../ir.js';
import { withoutDeepBrackets } from '../nesting.js';
import { lowerEstree } from './lower.js';
import { isNestedTooDeeply } from './nesting.js';
import { recover, type Recovered } from './recovery.js';
import { inStep, parsing } from '../steps.js';

/** A dialect of the parser. */
export type Dialect = NonNullable<ParserOptions['lang']>;

/** Dialects to try for an extension, best first. Plain `.js` may hold JSX, and type annotations of Flow. */
const DIALECTS = {
  js: ['jsx', 'tsx', 'ts'],
  jsx: ['jsx', 'tsx'],
  ts: ['ts', 'tsx'],
  tsx: ['tsx', 'ts'],
  'd.ts': ['dts', 'ts'],
} as const satisfies Record<string, readonly Dialect[]>;

const EXTENSION = /\.(?:(d)\.)?[cm]?([jt]sx?)$/i;

/** JavaScript and TypeScript files. */
export const javascript: Language = {
  id: 'javascript',
  matches: (path) => EXTENSION.test(path),
  lower: (text, path) => lowerJavaScript({ code: text, text }, path, dialectsOf(extensionOf(path))),
};

function extensionOf(path: string): string | undefined {
  const [, declarations, extension] = EXTENSION.exec(path) ?? [];
  return declarations !== undefined && extension === 'ts' ? 'd.ts' : extension;
}

/** The dialects of a file extension or a `lang` attribute; those of `.js` when it is unknown. */
export function dialectsOf(extension: string | undefined): readonly Dialect[] {
  const key = extension?.toLowerCase() ?? 'js';
  return key in DIALECTS ? DIALECTS[key as keyof typeof DIALECTS] : DIALECTS.js;
}

/** A text with something else than what the file holds in some places, all of the same length. */
export interface Source {
  /** What the parser reads. */
  readonly code: string;
  /** The text of the file, which ranges refer to. */
  readonly text: string;
  /** What a template engine fills in. */
  readonly holes?: readonly Range[];
}

/** Lowers a source in the first of the dialects that reads it, and when none does, what is left without the broken parts. */
export function lowerJavaScript(given: Source, path: string, dialects: readonly Dialect[]): Program {
  const { text: shallow, unread } = withoutDeepBrackets(given.code);
  const source = { ...given, code: shallow };
  const attempt = readWhole(source, path, dialects);
  if (!('dialect' in attempt)) return unread.length === 0 ? attempt : { ...attempt, problems: [...unread, ...attempt.problems] };
  const { text: code, problems } = recoverIn(attempt.dialect, source.code);
  const rest = readWhole({ ...source, code }, path, [attempt.dialect]);
  if ('dialect' in rest) throw new Error(`Unreadable after recovery: ${rest.error.message}`);
  return { ...rest, problems: [...unread, ...problems, ...rest.problems] };
}

/** Blanks what is broken in a piece of code, so that one of the dialects reads it. */
export function repair(code: string, dialects: readonly Dialect[]): Recovered {
  const failure = firstReading(code, dialects);
  return 'program' in failure ? { text: code, problems: [] } : recoverIn(failure.dialect, code);
}

function recoverIn(dialect: Dialect, code: string): Recovered {
  return recover(code, (changed) => {
    const result = parse(changed, dialect);
    return 'program' in result ? undefined : result;
  });
}

/** No dialect reads the source; this one came furthest. */
export interface Failure {
  readonly dialect: Dialect;
  readonly error: SyntaxProblem;
}

/** Lowers a source that parses without repair, else says where it does not. */
export function readWhole({ code, text, holes = [] }: Source, path: string, dialects: readonly Dialect[]): Program | Failure {
  const result = firstReading(code, dialects);
  return 'program' in result ? lowerEstree(result.program, text, path, result.comments, { holes }) : result;
}

function firstReading(code: string, dialects: readonly Dialect[]): ParseResult | Failure {
  let furthest: Failure | undefined;
  for (const dialect of dialects) {
    const result = inStep('parse', () => parse(code, dialect));
    if ('program' in result) return result;
    if (furthest === undefined || result.start > furthest.error.start) furthest = { dialect, error: result };
  }
  return furthest!;
}

const COMMENT = /\/\/.*|\/\*(?:[^]*?\*\/|[^]*)/g;

/** The syntax tree, or the error at which the parser gave up and left the rest out; after all other errors it reads on. */
function parse(code: string, lang: Dialect): ParseResult | SyntaxProblem {
  if (isNestedTooDeeply(code)) return { message: 'Nested too deeply to be read.', start: 0, end: code.length };
  // Parentheses have no shape in the IR, and ESLint's parsers leave them out, too.
  parsing.parsed++;
  const result = parseSync('', code, { lang, preserveParens: false });
  const [error] = result.errors;
  // The tree is only made when it is asked for.
  const { body } = result.program;
  if (error === undefined) return result;
  const rest = code.slice(body.at(-1)?.end ?? 0);
  const unread = rest.replace(COMMENT, (comment) => (comment.startsWith('/*') && !comment.endsWith('*/') ? comment : ''));
  if (unread.trim() === '' && body.length > 0) return result;
  const [label] = error.labels;
  return { message: error.message, start: label?.start ?? 0, end: label?.end ?? 0 };
}
