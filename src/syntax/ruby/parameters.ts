// Parameter lists of Ruby methods, blocks and lambdas.
import type { Name, Parameter, Pattern } from '../ir.js';
import { nameOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { parameterOf, positionalPattern } from '../tree-sitter/shapes.js';

const REST = new Set(['splat_parameter', 'hash_splat_parameter']);

export function lowerParameters(list: Node | undefined, context: LoweringContext, expression: LowerExpression): readonly Parameter[] {
  // `|a; b|`: b is a local variable of the block, not a parameter.
  const nodes = (list?.named ?? []).filter((node) => node.field !== 'locals');
  return nodes.flatMap((node) => {
    const target = targetOf(node);
    if (!target) return [];
    const value = node.child('value');
    return [parameterOf({ range: node, target, default: value && expression(value, context), rest: REST.has(node.type) })];
  });
}

/** Nameless ones (`*`, `**nil`, `...`) bind nothing. */
function targetOf(node: Node): Name | Pattern | undefined {
  if (node.type === 'identifier') return nameOf(node);
  if (node.type === 'destructured_parameter')
    return positionalPattern(
      node,
      node.named.flatMap((part) => targetOf(part) ?? []),
    );
  const name = node.child('name');
  return name && nameOf(name);
}
