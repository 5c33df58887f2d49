// The parts of a node as expressions. Grammars leave parts out of broken code; such a part is opaque and says nothing.
import type { Expression } from '../ir.js';
import { opaqueOf, type LoweringContext } from './lowering.js';
import type { Node } from './node.js';

type Lower = (node: Node, context: LoweringContext) => Expression;

/** An expression that says nothing. */
export const nothing = (node: Node): Expression => opaqueOf(node, []);

export interface Parts {
  /** The expression under a field. */
  readonly value: (node: Node, field: string, context: LoweringContext) => Expression;
  /** The first named part. */
  readonly first: Lower;
  /** The last named part. */
  readonly last: Lower;
}

/** Readers of parts over a front-end's `expression`, which may be defined later: it is called only when something is read. */
export function partsWith(expression: Lower): Parts {
  const part = (node: Node, own: Node | undefined, context: LoweringContext): Expression =>
    own === undefined ? nothing(node) : expression(own, context);
  return {
    value: (node, field, context) => part(node, node.child(field), context),
    first: (node, context) => part(node, node.named[0], context),
    last: (node, context) => part(node, node.named.at(-1), context),
  };
}
