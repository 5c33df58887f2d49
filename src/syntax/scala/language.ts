// The Scala front-end.
import type { Statement } from '../ir.js';
import { defineTreeSitterLanguage } from '../tree-sitter/grammar.js';
import type { Node } from '../tree-sitter/node.js';
import { statements } from './statements.js';

/** Scala sources, scripts and build files. */
export const scala = defineTreeSitterLanguage({
  id: 'scala',
  wasm: 'tree-sitter-scala.wasm',
  matches: (path) => /\.(?:scala|sc|sbt)$/.test(path),
  comments: ['comment', 'block_comment'],
  prepare: withoutUnreadable,
  lower(root, context) {
    const packages: string[] = [];
    const body: Statement[] = [];
    const lower = (nodes: readonly Node[]): void => {
      for (const child of nodes) {
        if (child.type === 'package_clause') {
          packages.push(child.child('name')?.text ?? '');
          lower(child.child('body')?.named ?? []);
        } else {
          body.push(...statements(child, context));
        }
      }
    };
    lower(root.named);
    return { body, ...(packages.length === 0 ? {} : { namespace: packages.join('.') }) };
  },
});

/** Annotations of a primary constructor: `class A @Inject()(val b: B)`. */
const CONSTRUCTOR_ANNOTATIONS =
  /(\bclass\s+\w+(?:\[(?:[^[\]\n]|\[[^[\]\n]*\])*\])?)((?:\s+@[\w.]+(?:\s*\([^()]*\)(?=\s*(?:(?:private|protected)(?:\[\w+\])?\s*)?\())?)+)(?=\s*(?:(?:private|protected)(?:\[\w+\])?\s*)?\()/g;

/** The type of the only parameter of a lambda in braces: `{ implicit request: Request[A] =>`. */
const LAMBDA_PARAMETER_TYPE = /(\{\s*(?:implicit\s+)?\w+)(\s*:\s*[\w.]+(?:\[[^\n=;{}]*?\])?)(?=\s*=>)/g;

/** The grammar takes both for something else, and then reads nothing of the rest of the class. */
function withoutUnreadable(text: string): string {
  const blank = (_: string, kept: string, found: string): string => kept + found.replace(/[^\r\n]/g, ' ');
  const read = text.includes('@') ? text.replace(CONSTRUCTOR_ANNOTATIONS, blank) : text;
  return read.replace(LAMBDA_PARAMETER_TYPE, blank);
}
