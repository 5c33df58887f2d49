/** Who takes the object that an expression makes: a cookie for a response, or one for a request to another server. */
import { calledName } from '../syntax/called-name.js';
import type { Call, Name, Node } from '../syntax/ir.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { givenTo } from './given-table.js';
import { loopsOver } from './loops.js';
import { holderOf, outermost } from './objects.js';
import type { Taker } from './surface.js';

/** Whether the object is handed to one of the takers: as an argument, through a variable or a list. */
export function isGivenTo(node: Node, takers: readonly Taker[], index: ProgramIndex): boolean {
  let at: Node = isKind(node, 'declaration') ? node : outermost(node, index);
  for (;;) {
    const call = callOf(at, index);
    if (call !== undefined) return takesIn(call, takers, index);
    const holder = holderOf(at, index);
    if (
      isKind(at, 'call') &&
      loopsOver(at, holder?.binding, index).some(({ binding }) => usesOf(binding, index).some((one) => takesIn(one, takers, index)))
    )
      return true;
    if (holder !== undefined) return holder.path.length === 0 && usesOf(holder.binding, index).some((one) => takesIn(one, takers, index));
    // A list of cookies is handed on as a whole.
    const around = index.parent(at);
    const list = around !== undefined && !('kind' in around) ? index.parent(around) : around;
    if (!isKind(list, 'list')) return false;
    at = list;
  }
}

/** Whether a call is one of the takers, or adds what it is given to a list that one of them takes. */
function takesIn(call: Call, takers: readonly Taker[], index: ProgramIndex): boolean {
  if (takes(call, takers)) return true;
  const list = listAddedTo(call);
  const binding = list === undefined ? undefined : index.bindingOf(list);
  return binding !== undefined && usesOf(binding, index).some((one) => takes(one, takers));
}

/** The variable of the list that a call adds to: Go's `append(list, item)`, `list.push(item)`. */
function listAddedTo({ callee, args }: Call): Name | undefined {
  const list =
    callee.kind === 'name' && callee.name === 'append'
      ? args[0]?.value
      : callee.kind === 'member' && /^(?:push|append|add)$/i.test(callee.property)
        ? callee.object
        : undefined;
  return list?.kind === 'name' ? list : undefined;
}

/** The call that a node is an argument of. */
function callOf(node: Node, index: ProgramIndex): Call | undefined {
  const argument = index.parent(node);
  if (argument === undefined || 'kind' in argument) return undefined;
  const call = index.parent(argument);
  return isKind(call, 'call') ? call : undefined;
}

const usesOf = (binding: Binding, index: ProgramIndex): Call[] =>
  givenTo(binding, index).flatMap(({ call, base, isItself }) => (isItself && isKind(base, 'name') ? [call] : []));

function takes(call: Call, takers: readonly Taker[]): boolean {
  const name = calledName(call.callee);
  return takers.some((taker) => taker.name === name && (taker.args === undefined || taker.args === call.args.length));
}
