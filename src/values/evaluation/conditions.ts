/** Guards as values: the conditions under which a place is reached. */
import type { Block, Expression, Node, Statement } from '../../syntax/ir.js';
import { calledName } from '../../syntax/called-name.js';
import { walk } from '../../syntax/walk.js';
import type { Context } from '../context.js';
import { counts } from '../counts.js';
import { guardsAt, guardsOf, type Guard } from '../guards.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, known, negate, operation, unknownOrder, type Origin, type Value } from '../value.js';

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
  counts.guards += guards.length;
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
  const condition = use === undefined ? conditionIn(node, context) : conditionBeside(node, around, context);
  const failed = failureBefore(node, around, context);
  if (failed === undefined || condition === undefined) return failed ?? condition;
  return choice(failed, condition, known(false, failed.origin), failed.origin);
}

/** The conditions around a node in its function, but for those of branches that also hold the use. */
function conditionBeside(node: Node, around: ReadonlySet<Node>, context: Context): Value | undefined {
  const { index } = context;
  const relevant = guardsOf(node, undefined, index, { earlyExits: false }).filter((guard) => !coversUse(guard, around, index));
  const functionHere = index.functionAround(node);
  // Guards outside the function that the write is in belong to whoever calls it.
  const inner = functionHere === undefined ? relevant : relevant.filter((guard) => guard.test.start >= functionHere.start);
  return conjunctionOf(inner, context);
}

/** A handler runs where the body failed: nobody knows whether it did, but some bodies cannot. Undefined outside of handlers. */
function failureBefore(node: Node, around: ReadonlySet<Node>, context: Context): Value | undefined {
  const { index } = context;
  let child = node;
  for (let at = index.parent(node); at !== undefined && !isKind(at, 'function'); child = at, at = index.parent(at)) {
    if (!isKind(at, 'try') || !(at.handlers as readonly Node[]).includes(child) || around.has(child)) continue;
    // Whether a package is there is asked like that: what the handler says is what the repository knows.
    if (at.body.body.some((statement) => isImport(statement))) return undefined;
    return mayFail(at.body, context) ? unknownOrder('an error handler assigns it', context.origin(node)) : known(false, context.origin(node));
  }
  return undefined;
}

function isImport(statement: Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    if (isKind(node, 'import') || (isKind(node, 'call') && /^(?:import_module|__import__|require|import)$/.test(calledName(node.callee) ?? ''))) found = true;
    return !found;
  });
  return found;
}

/** What can raise an error: calls, look-ups, imports. Literals and variables that are handed around cannot. */
const FAILING: ReadonlySet<string> = new Set(['call', 'member', 'subscript', 'import', 'throw', 'binary', 'unary', 'opaque', 'pattern', 'loop', 'template']);

/** Operators and conversions that give a value whatever they are given. */
const UNFAILING: ReadonlySet<string> = new Set(['==', '!=', 'not', 'boolean', 'defined', 'undefined', 'string', 'lower', 'upper', 'trim']);

/** What the environment or the request gives, and what is compared with it, raises nothing: unless the variable has to be there. */
function isSurelyGiven(value: Value): boolean {
  if (value.kind === 'environment') return value.required !== true && (value.fallback === undefined || isSurelyGiven(value.fallback));
  if (value.kind === 'operation') return UNFAILING.has(value.operator) && value.operands.every(isSurelyGiven);
  if (value.kind === 'choice') return [value.test, value.consequent, value.alternate].every(isSurelyGiven);
  return value.kind === 'known' || value.kind === 'request';
}

function mayFail(body: Block, context: Context): boolean {
  let fails = false;
  walk(body, (node) => {
    if ((isKind(node, 'call') || isKind(node, 'member') || isKind(node, 'subscript') || isKind(node, 'binary') || isKind(node, 'unary')) && isSurelyGiven(context.evaluate(node))) return false;
    if ('kind' in node && FAILING.has(node.kind)) fails = true;
    return !fails && !isKind(node, 'function');
  });
  return fails;
}

/** Stands for "no frame" where frames are keys. */
const NO_FRAME = {};

/** The part of a branch that holds or not by its conditions, and these. */
interface Branch {
  readonly part: Node;
  readonly guards: readonly Guard[];
}

/** All conditions around a node in its function. Branches that lie in one another share what is said of the outer ones. */
function conditionIn(node: Node, context: Context): Value | undefined {
  const branches = branchesAround(node, context.index);
  const { conditions } = context.evaluator;
  const frame = context.frame ?? NO_FRAME;
  const known = branches.findIndex(({ part }) => conditions.has(frame, part));
  let all: Value | undefined;
  for (let i = (known < 0 ? branches.length : known + 1) - 1; i >= 0; i--) {
    const [inner, outer] = [branches[i]!, branches[i + 1]];
    all = conditions.of(frame, inner.part, () => {
      const around = outer === undefined ? undefined : conditions.of(frame, outer.part, () => all);
      const own = conjunctionOf(inner.guards, context);
      return around === undefined || own === undefined ? (around ?? own) : choice(around, own, falseAt(inner, context), context.origin(inner.guards[0]!.test));
    });
  }
  return all;
}

const falseAt = ({ guards: [first] }: Branch, context: Context): Value => known(false, context.origin(first!.test));

/** The branches around a node in its function, innermost first. */
function branchesAround(node: Node, index: ProgramIndex): Branch[] {
  const branches: Branch[] = [];
  let part = node;
  for (let at = index.parent(node); at !== undefined && !isKind(at, 'function'); part = at, at = index.parent(at)) {
    const guards = guardsAt(at, part, index);
    if (guards.length > 0) branches.push({ part, guards });
  }
  return branches;
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
