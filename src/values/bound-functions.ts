/** Functions that are given some of their arguments before they are called: JavaScript's `bind`, Python's `partial`; and JavaScript's `call` and `apply`. */
import type { Evaluator } from './evaluator.js';
import type { GivenArgument } from './parameters.js';
import type { Frame, FunctionValue, Origin, Value } from './value.js';

/** The function with arguments that it has from now on. */
export const withArguments = (fn: FunctionValue, given: readonly GivenArgument[]): FunctionValue => ({
  ...fn,
  bound: [...(fn.bound ?? []), ...given],
});

/** `make.bind(null, true)`, `make.call(null, true)`, `make.apply(null, [true])`; undefined for other methods of functions. */
export function ofFunctionMethod(
  fn: FunctionValue,
  method: string,
  [self, ...given]: readonly GivenArgument[],
  origin: Origin,
  frame: Frame | undefined,
  evaluator: Evaluator,
): Value | undefined {
  switch (method) {
    case 'bind':
      return withArguments(fn, given);
    case 'call':
      return evaluator.callFunction(fn, given, origin, frame, selfOf(self));
    case 'apply':
      return evaluator.callFunction(
        fn,
        given.map(({ value }) => ({ value, spread: 'positional' as const })),
        origin,
        frame,
        selfOf(self),
      );
    default:
      return undefined;
  }
}

/** The object that a function is called on; none where nothing is said. */
const selfOf = (self: GivenArgument | undefined): Value | undefined =>
  self?.value.kind === 'record' || self?.value.kind === 'object' ? self.value : undefined;
