/** What the decorators of the repository make of a Python function: `@negated`, `@retry(3)`. Those of libraries leave it as it is. */
import type { Expression } from '../../syntax/ir.js';
import type { GivenArgument } from '../parameters.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { unknown, type FunctionValue, type Origin, type Value } from '../value.js';

/** The function that a call really reaches; undefined where it is the one that is written there. */
export function decorated(fn: FunctionValue, origin: Origin, evaluator: Evaluator): Value | undefined {
  const { decorators } = fn.node;
  if (fn.program.language !== 'python' || fn.bare === true || decorators === undefined || decorators.length === 0) return undefined;
  const { budget } = evaluator;
  const frame = fn.frame === undefined ? 0 : budget.idOf(fn.frame);
  return budget.once(
    `decorated ${budget.idOf(fn.node)}@${frame}`,
    () => madeOf(fn, decorators, origin, evaluator),
    () => unknown('the function decorates itself', origin),
  );
}

function madeOf(fn: FunctionValue, decorators: readonly Expression[], origin: Origin, evaluator: Evaluator): Value | undefined {
  const context = new Context(evaluator, fn.program, fn.frame);
  const makers = decorators.map((one) => context.evaluate(one)).filter((one): one is FunctionValue => one.kind === 'function');
  if (makers.length === 0) return undefined;
  let made: Value = { ...fn, bare: true };
  for (const maker of makers.reverse()) {
    const given: GivenArgument = { value: made };
    made = evaluator.callFunction(maker, [given], origin, fn.frame);
  }
  return made.kind === 'function' ? made : unknown('what its decorator makes of it is not followed', origin);
}
