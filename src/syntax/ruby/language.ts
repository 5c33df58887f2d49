// The Ruby front-end: .rb, .ru, .rake and .jbuilder files, Rakefile and Gemfile.
import type { Language } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { HEREDOC_BODY, pairHeredocs } from './heredocs.js';
import { lowerStatements } from './statements.js';

export const ruby: Language = defineTreeSitterLanguage({
  id: 'ruby',
  wasm: 'tree-sitter-ruby.wasm',
  matches: (path) => /\.(?:rb|ru|rake|jbuilder)$|(?:^|\/)(?:Rakefile|Gemfile)$/.test(path),
  detached: [HEREDOC_BODY],
  commentText: (text) => (text.startsWith('=begin') ? text.replace(/^=begin\b/, '').replace(/=end\s*$/, '') : text.replace(/^#+/, '')),
  lower(root, context) {
    pairHeredocs(root, context.detached);
    return { body: lowerStatements(root.named, context) };
  },
});
