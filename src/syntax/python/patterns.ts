// Destructuring targets of Python: `a, (b, *c) = …`.
import type { Name, Pattern, PatternElement } from '../ir.js';
import { nameOf, rangeOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

const SEQUENCES = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);

export function isPattern(node: Node): boolean {
  return SEQUENCES.has(node.type);
}

/** A pattern of the names that are bound. Members and subscripts in it bind no name and are left out. */
export function lowerPattern(node: Node): Pattern {
  const elements = node.named.flatMap((item, index): PatternElement[] => {
    const isRest = item.type === 'list_splat_pattern';
    const target = bound(isRest ? item.named[0] : item);
    return target ? [{ ...rangeOf(item), key: isRest ? '...' : index, target }] : [];
  });
  return { kind: 'pattern', ...rangeOf(node), elements };
}

function bound(node: Node | undefined): Name | Pattern | undefined {
  if (node?.type === 'identifier') return nameOf(node);
  return node && isPattern(node) ? lowerPattern(node) : undefined;
}
