/** Lowers Caddyfiles: addresses, snippets and directives are calls, `{ … }` their block. */

import type { Comment, Language, Program, SyntaxProblem } from '../ir.js';
import { DirectiveTree } from './directives.js';
import { fileNameOf } from './file-names.js';
import { contentStart, isSpace, lineAt } from './lines.js';
import { commentNode, nameNode, problem, rangeOf } from './nodes.js';
import { wordArguments, wordAt } from './words.js';
import type { Word, WordRules } from './words.js';

// caddyserver.com/docs/caddyfile/concepts: tokens are parted by white space, a block opens with `{` at the end of a line.
const RULES: WordRules = { quotes: '"', rawQuotes: '`', quotesAnywhere: false, escapes: false, stops: '' };

/** Without a limit, texts with many open heredocs would take quadratic time. */
const MAX_HEREDOC_LINES = 300;

export const caddyfileLanguage: Language = { id: 'caddyfile', matches: isCaddyfile, lower: lowerCaddyfile };

function isCaddyfile(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  return (
    extension === 'caddyfile' ||
    extension === 'caddy' ||
    base === 'caddyfile' ||
    base.startsWith('caddyfile.') ||
    base.startsWith('caddyfile-')
  );
}

/** Lowers the text of a Caddyfile. The block of global options is a call with an empty name. */
function lowerCaddyfile(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const tree = new DirectiveTree();
  let words: Word[] = [];
  const finishLine = (): void => {
    const [first, ...rest] = words;
    words = [];
    if (first === undefined) return;
    const last = rest.at(-1) ?? first;
    tree.add(nameNode(text.slice(first.content.start, first.content.end), first), wordArguments(text, rest), last.end);
  };
  const openBlock = (brace: number): void => {
    const [first, ...rest] = words;
    words = [];
    const callee =
      first === undefined ? nameNode('', rangeOf(brace, brace)) : nameNode(text.slice(first.content.start, first.content.end), first);
    if (!tree.open(callee, wordArguments(text, rest), brace)) problems.push(problem('nested too deeply to be read', brace, brace + 1));
  };
  let at = contentStart(text);
  while (at < text.length) {
    const char = text[at];
    if (char === '\n') {
      // A comma at the end of a line goes on with further addresses of the site.
      if (!(tree.depth === 0 && words.length > 0 && text[(words.at(-1)?.end ?? 1) - 1] === ',')) finishLine();
      at++;
    } else if (isSpace(text.charCodeAt(at))) {
      at++;
    } else if (char === '\\' && isLineEnd(text, at + 1)) {
      at = lineAt(text, at).next;
    } else if (char === '#') {
      const line = lineAt(text, at);
      comments.push(commentNode(text, rangeOf(at, line.end), 1));
      at = line.end;
    } else if (char === '{' && isBlockBrace(text, at + 1)) {
      openBlock(at);
      at++;
    } else if (char === '}' && words.length === 0 && isBlockBrace(text, at + 1)) {
      if (!tree.close(at + 1)) problems.push(problem('`}` closes nothing', at, at + 1));
      at++;
    } else {
      let word = heredocAt(text, at) ?? wordAt(text, at, text.length, RULES);
      if (word.isUnclosed) {
        const { end } = lineAt(text, at);
        problems.push(problem('a string that is not closed', at, end));
        word = { ...word, end, content: rangeOf(at, end) };
      }
      words.push(word);
      at = word.end;
    }
  }
  finishLine();
  if (tree.finish(text.length) > 0) problems.push(problem('`}` is missing', text.length, text.length));
  return { path, language: 'caddyfile', text, body: tree.statements, comments, problems };
}

/** A brace is a block's when nothing but a comment follows it; `{host}` and `{$ENV}` are placeholders. */
function isBlockBrace(text: string, at: number): boolean {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return isLineEnd(text, next) || (text[next] === '#' && next > at);
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');
}

/** `<<MARKER … MARKER`, or undefined. */
function heredocAt(text: string, start: number): Word | undefined {
  if (text[start] !== '<' || text[start + 1] !== '<') return undefined;
  const header = lineAt(text, start);
  const marker = text.slice(start + 2, header.end);
  if (!/^[\w-]{1,64}$/.test(marker)) return undefined;
  let line = lineAt(text, header.next);
  for (let count = 0; count < MAX_HEREDOC_LINES && line.start < text.length; count++, line = lineAt(text, line.next)) {
    let first = line.start;
    while (text[first] === ' ' || text[first] === '\t') first++;
    if (text.startsWith(marker, first))
      return {
        start,
        end: first + marker.length,
        content: rangeOf(header.next, Math.max(header.next, line.start - 1)),
        isQuoted: true,
        isUnclosed: false,
      };
  }
  return undefined;
}
