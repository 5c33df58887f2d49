// The Go front-end.
import type { Statement } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { topLevel } from './declarations.js';

/** Go source files. */
export const go = defineTreeSitterLanguage({
  id: 'go',
  wasm: 'tree-sitter-go.wasm',
  matches: (path) => path.endsWith('.go'),
  lower(root, context) {
    const namespace = root.find('package_clause')?.named[0]?.text;
    const body: Statement[] = [];
    for (const child of root.named) {
      if (child.type !== 'package_clause') body.push(...topLevel(child, context));
    }
    return { body, ...(namespace === undefined ? {} : { namespace }) };
  },
});
