// The Rust front-end.
import { defineTreeSitterLanguage, withoutDelimiters } from '../tree-sitter/grammar.js';
import { items } from './items.js';

/** Rust source files. */
export const rust = defineTreeSitterLanguage({
  id: 'rust',
  wasm: 'tree-sitter-rust.wasm',
  matches: (path) => path.endsWith('.rs'),
  comments: ['line_comment', 'block_comment'],
  // Doc comments hold their line break.
  commentText: (text) => withoutDelimiters(text).replace(/(?<![\r\n])[\r\n]+$/, ''),
  lower: (root, context) => ({ body: items(root.named, context) }),
});
