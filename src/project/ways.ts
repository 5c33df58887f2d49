/** The ways by which the program comes to a switch: where it stands, and the calls of the helpers that it stands in. */
import { callsOf, frameOf, type CallerFiles } from '../matching/callers.js';
import type { Hop, Matched } from '../matching/matched.js';
import type { FunctionExpression, Node, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { guardsOf } from '../values/guards.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { choice, known, originOf, type Frame, type Value } from '../values/value.js';

/** One way: with these bindings, under this condition; always where there is none. */
export interface Way {
  readonly frame: Frame | undefined;
  readonly guard: Value | undefined;
}

/** Where calls of a helper are looked for, and what belongs to the app. */
export interface WayFiles {
  readonly callers: CallerFiles;
  /** The app is built from the file: its own, or one of its libraries'. */
  readonly isBuiltFrom: (path: string) => boolean;
  /** The file is the app's own. */
  readonly isOwn: (path: string) => boolean;
}

/** Helpers within helpers that are followed outward. */
const MAX_HOPS = 4;
/** Calls of one helper that are told apart; where there are more, it is taken to be called. */
const MAX_CALLS = 24;

/** A call on the way, or the match itself, with the calls around it. */
interface Step {
  readonly node: Node;
  readonly program: Program;
  /** The calls of the helpers around it, the nearest first. */
  readonly hops: readonly Hop[];
  readonly guard: Value | undefined;
}

/**
 * The ways to a match. A helper that only other apps call is not reached by this one if it is a library's; where no call of it is
 * known, whoever calls it does so always.
 */
export function waysTo(matched: Matched, evaluator: Evaluator, files: WayFiles): readonly Way[] {
  return outward({ node: matched.node, program: matched.program, hops: [] }, evaluator, files).map((hops) => ({
    frame: hops.length === 0 ? matched.frame : frameOf(hops, evaluator),
    guard: guardOn(matched, hops, evaluator),
  }));
}

/** The chains of calls that lead to a place, the nearest call of each first. */
function outward({ node, program, hops }: Omit<Step, 'guard'>, evaluator: Evaluator, files: WayFiles): readonly (readonly Hop[])[] {
  const helper = hops.length < MAX_HOPS ? helperAround(node, evaluator.indexOf(program)) : undefined;
  const calls = helper === undefined ? [] : callsOf({ function: helper, program }, evaluator, files.callers);
  if (helper === undefined || calls.length === 0 || calls.length > MAX_CALLS) return [hops];
  const own = calls.filter((call) => files.isBuiltFrom(call.program.path));
  if (own.length === 0 && !files.isOwn(program.path)) return [];
  return (own.length > 0 ? own : calls).flatMap(({ call, program: there }) => {
    if (hops.some((hop) => hop.function === helper)) return [];
    return outward(
      { node: call, program: there, hops: [...hops, { program: there, call, function: helper, functionProgram: program }] },
      evaluator,
      files,
    );
  });
}

/** The named function that a place stands in, through the lambdas around it; none that its annotations have called. */
function helperAround(node: Node, index: ProgramIndex): FunctionExpression | undefined {
  for (let fn = index.functionAround(node); fn !== undefined; fn = index.functionAround(fn)) {
    const holder = index.parent(fn);
    if (isKind(holder, 'function-declaration')) return holder.name === 'main' || (fn.decorators ?? []).length > 0 ? undefined : fn;
    if (isKind(holder, 'declaration') || isKind(holder, 'assignment') || isKind(holder, 'property')) return fn;
  }
  return undefined;
}

/** All conditions on the way, each in the bindings of the calls around it. */
function guardOn(matched: Matched, hops: readonly Hop[], evaluator: Evaluator): Value | undefined {
  const places = [{ node: matched.node, program: matched.program }, ...hops.map(({ call, program }) => ({ node: call, program }))];
  let all: Value | undefined;
  for (const [i, { node, program }] of places.entries()) {
    const around = hops.slice(i);
    const frame = around.length === 0 ? matched.frame : frameOf(around, evaluator);
    evaluator.begin();
    const one = evaluator.conjunction(guardsOf(node, undefined, evaluator.indexOf(program), { earlyExits: true }), program, frame);
    if (one !== undefined) all = all === undefined ? one : choice(one, all, known(false, one.origin), originOf(program, node));
  }
  return all;
}
