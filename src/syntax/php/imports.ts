// PHP `use` declarations.
import type { Import } from '../ir.js';
import { rangeOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { dotted } from './names.js';

/** `use A\B, C\D as E;` and `use A\{B, C as D};`: one import for each name, from the namespace it is in. */
export function lowerUse(node: Node): readonly Import[] {
  const group = node.child('body');
  const prefix = node.find('namespace_name')?.text;
  const clauses = (group ?? node).named.filter((child) => child.type === 'namespace_use_clause');
  return clauses.flatMap((clause): Import[] => {
    const name = clause.named.find((child) => child.field === undefined);
    if (!name || name.isMissing) return [];
    const path = dotted(prefix === undefined ? name.text : `${prefix}\\${name.text}`).split('.');
    const imported = path.at(-1) ?? '';
    const local = clause.child('alias')?.text ?? imported;
    return [
      {
        kind: 'import',
        ...rangeOf(clauses.length === 1 ? node : clause),
        module: path.slice(0, -1).join('.'),
        names: [{ imported, local, range: rangeOf(clause) }],
      },
    ];
  });
}
