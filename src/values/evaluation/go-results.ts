/** Go's several results of a call, and its checks of them. */
import type { Node } from '../../syntax/ir.js';
import { isKind, type Write } from '../program-index.js';
import { absent, choice, known, operation, unknown, type Origin, type Value } from '../value.js';

/**
 * One of several results of a call. Functions of the repository give a list; of others the first result stands for
 * itself, a second one of a look-up says whether it was there, and an error is nil where the code goes on
 * (`World.mayFail`).
 */
export function resultAt(value: Value, position: number, isError: boolean, origin: Origin): Value {
  // `strconv.ParseBool` fails for what is no word of its own, such as the empty text of a variable that is not set.
  if (isError && value.kind === 'operation' && value.operator === 'parse-boolean') return operation('parse-error', value.operands, origin);
  if (isError) return operation('error', [known(null, origin)], origin);
  if (value.kind === 'list') return value.items[position] ?? absent(origin);
  if (value.kind === 'choice') return choice(value.test, resultAt(value.consequent, position, false, origin), resultAt(value.alternate, position, false, origin), origin);
  if (position === 0) return value;
  return value.kind === 'environment' ? operation('defined', [value], origin) : unknown('it is one of several results', origin);
}

/** Whether a result is bound to a name for errors. */
export function isError(write: Write): boolean {
  const target = isKind(write.node, 'declaration') || isKind(write.node, 'assignment') ? write.node.target : undefined;
  const element = target?.kind === 'pattern' ? target.elements.find((one) => one.key === write.path[0]) : undefined;
  return element?.target.kind === 'name' && /^(?:err|error)\d*$|Err$/.test(element.target.name);
}

/** `if !ok { … }` after a look-up. */
export function isFailedLookUp(node: Node | undefined): boolean {
  return isKind(node, 'if') && node.test.kind === 'unary' && node.test.operator === 'not' && node.test.operand.kind === 'name' && /^(?:ok|found|exists)$/i.test(node.test.operand.name);
}
