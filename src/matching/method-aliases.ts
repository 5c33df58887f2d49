/** Methods that are called by another name: `setter = response.set_cookie`, `partial(response.set_cookie, secure=True)`, `res.cookie.bind(res)`. */
import type { Call, Expression, Member } from '../syntax/ir.js';
import type { ProgramIndex } from '../values/program-index.js';

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
  if (held?.kind === 'member') return { callee: held, call: { ...call, callee: held } };
  if (held?.kind !== 'call') return undefined;
  const [first, ...given] = held.args;
  const method = isPartial(held) ? first?.value : held.callee.kind === 'member' && held.callee.property === 'bind' ? held.callee.object : undefined;
  return method?.kind === 'member' ? { callee: method, call: { ...call, callee: method, args: [...given, ...call.args] } } : undefined;
}

/** What the only write of a name gives it. */
function heldBy(callee: Expression, index: ProgramIndex): Expression | undefined {
  const binding = callee.kind === 'name' ? index.bindingOf(callee) : undefined;
  const [write, ...others] = binding?.writes ?? [];
  return write === undefined || others.length > 0 || write.path.length > 0 ? undefined : write.value;
}

/** https://docs.python.org/3/library/functools.html#functools.partial */
const isPartial = ({ callee }: Call): boolean => (callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '') === 'partial';
