/** Values that may not be there: what Java's and Scala's Option, Rust's Result and the `?.` of other languages make of them. */
import type { Call, Expression } from '../syntax/ir.js';
import type { Context } from './context.js';
import type { FunctionIdiom } from './idioms.js';
import { pathPattern } from './path-pattern.js';
import { absent, choice, known, operation, unknown, type FunctionValue, type Value } from './value.js';

/** The operators of function idioms that call the function they are given on the value where it is there. */
const OPERATORS = new Set(['map', 'exists', 'forall', 'keep-if', 'map-or', 'call-with']);
export const takesFunction = (operator: string): boolean => OPERATORS.has(operator);

/** What a method of an optional value gives; undefined where the value or the function could not be followed. */
export function ofOptional(operator: string, [value, ...others]: readonly Value[], call: Call, context: Context): Value | undefined {
  if (
    value === undefined ||
    (operator !== 'or-else' && !takesFunction(operator)) ||
    !['environment', 'known', 'request', 'choice', 'operation'].includes(value.kind)
  )
    return undefined;
  const origin = context.origin(call);
  const there = operation('defined', [value], origin);
  const otherwise = others[0] ?? absent(origin);
  if (operator === 'or-else') {
    const made = otherwise.kind === 'function' ? calledWith(otherwise, [], call, context) : undefined;
    return made === undefined ? undefined : choice(there, value, made, origin);
  }
  const given = call.block ?? call.args.at(-1)?.value;
  const result = given === undefined ? undefined : applied(given, value, call, context);
  if (result === undefined)
    return value.kind === 'environment' || value.kind === 'choice'
      ? unknown('the function that it is given to could not be followed', origin)
      : undefined;
  const whereThere = (missing: Value): Value => (value.kind === 'known' ? result : choice(there, result, missing, origin));
  switch (operator) {
    case 'call-with':
      return result;
    case 'map':
      return whereThere(absent(origin));
    case 'exists':
      return whereThere(known(false, origin));
    case 'forall':
      return whereThere(known(true, origin));
    case 'map-or':
      return whereThere(otherwise.kind === 'function' ? (calledWith(otherwise, [], call, context) ?? otherwise) : otherwise);
    default:
      return choice(choice(there, result, known(false, origin), origin), value, absent(origin), origin);
  }
}

const calledWith = (fn: FunctionValue, values: readonly Value[], call: Call, context: Context): Value =>
  context.evaluator.callFunction(
    fn,
    values.map((value) => ({ value })),
    context.origin(call),
    context.frame,
  );

/** A function or a method's name, on a value: `v -> v.equals("true")`, `Boolean::parseBoolean`, `String::toLowerCase`, `"true"::equals`. */
function applied(given: Expression, value: Value, call: Call, context: Context): Value | undefined {
  const fn = context.evaluate(given);
  if (fn.kind === 'function') return calledWith(fn, [value], call, context);
  if (given.kind !== 'member') return undefined;
  const origin = context.origin(given);
  if (fn.kind === 'symbol') {
    const { functions } = context.idioms;
    const ofType = functions.find((idiom) => !isMethod(idiom) && pathPattern(idiom.path).test(fn.path));
    const unbound = ofType ?? functions.find((idiom) => isMethod(idiom) && pathPattern(idiom.path).test(fn.path));
    return unbound === undefined ? undefined : operation(unbound.operator, [value], origin);
  }
  const bound = context.idioms.functions.find((idiom) => idiom.path === `**.${given.property}`);
  return bound === undefined ? undefined : operation(bound.operator, [context.evaluate(given.object), value], origin);
}

const isMethod = ({ path }: FunctionIdiom): boolean => path.startsWith('**.');

/** What is called by `?.` gives nothing where there is nothing to call it on. */
export function whereThere(callee: Expression, receiver: Value | undefined, result: Value, context: Context): Value {
  if (callee.kind !== 'member' || receiver === undefined || !['environment', 'choice', 'operation'].includes(receiver.kind)) return result;
  if (!context.program.text.slice(callee.object.end, callee.propertyRange.start).includes('?.')) return result;
  return choice(operation('defined', [receiver], result.origin), result, absent(result.origin), result.origin);
}
