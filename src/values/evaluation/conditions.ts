/** Guards as values: the conditions under which a place is reached. */
import type { Expression, Node } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { guardsOf, type Guard } from '../guards.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, known, negate, operation, type Origin, type Value } from '../value.js';

/** When a change happens; undefined for always. It is only worked out where there is a change: conditions can be whole programs. */
export type When = () => Value | undefined;

export const ALWAYS: When = () => undefined;

/** What holds after a change that only happens under a condition. */
export function under(when: When, changed: Value, before: Value, origin: Origin): Value {
  const condition = when();
  return condition === undefined ? changed : choice(condition, changed, before, origin);
}

/** All guards at once, as one value; undefined when there is none. */
export function conjunctionOf(guards: readonly Guard[], context: Context): Value | undefined {
  let all: Value | undefined;
  for (const guard of guards) {
    const one = conditionOf(guard, context);
    const origin = context.origin(guard.test);
    all = all === undefined ? one : choice(one, all, known(false, origin), origin);
  }
  return all;
}

function conditionOf(guard: Guard, context: Context): Value {
  const origin = context.origin(guard.test);
  const tested = context.evaluate(guard.test);
  const arm = (test: Expression): Value => (guard.equals === undefined ? context.evaluate(test) : operation('==', [tested, context.evaluate(test)], origin));
  const first = guard.equals === undefined ? tested : arm(guard.equals);
  const compared = (guard.others ?? []).reduce((any, other) => choice(any, known(true, origin), arm(other), origin), first);
  return guard.holds ? compared : negate(compared);
}

/** The conditions of a write that do not hold at the use already. */
export function guardBetween(node: Node, use: Node | undefined, context: Context): Value | undefined {
  const { index } = context;
  if (index.parent(node) === undefined) return undefined;
  const around = use === undefined ? new Set<Node>() : ancestorsOf(use, index);
  const relevant = guardsOf(node, undefined, index, { earlyExits: false }).filter((guard) => !coversUse(guard, around, index));
  const functionHere = index.functionAround(node);
  // Guards outside the function that the write is in belong to whoever calls it.
  const inner = functionHere === undefined ? relevant : relevant.filter((guard) => guard.test.start >= functionHere.start);
  return conjunctionOf(inner, context);
}

function ancestorsOf(node: Node, index: ProgramIndex): ReadonlySet<Node> {
  const set = new Set<Node>();
  for (let at = index.parent(node); at !== undefined; at = index.parent(at)) set.add(at);
  return set;
}

/** Whether the guarded branch also holds the use: then the guard says nothing between the two. */
function coversUse(guard: Guard, around: ReadonlySet<Node>, index: ProgramIndex): boolean {
  const owner = index.parent(guard.test);
  if (owner === undefined || !around.has(owner)) return false;
  if (isKind(owner, 'if') || isKind(owner, 'conditional')) return around.has((guard.holds ? owner.consequent : owner.alternate) as Node);
  // What does not hold is said of the default arm.
  if (isKind(owner, 'switch')) return guard.equals !== undefined && owner.cases.some((one) => (guard.holds ? one.tests.includes(guard.equals!) : one.tests.length === 0) && around.has(one));
  return false;
}
