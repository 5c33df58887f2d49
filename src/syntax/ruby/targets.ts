// What Ruby assigns to: variables, attributes, elements, and lists of them.
import type { Expression, Name, Pattern } from '../ir.js';
import { nameOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { listPattern, memberOf } from '../tree-sitter/shapes.js';

const NAMES = new Set(['identifier', 'constant', 'global_variable']);

export function lowerTarget(node: Node, context: LoweringContext, expression: LowerExpression): Expression | Pattern {
  if (node.type === 'left_assignment_list') return lowerPattern(node);
  const receiver = node.child('receiver');
  const method = node.child('method');
  // `a.b = 1` and `a.b << 1` write where `a.b` elsewhere calls.
  if (node.type === 'call' && receiver && method && !node.child('arguments') && !node.child('block')) {
    return memberOf(node, expression(receiver, context), method, method.text);
  }
  return expression(node, context);
}

/** The variables of `a, (b, *c) = …`. Attributes and elements among them bind no name and are left out. */
export function lowerPattern(node: Node): Pattern {
  return listPattern(node, 'rest_assignment', bound);
}

/** A variable or a list of them; undefined for what binds no name. */
export function bound(node: Node): Name | Pattern | undefined {
  if (NAMES.has(node.type)) return nameOf(node);
  return node.type === 'destructured_left_assignment' || node.type === 'left_assignment_list' ? lowerPattern(node) : undefined;
}
