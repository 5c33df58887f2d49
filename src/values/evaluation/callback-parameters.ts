/**
 * What a function is called with that is written as an argument, or as the block of a call: by the function of the repository that it
 * is handed to. `with(func(secure bool) { … })`, whose body calls `apply(false)`; `with_options do |options| … end`, which yields.
 */
import { Context } from '../context.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { handingCall, usesOfHanded } from '../callbacks.js';
import type { Binding } from '../program-index.js';
import type { Frame, Value } from '../value.js';
import { overloaded } from './overloads.js';

/** How deep calls are when functions are handed on no further. */
const MAX_DEPTH = 8;

/** What the only call of a function gives a parameter; undefined where it may be called in another way, or by others. */
export function givenByReceiver(binding: Binding, context: Context): Value | undefined {
  const fn = binding.parameterOf;
  const handed = fn === undefined ? undefined : handingCall(fn, context.index);
  if (fn === undefined || handed === undefined || (context.frame?.depth ?? 0) >= MAX_DEPTH) return undefined;
  const { evaluator, program, frame } = context;
  const named = evaluator.evaluate(handed.callee, program, frame);
  if (named.kind !== 'function') return undefined;
  const target = overloaded(named, handed, evaluator);
  if (target.kind !== 'function') return undefined;
  const [made, ...others] = usesOfHanded(target, handed, fn, evaluator.indexOf(target.program));
  if (made === undefined || others.length > 0) return undefined;
  const given = givenArguments(handed, ({ value }) => evaluator.evaluate(value, program, frame));
  const self = handed.callee.kind === 'member' ? evaluator.evaluate(handed.callee.object, program, frame) : undefined;
  const bindings = bindParameters(target, given, context.origin(handed));
  const parent = target.frame ?? (target.program === program ? frame : undefined);
  const inner: Frame = { bindings, parent, depth: (frame?.depth ?? 0) + 1, ...(self === undefined ? {} : { self }) };
  const bound = bindParameters(
    { node: fn, program },
    givenArguments(made, ({ value }) => evaluator.evaluate(value, target.program, inner)),
    context.origin(handed),
  );
  const parameter = binding.parameter?.target;
  return parameter?.kind === 'name' ? bound.get(parameter) : undefined;
}
