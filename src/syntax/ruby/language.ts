// The Ruby front-end: .rb, .ru, .rake and .jbuilder files, Rakefile and Gemfile.
import type { Language } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { HEREDOC_BODY, pairHeredocs } from './heredocs.js';
import { lowerStatements } from './statements.js';

/** `f(a, &)` passes on the block of a method that does not name it (Ruby 3.1); before a line break the grammar does not know it. */
const NAMELESS_BLOCK = /([(,]\s*)&(?=[ \t]*\r?\n\s*\))/g;

export const ruby: Language = defineTreeSitterLanguage({
  id: 'ruby',
  wasm: 'tree-sitter-ruby.wasm',
  matches: (path) => /\.(?:rb|ru|rake|jbuilder)$|(?:^|\/)(?:Rakefile|Gemfile)$/.test(path),
  prepare: (text) => text.replace(NAMELESS_BLOCK, '$1 '),
  detached: [HEREDOC_BODY],
  commentText: (text) => (text.startsWith('=begin') ? text.replace(/^=begin\b/, '').replace(/=end\s*$/, '') : text.replace(/^#+/, '')),
  lower(root, context) {
    pairHeredocs(root, context.detached);
    return { body: lowerStatements(root.named, context) };
  },
});
