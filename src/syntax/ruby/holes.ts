// Interpolation in Ruby strings, symbols and here-documents: `#{…}` and `#@x`.
import type { Expression } from '../ir.js';
import { opaque, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

export function lowerHole(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const [only, ...rest] = node.named;
  return only && rest.length === 0 ? expression(only, context) : opaque(node, expression, context);
}
