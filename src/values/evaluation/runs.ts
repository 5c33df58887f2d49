/** Whether the code of another function has run where a value is read: a function that is called on the way there has. */
import type { Call, FunctionExpression, Node } from '../../syntax/ir.js';
import { callsOf } from '../call-table.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, known, type Frame, type Value } from '../value.js';

/** A run of a function: by calls that begin in code which runs anyway. */
export interface Run {
  /** The calls, the outermost first. */
  readonly calls: readonly Call[];
}

/** How many calls lead to a function, and how many such ways are looked at. */
export const MAX_DEPTH = 4;
const MAX_RUNS = 4;

/** The runs of a function that begin in code for which `isBegun` holds; at the top level of the file in any case. */
export function runsOf(
  fn: FunctionExpression,
  index: ProgramIndex,
  isBegun: (around: FunctionExpression | undefined) => boolean,
  depth = 0,
): readonly Run[] {
  const runs: Run[] = [];
  for (const call of callsOf(fn, index)) {
    if (runs.length >= MAX_RUNS) break;
    const around = index.functionAround(call);
    if (around === undefined || isBegun(around)) runs.push({ calls: [call] });
    else if (around !== fn && depth < MAX_DEPTH)
      runs.push(...runsOf(around, index, isBegun, depth + 1).map(({ calls }) => ({ calls: [...calls, call] })));
  }
  return runs.slice(0, MAX_RUNS);
}

/** https://go.dev/ref/spec#Program_initialization_and_execution: `init` and `main` run before any request is answered; `main` of other languages too. */
export function isStart(fn: FunctionExpression | undefined, index: ProgramIndex): boolean {
  const declaration = fn === undefined ? undefined : index.parent(fn);
  if (!isKind(declaration, 'function-declaration')) return false;
  const { name } = declaration;
  switch (index.program.language) {
    case 'go':
      return name === 'init' || name === 'main';
    case 'java':
    case 'kotlin':
    case 'scala':
    case 'rust':
      return name === 'main';
    case 'csharp':
      // https://learn.microsoft.com/aspnet/core/fundamentals/startup
      return ['Main', 'Application_Start', 'ConfigureServices', 'Configure'].includes(name);
    default:
      return false;
  }
}

/** The context in which the called function runs: its parameters are what the calls give. */
export function within({ calls }: Run, fn: FunctionExpression, context: Context): Context {
  let inner = context;
  calls.forEach((call, i) => {
    const next = calls[i + 1];
    const node = next === undefined ? fn : context.index.functionAround(next);
    if (node !== undefined) inner = new Context(context.evaluator, context.program, frameOf(call, node, inner));
  });
  return inner;
}

/** Stands for "no frame" where frames are keys. */
const NO_FRAME = {};

/** One frame for each call in a frame, however many variables and places ask: what is worked out in it is worked out once. */
function frameOf(call: Call, node: FunctionExpression, context: Context): Frame {
  const { budget, runs } = context.evaluator;
  return runs.of(context.frame ?? NO_FRAME, `${budget.idOf(call)} ${budget.idOf(node)}`, () => newFrame(call, node, context));
}

function newFrame(call: Call, node: FunctionExpression, context: Context): Frame {
  const { program, frame } = context;
  // What a function is called with that the call only hands on is for the function that it is handed to to say.
  if (call.block === node || call.args.some(({ value }) => value === node))
    return { bindings: new Map(), parent: frame, depth: (frame?.depth ?? 0) + 1 };
  const given = givenArguments(call, ({ value }) => context.evaluate(value));
  return { bindings: bindParameters({ node, program }, given, context.origin(call)), parent: frame, depth: (frame?.depth ?? 0) + 1 };
}

/** The conditions inside the called functions under which a node of the last of them is reached. */
export function guardWithin({ calls }: Run, node: Node, context: Context): Value | undefined {
  const { index } = context;
  return [...calls.slice(1), node].reduce<Value | undefined>((all, at) => {
    const guards = guardsOf(at, index.functionAround(at), index, { earlyExits: true });
    return both(all, context.evaluator.conjunction(guards, context.program, context.frame));
  }, undefined);
}

/** Both conditions, each of which may be none. */
export function both(one: Value | undefined, other: Value | undefined): Value | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return choice(one, other, known(false, one.origin), one.origin);
}
