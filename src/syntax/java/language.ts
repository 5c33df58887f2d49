// The Java front-end.
import type { Statement } from '../ir.js';
import { isJavaPage, pageCode } from '../page-code.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { statements } from './statements.js';

/** Java source files. */
export const java = defineTreeSitterLanguage({
  id: 'java',
  wasm: 'tree-sitter-java.wasm',
  matches: (path) => path.endsWith('.java') || isJavaPage(path),
  prepare: pageCode,
  comments: ['line_comment', 'block_comment'],
  lower(root, context) {
    const body: Statement[] = [];
    let namespace: string | undefined;
    for (const child of root.named) {
      if (child.type === 'package_declaration') namespace = child.named.find((part) => part.type.endsWith('identifier'))?.text;
      else body.push(...statements(child, context));
    }
    return { body, ...(namespace === undefined ? {} : { namespace }) };
  },
});
