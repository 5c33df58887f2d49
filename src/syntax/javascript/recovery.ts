/** Makes broken JavaScript readable again: blanks the places that do not parse, so that the rest keeps its offsets. */

import type { SyntaxProblem } from '../ir.js';

/** Where the parser gave up; undefined when it read the text to its end. */
export type FindError = (text: string) => SyntaxProblem | undefined;

/** A text that parses, and what it cost. */
export interface Recovered {
  /** As long as the original text, with blanks for what could not be read. */
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/** A stray line (a merge conflict marker, a typing error) is nearly always among the first few. */
const MAX_LINES = 8;

/** Blanks single lines, and when that does not help, whole top-level statements. */
export function recover(text: string, findError: FindError): Recovered {
  return blankLines(text, findError) ?? blankStatements(text, findError);
}

function blankLines(text: string, findError: FindError): Recovered | undefined {
  const problems: SyntaxProblem[] = [];
  let current = text;
  for (let attempt = 0; attempt <= MAX_LINES; attempt++) {
    const error = findError(current);
    if (error === undefined) return { text: current, problems };
    const start = current.lastIndexOf('\n', error.start - 1) + 1;
    const newline = current.indexOf('\n', error.start);
    const end = newline === -1 ? current.length : newline;
    if (current.slice(start, end).trim() === '') return undefined;
    problems.push({ start, end, message: error.message });
    current = current.slice(0, start) + blanks(current.slice(start, end)) + current.slice(end);
  }
  return undefined;
}

/** A line that starts in the first column with something other than a closing bracket or the inside of a comment. */
const STATEMENT_START = /^(?![\s)\]}*])/gm;

function blankStatements(text: string, findError: FindError): Recovered {
  const starts = [...text.matchAll(STATEMENT_START)].map((match) => match.index);
  const problems: SyntaxProblem[] = [];
  const pieces: string[] = [text.slice(0, starts[0] ?? text.length)];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const piece = text.slice(start, end);
    const error = findError(piece);
    if (error !== undefined) problems.push({ start, end, message: error.message });
    pieces.push(error === undefined ? piece : blanks(piece));
  }
  const current = pieces.join('');
  const left = findError(current);
  if (left === undefined) return { text: current, problems };
  // Pieces that parse alone but not together: nothing sure is left to read.
  return { text: blanks(text), problems: [{ start: 0, end: text.length, message: left.message }] };
}

/** Blanks of the same length, line breaks excepted. */
function blanks(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
