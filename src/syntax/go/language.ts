// The Go front-end.
import type { Statement } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { topLevel } from './declarations.js';

/** Go source files. */
export const go = defineTreeSitterLanguage({
  id: 'go',
  wasm: 'tree-sitter-go.wasm',
  matches: (path) => path.endsWith('.go'),
  prepare: withPlainNew,
  lower(root, context) {
    const namespace = root.find('package_clause')?.named[0]?.text;
    const body: Statement[] = [];
    for (const child of root.named) {
      if (child.type !== 'package_clause') body.push(...topLevel(child, context));
    }
    return { body, ...(namespace === undefined ? {} : { namespace }) };
  },
});

/** `new` of a value, which Go has from 1.26 on. The grammar expects a type and loses the function around what is none. */
const NEW_OF_VALUE = /\bnew(?=\((?:(?!func\b)[\w.]+\s*[-+=!<>&|(]|["`\d!-]))/g;

/** Names the function otherwise for the grammar, so that it reads an ordinary call. Names are taken from the text itself. */
function withPlainNew(text: string): string {
  return text.replace(NEW_OF_VALUE, 'n_w');
}
