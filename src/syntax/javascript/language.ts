/** The JavaScript and TypeScript front-end: parses with oxc-parser and lowers its syntax tree. */

import { parseSync, type ParserOptions } from 'oxc-parser';

import type { Language, Program, SyntaxProblem } from '../ir.js';
import { lowerEstree } from './lower.js';

type Dialect = NonNullable<ParserOptions['lang']>;

/** Dialects to try for an extension, best first. Plain `.js` may hold JSX, and type annotations of Flow. */
const DIALECTS: Readonly<Record<string, readonly Dialect[]>> = {
  js: ['jsx', 'tsx', 'ts'],
  mjs: ['jsx', 'tsx', 'ts'],
  cjs: ['jsx', 'tsx', 'ts'],
  jsx: ['jsx', 'tsx'],
  ts: ['ts', 'tsx'],
  mts: ['ts', 'tsx'],
  cts: ['ts', 'tsx'],
  tsx: ['tsx', 'ts'],
};

const EXTENSION = /\.([cm]?[jt]sx?)$/i;

/** JavaScript and TypeScript files. */
export const javascript: Language = {
  id: 'javascript',
  matches: (path) => EXTENSION.test(path),
  lower: (text, path) => lowerJavaScript(text, path, dialectsOf(path)),
};

function dialectsOf(path: string): readonly Dialect[] {
  return DIALECTS[EXTENSION.exec(path)?.[1]?.toLowerCase() ?? 'js'] ?? DIALECTS['js']!;
}

/** Parses `text` in the first of the dialects that reads it. */
export function lowerJavaScript(text: string, path: string, dialects: readonly Dialect[]): Program {
  let problems: SyntaxProblem[] = [];
  for (const [index, lang] of dialects.entries()) {
    // Parentheses have no shape in the IR, and ESLint's parsers leave them out, too.
    const result = parseSync(path, text, { lang, preserveParens: false });
    const errors = result.errors.map(({ message, labels }) => ({ message, start: labels[0]?.start ?? 0, end: labels[0]?.end ?? text.length }));
    if (index === 0) problems = errors;
    const { program } = result;
    if (program.body.length > 0 || errors.length === 0) return lowerEstree(program, text, path, result.comments, errors);
  }
  return { path, language: 'javascript', text, body: [], comments: [], problems };
}
