/** Who takes the object that an expression makes: a cookie for a response, or one for a request to another server. */
import { calledName } from '../syntax/called-name.js';
import type { Call, Node } from '../syntax/ir.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { holderOf, outermost } from './objects.js';
import type { Taker } from './surface.js';

/** Whether the object is handed to one of the takers: as an argument, through a variable or a list. */
export function isGivenTo(node: Node, takers: readonly Taker[], index: ProgramIndex): boolean {
  let at: Node = isKind(node, 'declaration') ? node : outermost(node, index);
  for (;;) {
    const call = callOf(at, index);
    if (call !== undefined) return takes(call, takers);
    const holder = holderOf(at, index);
    if (holder !== undefined) return holder.path.length === 0 && usesOf(holder.binding, index).some((one) => takes(one, takers));
    // A list of cookies is handed on as a whole.
    const around = index.parent(at);
    const list = around !== undefined && !('kind' in around) ? index.parent(around) : around;
    if (!isKind(list, 'list')) return false;
    at = list;
  }
}

/** The call that a node is an argument of. */
function callOf(node: Node, index: ProgramIndex): Call | undefined {
  const argument = index.parent(node);
  if (argument === undefined || 'kind' in argument) return undefined;
  const call = index.parent(argument);
  return isKind(call, 'call') ? call : undefined;
}

function usesOf(binding: Binding, index: ProgramIndex): Call[] {
  return index.calls.filter((call) =>
    call.args.some(({ value }) => {
      const given = value.kind === 'unary' ? value.operand : value;
      return given.kind === 'name' && index.bindingOf(given) === binding;
    }),
  );
}

function takes(call: Call, takers: readonly Taker[]): boolean {
  const name = calledName(call.callee);
  return takers.some((taker) => taker.name === name && (taker.args === undefined || taker.args === call.args.length));
}
