/** Lowers nginx configuration: each directive is a call of its name, a block is the call's block. */

import type { Comment, Language, Program, Range, Statement, SyntaxProblem } from '../ir.js';
import { DirectiveTree } from './directives.js';
import { fileNameOf, isSiteFolder } from './file-names.js';
import { contentStart, isSpace, lineAt } from './lines.js';
import { commentNode, nameNode, positional, problem, rangeOf, stringLiteral } from './nodes.js';
import { maskTemplates } from './templates.js';
import { wordArguments, wordAt } from './words.js';
import type { Word, WordRules } from './words.js';

// Tokens as ngx_conf_read_token of nginx' core/ngx_conf_file.c reads them: quotes only at the beginning of a word, `${` opens no block.
const RULES: WordRules = { quotes: '"\'', rawQuotes: '', quotesAnywhere: false, escapes: true, stops: ';{' };

export const nginxLanguage: Language = { id: 'nginx', matches: isNginx, lower: lowerNginx };

function isNginx(path: string): boolean {
  const { base, folder, extension } = fileNameOf(path);
  if (extension === 'nginx' || extension === 'nginxconf') return true;
  if (extension !== 'conf') return isSiteFolder(folder) && folder.includes('nginx');
  return base.includes('nginx') || /\/[^/]*nginx[^/]*\//.test(folder);
}

/** Lowers the text of an nginx configuration file. */
function lowerNginx(text: string, path: string): Program {
  return { path, language: 'nginx', text, ...readNginx(text, rangeOf(contentStart(text), text.length)) };
}

/** Reads a part of a text as nginx configuration: also for snippets inside other files. Ranges are those of the text. */
export function readNginx(
  text: string,
  within: Range,
): { readonly body: readonly Statement[]; readonly comments: readonly Comment[]; readonly problems: readonly SyntaxProblem[] } {
  // Lua and maps may hold `{{` of their own: only a text with template statements is taken for a template.
  const shape = /\{%|<%|\{\{[ -]/.test(text) ? maskTemplates(text) : text;
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const tree = new DirectiveTree();
  let words: Word[] = [];
  const callee = (): ReturnType<typeof nameNode> | undefined => {
    const first = words[0];
    return first === undefined ? undefined : nameNode(text.slice(first.content.start, first.content.end), first);
  };
  const finishDirective = (end: number, terminatorEnd: number): void => {
    const name = callee();
    if (name !== undefined) tree.add(name, wordArguments(text, words.slice(1)), end, terminatorEnd);
    words = [];
  };
  let at = within.start;
  while (at < within.end) {
    const char = shape.charAt(at);
    if (isSpace(shape.charCodeAt(at))) {
      at++;
    } else if (char === '#') {
      const line = lineAt(text, at, within.end);
      comments.push(commentNode(text, rangeOf(at, line.end), 1));
      at = line.next;
    } else if (char === ';') {
      finishDirective(words.at(-1)?.end ?? at, at + 1);
      at++;
    } else if (char === '{') {
      const name = callee();
      if (name === undefined) {
        problems.push(problem('a block without a directive', at, at + 1));
        tree.open(nameNode('', rangeOf(at, at)), [], at);
        at++;
      } else if (name.name.endsWith('_by_lua_block')) {
        const end = luaEnd(shape, at, within.end);
        const content = rangeOf(Math.min(at + 1, end), text[end - 1] === '}' && end > at + 1 ? end - 1 : end);
        const code = stringLiteral(text.slice(content.start, content.end), rangeOf(at, end), content);
        tree.add(name, [...wordArguments(text, words.slice(1)), positional(code)], end);
        at = end;
      } else {
        if (!tree.open(name, wordArguments(text, words.slice(1)), at)) problems.push(problem('nested too deeply to be read', at, at + 1));
        at++;
      }
      words = [];
    } else if (char === '}') {
      if (words.length > 0) {
        problems.push(problem('`;` is missing', words[0]?.start ?? at, at));
        finishDirective(words.at(-1)?.end ?? at, words.at(-1)?.end ?? at);
      }
      if (!tree.close(at + 1)) problems.push(problem('`}` closes nothing', at, at + 1));
      at++;
    } else {
      let word = wordAt(shape, at, within.end, RULES);
      if (word.isUnclosed) {
        const { end } = lineAt(text, at, within.end);
        problems.push(problem('a string that is not closed', at, end));
        word = { ...word, end: Math.max(end, at + 1), content: rangeOf(at, Math.max(end, at + 1)) };
      }
      words.push(word);
      at = word.end;
    }
  }
  if (words.length > 0) {
    problems.push(problem('`;` is missing', words[0]?.start ?? within.end, within.end));
    finishDirective(words.at(-1)?.end ?? within.end, words.at(-1)?.end ?? within.end);
  }
  if (tree.finish(within.end) > 0) problems.push(problem('`}` is missing', within.end, within.end));
  return { body: tree.statements, comments, problems };
}

/** The offset after the brace that closes a Lua block; braces in Lua strings and comments do not count. */
function luaEnd(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}') {
      if (--depth === 0) return at + 1;
    } else if (char === '"' || char === "'") {
      at = luaStringEnd(text, at, limit);
    } else if (char === '-' && text[at + 1] === '-') {
      at = lineAt(text, at, limit).next - 1;
    }
  }
  return limit;
}

function luaStringEnd(text: string, open: number, limit: number): number {
  for (let at = open + 1; at < limit && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[open]) return at;
  }
  return open;
}
