// Destructuring targets of Python: `a, (b, *c) = …`.
import type { Name, Pattern } from '../ir.js';
import { nameOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { listPattern } from '../tree-sitter/shapes.js';

const SEQUENCES = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);

export function isPattern(node: Node): boolean {
  return SEQUENCES.has(node.type);
}

/** A pattern of the names that are bound. Members and subscripts in it bind no name and are left out. */
export function lowerPattern(node: Node): Pattern {
  return listPattern(node, 'list_splat_pattern', bound);
}

function bound(node: Node): Name | Pattern | undefined {
  if (node.type === 'identifier') return nameOf(node);
  return isPattern(node) ? lowerPattern(node) : undefined;
}
