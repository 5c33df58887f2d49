/** Lowers HAProxy configuration: a section is a call with a block, its lines are calls. */

import type { Comment, Language, Program, SyntaxProblem } from '../ir.js';
import { DirectiveTree } from './directives.js';
import { fileNameOf } from './file-names.js';
import { contentStart, linesOf, skipSpace } from './lines.js';
import { commentNode, nameNode, problem, rangeOf } from './nodes.js';
import { maskTemplates } from './templates.js';
import { wordArguments, wordsOf } from './words.js';
import type { WordRules } from './words.js';

// docs.haproxy.org, Configuration Manual, 2.2 "Quoting and escaping".
const RULES: WordRules = { quotes: '"', rawQuotes: "'", quotesAnywhere: true, escapes: true, stops: '' };

const SECTIONS: ReadonlySet<string> = new Set([
  'global',
  'defaults',
  'frontend',
  'backend',
  'listen',
  'peers',
  'resolvers',
  'userlist',
  'mailers',
  'program',
  'cache',
  'ring',
  'http-errors',
  'fcgi-app',
  'log-forward',
  'crt-store',
]);

export const haproxyLanguage: Language = { id: 'haproxy', matches: isHaproxy, lower: lowerHaproxy };

function isHaproxy(path: string): boolean {
  const { base, folder, extension } = fileNameOf(path);
  return (
    extension === 'haproxy' ||
    ((extension === 'cfg' || extension === 'conf') && (base.includes('haproxy') || /\/[^/]*haproxy[^/]*\//.test(folder)))
  );
}

/** True when a line of these words opens a section; `cache x` and `resolvers x` occur inside sections as well, indented. */
export function isHaproxySection(name: string, isIndented: boolean): boolean {
  return (
    SECTIONS.has(name) &&
    (!isIndented || name === 'frontend' || name === 'backend' || name === 'listen' || name === 'defaults' || name === 'global')
  );
}

/** Lowers the text of an HAProxy configuration file. */
function lowerHaproxy(text: string, path: string): Program {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const tree = new DirectiveTree();
  const shape = maskTemplates(text);
  let contentEnd = contentStart(text);
  for (const line of linesOf(shape, contentStart(text))) {
    const start = skipSpace(shape, line.start, line.end);
    const { words, commentStart } = wordsOf(shape, start, line.end, RULES);
    if (commentStart < line.end) comments.push(commentNode(text, rangeOf(commentStart, line.end), 1));
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const last = words.at(-1) ?? first;
    if (last.isUnclosed) problems.push(problem('a string that is not closed', last.start, last.end));
    const { end } = last;
    const callee = nameNode(text.slice(first.start, first.end), first);
    if (isHaproxySection(callee.name, start > line.start)) {
      tree.finish(contentEnd);
      tree.open(callee, wordArguments(text, rest, true), end);
    } else {
      tree.add(callee, wordArguments(text, rest, true), end);
    }
    contentEnd = end;
  }
  tree.finish(contentEnd);
  return { path, language: 'haproxy', text, body: tree.statements, comments, problems };
}
