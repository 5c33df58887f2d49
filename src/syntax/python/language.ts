// The Python front-end: .py and .pyi files.
import type { Language } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import { withoutJinja } from './project-templates.js';
import { lowerStatements } from './statements.js';

export const python: Language = defineTreeSitterLanguage({
  id: 'python',
  wasm: 'tree-sitter-python.wasm',
  matches: (path) => /\.pyi?$/.test(path),
  prepare: withoutJinja,
  isIndented: true,
  lower: (root, context) => ({ body: lowerStatements(root.named, context) }),
});
