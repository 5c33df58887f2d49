/** The calls of each function of a file in the file itself, found by name: `configure()`, `this.configure()`, `(() => { … })()`. */
import type { Call, FunctionExpression } from '../syntax/ir.js';
import { perIndex } from './per-index.js';
import { isKind, type Binding, type ProgramIndex } from './program-index.js';

/** The calls of a function in its own file, in source order. */
export function callsOf(fn: FunctionExpression, index: ProgramIndex): readonly Call[] {
  return tableOf(index).get(fn) ?? [];
}

const tableOf = perIndex((index): ReadonlyMap<FunctionExpression, readonly Call[]> => {
  const table = new Map<FunctionExpression, Call[]>();
  for (const call of index.calls) {
    const fn = isDeferred(call, index) ? undefined : calledFunction(call, index);
    const calls = fn === undefined ? undefined : table.get(fn);
    if (calls !== undefined) calls.push(call);
    else if (fn !== undefined) table.set(fn, [call]);
  }
  return table;
});

/** Go's `defer f()` runs at the end of the function, `go f()` at any time: neither where it stands. */
function isDeferred(call: Call, index: ProgramIndex): boolean {
  if (index.program.language !== 'go') return false;
  const statement = index.parent(call);
  return isKind(statement, 'expression') && /^(?:defer|go)\s/.test(index.program.text.slice(statement.start, statement.start + 6));
}

function calledFunction({ callee }: Call, index: ProgramIndex): FunctionExpression | undefined {
  if (callee.kind === 'function') return callee;
  if (callee.kind === 'name') return functionIn(index.bindingOf(callee));
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return undefined;
  const { object, property } = callee;
  const owner = object.name === 'this' ? index.classAround(object) : index.bindingOf(object)?.class;
  return owner === undefined ? undefined : functionIn(index.classScope(owner)?.bindings.get(property));
}

/** The function that a binding stands for, declared or assigned once. */
function functionIn(binding: Binding | undefined): FunctionExpression | undefined {
  if (binding === undefined) return undefined;
  if (binding.function !== undefined) return binding.function.function;
  const [only] = binding.writes;
  return binding.writes.length === 1 && isKind(only?.value, 'function') ? only.value : undefined;
}
