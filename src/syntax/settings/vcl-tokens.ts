/** Cuts VCL into tokens. */

import type { Comment, Range, SyntaxProblem } from '../ir.js';
import { contentStart, isSpace, lineAt } from './lines.js';
import { commentNode, problem, rangeOf } from './nodes.js';

export interface VclToken extends Range {
  readonly kind: 'word' | 'number' | 'string' | 'mark' | 'inline-c' | 'end';
  /** The token as written. */
  readonly text: string;
  /** Between the quotes of a string. */
  readonly content?: Range;
}

const MARKS = ['!~', '==', '!=', '<=', '>=', '&&', '||', '+=', '-=', '*=', '/='];

/** All tokens of a VCL text, the last of kind `end`. Comments and what cannot be read go to the given lists. */
export function vclTokens(text: string, comments: Comment[], problems: SyntaxProblem[]): readonly VclToken[] {
  const tokens: VclToken[] = [];
  const push = (kind: VclToken['kind'], start: number, end: number, content?: Range): void => {
    tokens.push({ kind, start, end, text: text.slice(start, end), ...(content === undefined ? {} : { content }) });
  };
  let at = contentStart(text);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const pair = text.slice(at, at + 2);
    if (isSpace(code)) {
      at++;
    } else if (text[at] === '#' || pair === '//') {
      const line = lineAt(text, at);
      comments.push(commentNode(text, rangeOf(at, line.end), text[at] === '#' ? 1 : 2));
      at = line.next;
    } else if (pair === '/*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? text.length : close + 2;
      if (close < 0) problems.push(problem('a comment that is not closed', at, end));
      comments.push(commentNode(text, rangeOf(at, end), 2, close < 0 ? 0 : 2));
      at = end;
    } else if (pair === '{"' || text.startsWith('"""', at)) {
      const closing = pair === '{"' ? '"}' : '"""';
      const opening = pair === '{"' ? 2 : 3;
      const close = text.indexOf(closing, at + opening);
      const contentEnd = close < 0 ? text.length : close;
      if (close < 0) problems.push(problem('a string that is not closed', at, text.length));
      const end = close < 0 ? text.length : close + closing.length;
      push('string', at, end, rangeOf(Math.min(at + opening, contentEnd), contentEnd));
      at = end;
    } else if (text[at] === '"') {
      const line = lineAt(text, at);
      let close = at + 1;
      while (close < line.end && text[close] !== '"') close++;
      if (close === line.end) problems.push(problem('a string that is not closed', at, line.end));
      const end = Math.min(close + 1, Math.max(line.end, at + 1));
      push('string', at, end, rangeOf(at + 1, Math.max(at + 1, close)));
      at = end;
    } else if (pair === 'C{') {
      const close = text.indexOf('}C', at);
      const end = close < 0 ? text.length : close + 2;
      push('inline-c', at, end);
      at = end;
    } else if (isWordPart(code)) {
      const start = at;
      while (
        at < text.length &&
        (isWordPart(text.charCodeAt(at)) || (text[at] === '.' && isWordPart(text.charCodeAt(at + 1))) || (text[at] === '-' && at > start))
      )
        at++;
      push(code >= 48 && code <= 57 ? 'number' : 'word', start, at);
    } else {
      const end = at + (MARKS.includes(pair) ? 2 : 1);
      push('mark', at, end);
      at = end;
    }
  }
  push('end', text.length, text.length);
  return tokens;
}

function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}
