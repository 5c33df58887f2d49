/** What calls set their `out` arguments to: C#'s `bool.TryParse(text, out var on)`, `headers.TryGetValue("X", out var value)`. */
import type { Argument, Call } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { pathPattern } from '../path-pattern.js';
import { operation, unknown, type Frame, type FunctionValue, type Value } from '../value.js';
import { boundFlag } from './bound-flags.js';
import { leftIn, MAX_DEPTH } from './handovers.js';
import { pathOfValue } from './outside.js';

export function givenOut(call: Call, argument: Argument, context: Context): Value {
  const { callee } = call;
  const origin = context.origin(argument);
  const flag = boundFlag(call, argument.value, context);
  if (flag !== undefined) return flag;
  const target = context.evaluate(callee);
  if (target.kind === 'function') return setByFunction(target, call, argument, context);
  const first = call.args[0]?.value;
  const path = pathOfValue(target);
  const operator =
    path === undefined
      ? undefined
      : context.idioms.functions.find((idiom) => idiom.out !== undefined && pathPattern(idiom.path).test(path))?.out;
  if (operator !== undefined && first !== undefined) return operation(operator, [context.evaluate(first)], origin);
  if (callee.kind === 'member' && callee.property === 'TryGetValue' && first?.kind === 'literal')
    return context.evaluator.memberOf(context.evaluate(callee.object), String(first.value), origin, context.frame);
  return unknown('a call sets it', origin);
}

/** What a function of the repository leaves in its parameter. */
function setByFunction(fn: FunctionValue, call: Call, argument: Argument, context: Context): Value {
  const origin = context.origin(argument);
  const depth = (context.frame?.depth ?? 0) + 1;
  const unset = unknown('a call sets it', origin);
  if (depth > MAX_DEPTH) return unset;
  // https://learn.microsoft.com/dotnet/csharp/language-reference/keywords/ref: what the variable held before is given, too.
  const before = /^ref\b/.test(context.program.text.slice(argument.start, argument.start + 4))
    ? (heldBefore(call, argument, context) ?? unset)
    : unset;
  const args = givenArguments(call, (one) => (one === argument ? before : context.evaluate(one.value)));
  const bindings = bindParameters(fn, args, origin);
  const own = args[call.args.indexOf(argument)];
  const target = fn.node.params.map((parameter) => parameter.target).find((one) => own !== undefined && bindings.isGiven(one, own));
  const inside = new Context(context.evaluator, fn.program, { bindings, parent: fn.frame, depth } satisfies Frame);
  const binding = target?.kind === 'name' ? inside.index.scopeOf(fn.node.body).bindings.get(target.name) : undefined;
  return binding === undefined ? unset : leftIn(binding, fn.node, inside);
}

function heldBefore(call: Call, { value }: Argument, { evaluator, index, program, frame }: Context): Value | undefined {
  const binding = value.kind === 'name' ? index.bindingOf(value) : undefined;
  return binding === undefined ? undefined : evaluator.valueOfBinding(binding, program, call, frame);
}
