/** Methods that are called by another name: `setter = response.set_cookie`, `partial(response.set_cookie, secure=True)`, `res.cookie.bind(res)`. */
import type { Call, Member } from '../syntax/ir.js';
import type { ProgramIndex } from '../values/program-index.js';
import { heldBy, methodNamed } from './indirect-calls.js';

/** A call as if it were written with the method that it reaches. */
export interface MethodCall {
  readonly callee: Member;
  readonly call: Call;
}

/** The method that a call reaches, with the arguments that it was given before; undefined for calls of functions. */
export function methodCall(call: Call, index: ProgramIndex): MethodCall | undefined {
  const { callee } = call;
  if (callee.kind === 'member') return { callee, call };
  const held = heldBy(callee, index);
  const named = held === undefined ? undefined : methodNamed(held, index);
  if (named !== undefined) return { callee: named, call: { ...call, callee: named } };
  if (held?.kind !== 'call') return undefined;
  const [first, ...given] = held.args;
  const bound = isPartial(held)
    ? first?.value
    : held.callee.kind === 'member' && held.callee.property === 'bind'
      ? held.callee.object
      : undefined;
  const method = bound === undefined ? undefined : methodNamed(bound, index);
  return method === undefined ? undefined : { callee: method, call: { ...call, callee: method, args: [...given, ...call.args] } };
}

/** https://docs.python.org/3/library/functools.html#functools.partial */
const isPartial = ({ callee }: Call): boolean =>
  (callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '') === 'partial';
