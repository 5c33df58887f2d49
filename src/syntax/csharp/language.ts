// The C# front-end.
import type { Statement } from '../ir.js';
import { isCSharpPage, pageCode } from '../page-code.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import type { Node } from '../tree-sitter/node.js';
import { withoutDirectives } from './preprocessor.js';
import { conditionalStatements } from './regions.js';

/** C# source files. */
export const csharp = defineTreeSitterLanguage({
  id: 'csharp',
  wasm: 'tree-sitter-c_sharp.wasm',
  matches: (path) => path.endsWith('.cs') || isCSharpPage(path),
  // Directives that decide nothing may stand anywhere, also inside an expression.
  detached: [
    'preproc_define',
    'preproc_undef',
    'preproc_region',
    'preproc_endregion',
    'preproc_pragma',
    'preproc_nullable',
    'preproc_line',
    'preproc_error',
    'preproc_warning',
  ],
  prepare: (text, path) => withoutDirectives(pageCode(text, path)),
  lower(root, context) {
    const body: readonly Statement[] = conditionalStatements(root, root.named, context);
    const namespace = namespaceOf(root);
    return { body, ...(namespace === undefined ? {} : { namespace }) };
  },
});

/** The first namespace of the file, `A.B.C` also when written as nested blocks. */
function namespaceOf(node: Node): string | undefined {
  const declaration = node.named.find((part) => part.type === 'namespace_declaration' || part.type === 'file_scoped_namespace_declaration');
  const name = declaration?.child('name')?.text;
  const body = declaration?.child('body');
  if (declaration === undefined || name === undefined) return undefined;
  const only = body !== undefined && body.named.length === 1 ? namespaceOf(body) : undefined;
  return only === undefined ? name : `${name}.${only}`;
}
