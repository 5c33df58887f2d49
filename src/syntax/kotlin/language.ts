// The Kotlin front-end.
import type { Statement } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { withoutAccessorWords } from './accessor-words.js';
import { withSingleDollars } from './multi-dollar.js';
import { withEndedMembers } from './one-line-bodies.js';
import { statements } from './statements.js';

/** Kotlin source files and scripts. */
export const kotlin = defineTreeSitterLanguage({
  id: 'kotlin',
  wasm: 'tree-sitter-kotlin.wasm',
  matches: (path) => /\.kts?$/.test(path),
  comments: ['line_comment', 'block_comment'],
  // The grammar's scanner never stops when a file ends in an annotation: it looks for white space behind it.
  prepare: (text) => withEndedMembers(withoutAccessorWords(withSingleDollars(text.endsWith('\n') ? text : `${text}\n`))),
  lower(root, context) {
    const body: Statement[] = [];
    let namespace: string | undefined;
    for (const child of root.named) {
      if (child.type === 'package_header') namespace = child.find('qualified_identifier')?.text ?? child.named[0]?.text;
      else body.push(...statements(child, context));
    }
    return { body, ...(namespace === undefined ? {} : { namespace }) };
  },
});
