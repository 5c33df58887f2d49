/** What promises come to: `Promise.resolve(1).then(next)`, `new Promise((resolve) => resolve(true))`. */
import type { Call } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { isKind } from './program-index.js';
import { choice, unknown, type Frame, type ObjectValue, type Origin, type Value } from './value.js';

/** Values that stand for themselves where they are promised. */
const PLAIN = new Set<Value['kind']>(['known', 'record', 'list', 'operation', 'environment', 'choice', 'request']);

/** What `then`, `catch` and `finally` make of a promise of something that is known; undefined for other methods and promises. */
export function afterPromise(
  promised: Value,
  method: string,
  args: readonly Value[],
  origin: Origin,
  evaluator: Evaluator,
  frame: Frame | undefined,
): Value | undefined {
  const [next] = args;
  if (promised.kind === 'object' && promised.path === 'Promise.reject' && promised.history.entries.length === 0) {
    const failed = method === 'catch' ? next : method === 'then' ? args[1] : undefined;
    return failed?.kind === 'function' ? evaluator.callFunction(failed, [], origin, frame) : undefined;
  }
  if (!PLAIN.has(promised.kind) || next?.kind !== 'function') return undefined;
  if (method === 'then') return evaluator.callFunction(next, [{ value: promised }], origin, frame);
  return method === 'catch' || method === 'finally' ? promised : undefined;
}

/** What is awaited: what the function of `new Promise` resolves it with. */
export function awaited(value: Value, context: Context): Value {
  if (value.kind === 'choice')
    return value.test === value.consequent || value.test === value.alternate
      ? value
      : choice(value.test, awaited(value.consequent, context), awaited(value.alternate, context), value.origin);
  if (value.kind !== 'object' || value.path !== 'Promise' || !value.call.isNew) return value;
  return resolvedBy(value, context) ?? unknown('what the promise comes to is not followed', value.origin);
}

function resolvedBy({ call, program, frame }: ObjectValue, { evaluator }: Context): Value | undefined {
  const executor = call.args[0]?.value;
  const resolve = executor?.kind === 'function' ? executor.params[0]?.target : undefined;
  if (executor?.kind !== 'function' || resolve?.kind !== 'name') return undefined;
  const calls: Call[] = [];
  let isHandedOn = false;
  walk(executor.body, (node) => {
    if (isKind(node, 'call') && node.callee.kind === 'name' && node.callee.name === resolve.name) calls.push(node);
    if (isKind(node, 'call') && node.args.some(({ value }) => value.kind === 'name' && value.name === resolve.name)) isHandedOn = true;
    return true;
  });
  const [only, ...others] = calls;
  const given = only?.args[0]?.value;
  return others.length > 0 || isHandedOn || given === undefined ? undefined : evaluator.evaluate(given, program, frame);
}
