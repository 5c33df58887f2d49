// Prefix operators: the grammar lets them bind tighter than `.` and calls, Kotlin looser (`!a.b()` is `!(a.b())`).
// https://kotlinlang.org/docs/reference/grammar.html#prefixUnaryExpression
import type { Expression } from '../ir.js';

/** The chain with the operator that stands before its first operand around it. */
export function prefixedChain(chain: Expression): Expression {
  const receiver = chain.kind === 'member' || chain.kind === 'subscript' ? chain.object : chain.kind === 'call' ? chain.callee : undefined;
  // In `(!a).b` the chain begins at the parenthesis, before the operator.
  if (receiver?.kind !== 'unary' || (receiver.operator !== 'not' && receiver.operator !== 'minus') || receiver.start !== chain.start)
    return chain;
  const { operand } = receiver;
  const inner = { ...chain, start: operand.start };
  const rebuilt: Expression =
    inner.kind === 'call'
      ? { ...inner, callee: operand }
      : inner.kind === 'member' || inner.kind === 'subscript'
        ? { ...inner, object: operand }
        : chain;
  return { ...receiver, end: chain.end, operand: rebuilt };
}
