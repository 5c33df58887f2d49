/** Lowers `_headers` files of Netlify and Cloudflare Pages: a path is a call with a block of `header(name, value)` calls. */

import type { Comment, Language, Program, SyntaxProblem } from '../ir.js';
import { DirectiveTree } from './directives.js';
import { fileNameOf } from './file-names.js';
import { contentStart, linesOf, skipSpace, trimEnd } from './lines.js';
import { bareLiteral, commentNode, nameNode, positional, problem, rangeOf } from './nodes.js';

export const headersLanguage: Language = { id: 'headers', matches: isHeaders, lower: lowerHeaders };

function isHeaders(path: string): boolean {
  return fileNameOf(path).base === '_headers';
}

/** Lowers the text of a `_headers` file. `! name` (Cloudflare) is a call of `detach`. */
function lowerHeaders(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const tree = new DirectiveTree();
  let contentEnd = contentStart(text);
  for (const line of linesOf(text)) {
    const start = skipSpace(text, line.start, line.end);
    const end = trimEnd(text, start, line.end);
    if (start === end) continue;
    const marker = rangeOf(start, start);
    if (text[start] === '#') {
      comments.push(commentNode(text, rangeOf(start, line.end), 1));
      continue;
    }
    const isPath = start === line.start || text[start] === '/' || /^https?:\/\//.test(text.slice(start, start + 8));
    const colon = text.indexOf(':', start);
    if (isPath) {
      tree.finish(contentEnd);
      tree.open(nameNode('path', marker), [positional(bareLiteral(text, start, end))], end);
    } else if (text[start] === '!') {
      const from = skipSpace(text, start + 1, end);
      tree.add(nameNode('detach', marker), [positional(bareLiteral(text, from, end))], end);
    } else if (colon < 0 || colon >= end) {
      problems.push(problem('neither a path nor a header', start, end));
    } else {
      const from = skipSpace(text, colon + 1, end);
      tree.add(
        nameNode('header', marker),
        [positional(bareLiteral(text, start, trimEnd(text, start, colon))), positional(bareLiteral(text, from, end))],
        end,
      );
    }
    contentEnd = end;
  }
  tree.finish(contentEnd);
  return { path, language: 'headers', text, body: tree.statements, comments, problems };
}
