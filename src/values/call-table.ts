/** The calls of each function of a file in the file itself, found by name: `configure()`, `this.configure()`, `(() => { … })()`. */
import type { Call, FunctionExpression, LanguageId, Node } from '../syntax/ir.js';
import { usesOfHanded } from './callbacks.js';
import { guardsOf } from './guards.js';
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
    const block = isDeferred(call, index) ? undefined : blockRun(call, fn, index);
    if (block !== undefined) table.set(block, [...(table.get(block) ?? []), call]);
  }
  return table;
});

/** Go's `defer f()` runs at the end of the function, `go f()` at any time: neither where it stands. */
function isDeferred(call: Call, index: ProgramIndex): boolean {
  if (index.program.language !== 'go') return false;
  const statement = index.parent(call);
  return isKind(statement, 'expression') && /^(?:defer|go)\s/.test(index.program.text.slice(statement.start, statement.start + 6));
}

/** Methods that run their block, or the function that they are given, once: `tap`, `synchronize`, Go's `once.Do`. */
const RUNS_BLOCK: Partial<Record<LanguageId, RegExp>> = {
  ruby: /^(?:tap|then|yield_self|synchronize|instance_eval|instance_exec|class_eval|module_eval)$/,
  go: /^Do$/,
};

/** The function that is written as an argument or as the block of a call, where the call surely runs it. */
function blockRun(call: Call, called: FunctionExpression | undefined, index: ProgramIndex): FunctionExpression | undefined {
  const functions = [...call.args.map(({ value }) => value), ...(call.block === undefined ? [] : [call.block])].filter(
    (one): one is FunctionExpression => one.kind === 'function',
  );
  const [fn, ...others] = functions;
  if (fn === undefined || others.length > 0) return undefined;
  const { language } = index.program;
  if (call.callee.kind === 'member') {
    const { object, property } = call.callee;
    if (RUNS_BLOCK[language]?.test(property) === true) return fn;
    if (language === 'ruby' && property === 'times' && object.kind === 'literal' && Number(object.value) > 0) return fn;
  }
  if (called === undefined || fn === called) return undefined;
  const [use, ...more] = usesOfHanded({ node: called, program: index.program }, call, fn, index);
  return use !== undefined && more.length === 0 && isAlwaysReached(use, called, index) ? fn : undefined;
}

/** Whether a node is reached whenever its function runs: under no condition, and in no loop. */
function isAlwaysReached(node: Node, fn: FunctionExpression, index: ProgramIndex): boolean {
  for (let at = index.parent(node); at !== undefined && at !== fn; at = index.parent(at))
    if (isKind(at, 'loop') || isKind(at, 'function') || isKind(at, 'try')) return false;
  return guardsOf(node, fn, index, { earlyExits: true }).length === 0;
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
