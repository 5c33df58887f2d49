/** Lowers Apache httpd configuration: directives are calls, sections (`<Directory x>`) are calls with a block. */

import type { Comment, Language, Program, SyntaxProblem } from '../ir.js';
import { DirectiveTree } from './directives.js';
import { fileNameOf, isSiteFolder } from './file-names.js';
import { contentStart, linesOf, skipSpace, trimEnd } from './lines.js';
import { commentNode, nameNode, problem, rangeOf } from './nodes.js';
import { maskTemplates } from './templates.js';
import { wordArguments, wordAt, wordsOf } from './words.js';
import type { Word, WordRules } from './words.js';

// As ap_getword_conf reads words: both quotes, a backslash escapes the quote.
const RULES: WordRules = { quotes: '"\'', rawQuotes: '', quotesAnywhere: false, escapes: false, stops: '' };

export const apacheLanguage: Language = { id: 'apache', matches: isApache, lower: lowerApache };

function isApache(path: string): boolean {
  const { base, folder, extension } = fileNameOf(path);
  if (base === '.htaccess' || base === 'htaccess' || extension === 'vhost' || extension === 'htaccess') return true;
  if (extension !== 'conf') return isSiteFolder(folder) && /\/(?:apache|httpd)/.test(folder);
  return /^(?:httpd|apache)/.test(base) || /\/(?:apache|httpd)[^/]*\//.test(folder);
}

/** Lowers the text of an Apache configuration file. Names are as written; Apache compares them without case. */
function lowerApache(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const tree = new DirectiveTree();
  // A backslash at the end of a line joins it with the next; blanks of the same length do the same without moving anything.
  const shape = maskTemplates(text).replace(/\\\r?\n/g, (joint) => ' '.repeat(joint.length));
  for (const line of linesOf(shape, contentStart(text))) {
    const start = skipSpace(shape, line.start, line.end);
    const end = trimEnd(shape, start, line.end);
    if (start === end) continue;
    if (shape[start] === '#') {
      comments.push(commentNode(text, rangeOf(start, line.end), 1));
    } else if (shape[start] === '<' && shape[start + 1] === '/') {
      const name = text
        .slice(start + 2, trimEnd(text, start + 2, shape[end - 1] === '>' ? end - 1 : end))
        .trim()
        .toLowerCase();
      if (!tree.hasOpen((open) => open.toLowerCase() === name)) {
        problems.push(problem(`</${name}> closes nothing`, start, end));
        continue;
      }
      while (tree.openName !== undefined && tree.openName.toLowerCase() !== name) {
        problems.push(problem(`<${tree.openName}> is not closed`, start, end));
        tree.close(line.start);
      }
      tree.close(end);
    } else if (shape[start] === '<') {
      const close = shape[end - 1] === '>' ? end - 1 : end;
      if (close === end) problems.push(problem('`>` is missing', start, end));
      const nameEnd = wordAt(shape, Math.min(start + 1, close), Math.max(close, start + 1), RULES).end;
      const callee = nameNode(text.slice(start + 1, nameEnd), rangeOf(start + 1, Math.max(nameEnd, start + 1)));
      const args = wordArguments(text, wordsIn(shape, nameEnd, close));
      if (!tree.open(callee, args, end)) problems.push(problem('nested too deeply to be read', start, end));
    } else {
      const [first, ...rest] = wordsIn(shape, start, end);
      if (first !== undefined) tree.add(nameNode(text.slice(first.start, first.end), first), wordArguments(text, rest), end);
    }
  }
  if (tree.finish(text.length) > 0) problems.push(problem('a section is not closed', text.length, text.length));
  return { path, language: 'apache', text, body: tree.statements, comments, problems };
}

/** Words of a directive. `#` begins no comment behind other words in Apache. */
function wordsIn(shape: string, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  for (let from = start; from < end;) {
    const { words: found, commentStart } = wordsOf(shape, from, end, RULES);
    words.push(...found);
    if (commentStart >= end) break;
    const word = wordAt(shape, commentStart, end, RULES);
    words.push(word);
    from = word.end;
  }
  return words;
}
