// The PHP front-end: .php, .phtml, .inc, .module and .install files. HTML around the code is skipped.
import type { Language } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { dotted } from './names.js';
import { lowerStatements } from './statements.js';

/** `use A\{B, C,};` may end in a comma (PHP 7.2), which the grammar does not know. */
const LAST_COMMA_OF_USE = /\b(use\s(?:(?!\buse\s)[^;{}])*\\\{[^;{}]*),(?=\s*\}\s*;)/g;

export const php: Language = defineTreeSitterLanguage({
  id: 'php',
  wasm: 'tree-sitter-php.wasm',
  matches: (path) => /\.(?:php|phtml|inc|module|install)$/.test(path),
  prepare: (text) => text.replace(LAST_COMMA_OF_USE, '$1 '),
  // `?> … <?php` may stand between any two statements.
  detached: ['text_interpolation'],
  lower(root, context) {
    const namespace = root.find('namespace_definition')?.child('name');
    return { body: lowerStatements(root.named, context), ...(namespace ? { namespace: dotted(namespace.text) } : {}) };
  },
});
