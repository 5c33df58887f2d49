// Python import statements.
import type { Import, ImportedName } from '../ir.js';
import { rangeOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

/**
 * `import a.b as c` binds the module `a.b`; `import a.b` binds only `a`, but loads `a.b` too:
 * two imports, the second of which brings in no name.
 */
export function lowerImport(node: Node): readonly Import[] {
  return node.all('name').flatMap((item) => {
    const alias = item.child('alias');
    const module = withoutSpaces(item.child('name') ?? item);
    if (alias) return [importOf(node, module, [{ imported: '*', local: alias.text, range: rangeOf(item) }])];
    const [first = module] = module.split('.');
    const bound = importOf(node, first, [{ imported: '*', local: first, range: rangeOf(item) }]);
    return first === module ? [bound] : [bound, importOf(node, module, [])];
  });
}

/** `from .base import *`, `from a import b as c`. The dots of a relative import stay in the module. */
export function lowerImportFrom(node: Node): readonly Import[] {
  const module = node.child('module_name');
  const star = node.find('wildcard_import');
  const names = star ? [{ imported: '*', range: rangeOf(star) }] : node.all('name').map(importedName);
  return [importOf(node, module ? withoutSpaces(module) : '__future__', names)];
}

function importedName(item: Node): ImportedName {
  const imported = withoutSpaces(item.child('name') ?? item);
  return { imported, local: item.child('alias')?.text ?? imported, range: rangeOf(item) };
}

function importOf(node: Node, module: string, names: readonly ImportedName[]): Import {
  return { kind: 'import', ...rangeOf(node), module, names };
}

/** Spaces are allowed around the dots: `from . base import x`. */
function withoutSpaces(node: Node): string {
  return node.text.replaceAll(/\s+/g, '');
}
