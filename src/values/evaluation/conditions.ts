/** Guards as values: the conditions under which a place is reached. */
import type { Block, Expression, Node, Statement } from '../../syntax/ir.js';
import { calledName } from '../../syntax/called-name.js';
import { walk } from '../../syntax/walk.js';
import type { Context } from '../context.js';
import { counts } from '../counts.js';
import { guardsAt, type Guard } from '../guards.js';
import { isAbsent } from '../fields.js';
import { isKind } from '../program-index.js';
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
  const arm = (test: Expression): Value =>
    guard.equals === undefined ? context.evaluate(test) : operation('==', [tested, context.evaluate(test)], origin);
  const first = guard.equals === undefined ? tested : arm(guard.equals);
  const compared = (guard.others ?? []).reduce((any, other) => choice(any, known(true, origin), arm(other), origin), first);
  return guard.holds ? compared : negate(compared);
}

/** The conditions of a write that do not hold at the use already: those of what is not around both. */
export function guardBetween(node: Node, use: Node | undefined, context: Context): Value | undefined {
  const { index } = context;
  if (index.parent(node) === undefined) return undefined;
  const top = use === undefined ? undefined : index.ancestryOf(use).meet(node)?.at;
  if (hasNoTurn(node, top, context)) return known(false, context.origin(node));
  const condition = conditionIn(node, top, context);
  const failed = failureBefore(node, top, context);
  if (failed === undefined || condition === undefined) return failed ?? condition;
  return choice(failed, condition, known(false, failed.origin), failed.origin);
}

/** Whether a loop around the node goes through what the function was given, which is nothing at all: `NewStore()` of functional options. */
function hasNoTurn(node: Node, top: Node | undefined, context: Context): boolean {
  const { index } = context;
  for (
    let at = node === top ? undefined : index.parent(node);
    at !== undefined && !isKind(at, 'function');
    at = at === top ? undefined : index.parent(at)
  ) {
    if (!isKind(at, 'loop') || (context.language === 'python' && at.body.body.at(-1)?.kind === 'block')) continue;
    if (at.test?.kind === 'literal' && at.test.value === false && at.test.start < at.body.start) return true;
    if (at.iterable?.kind !== 'name' && at.iterable?.kind !== 'list') continue;
    if (at.iterable.kind === 'name' && (context.frame === undefined || index.bindingOf(at.iterable)?.parameterOf === undefined)) continue;
    const given = context.evaluate(at.iterable);
    if (given.kind === 'list' && !given.open && given.items.length === 0) return true;
  }
  return false;
}

/** A handler runs where the body failed: nobody knows whether it did, but some bodies cannot. Undefined outside of handlers. */
function failureBefore(node: Node, top: Node | undefined, context: Context): Value | undefined {
  const { index } = context;
  let child = node;
  for (
    let at = node === top ? undefined : index.parent(node);
    at !== undefined && !isKind(at, 'function');
    child = at, at = at === top ? undefined : index.parent(at)
  ) {
    if (!isKind(at, 'try') || !(at.handlers as readonly Node[]).includes(child)) continue;
    // Whether a package is there is asked like that: what the handler says is what the repository knows.
    if (at.body.body.some((statement) => isImport(statement))) return undefined;
    if (at.body.body.some(({ kind }) => kind === 'throw')) return undefined;
    return failureOf(at.body, context) ?? unknownOrder('an error handler assigns it', context.origin(node));
  }
  return undefined;
}

function isImport(statement: Statement): boolean {
  let found = false;
  walk(statement, (node) => {
    if (
      isKind(node, 'import') ||
      (isKind(node, 'call') && /^(?:import_module|__import__|require|import)$/.test(calledName(node.callee) ?? ''))
    )
      found = true;
    return !found;
  });
  return found;
}

/** What can raise an error: calls, look-ups, imports. Literals and variables that are handed around cannot. */
const FAILING: ReadonlySet<string> = new Set([
  'call',
  'member',
  'subscript',
  'import',
  'throw',
  'binary',
  'unary',
  'opaque',
  'pattern',
  'loop',
  'template',
]);

/** Operators and conversions that give a value whatever they are given. */
const UNFAILING: ReadonlySet<string> = new Set(['==', '!=', 'not', 'boolean', 'defined', 'undefined', 'string', 'lower', 'upper', 'trim']);

/** What the environment or the request gives, and what is compared with it, raises nothing: unless the variable has to be there. */
function isSurelyGiven(value: Value): boolean {
  if (value.kind === 'environment') return value.required !== true && (value.fallback === undefined || isSurelyGiven(value.fallback));
  if (value.kind === 'operation') return UNFAILING.has(value.operator) && value.operands.every(isSurelyGiven);
  if (value.kind === 'choice') return [value.test, value.consequent, value.alternate].every(isSurelyGiven);
  return value.kind === 'known' || value.kind === 'request';
}

/** More failures than these are not told apart. */
const MAX_FAILURES = 4;

/** Whether a value says by itself when working it out fails: a variable that has to be set, what a function throws under a condition. */
function saysWhenItFails(value: Value, depth = 0): boolean {
  if (depth > MAX_FAILURES) return false;
  const inner = (one: Value): boolean => isSurelyGiven(one) || saysWhenItFails(one, depth + 1);
  if (value.kind === 'environment') return value.source === 'environment' && value.fallback === undefined && value.cast === undefined;
  if (value.kind === 'operation') return value.operator === 'raise' || (UNFAILING.has(value.operator) && value.operands.every(inner));
  return value.kind === 'choice' && [value.test, value.consequent, value.alternate].every(inner);
}

/** When a body fails; false where it cannot, undefined where nobody knows. */
function failureOf(body: Block, context: Context): Value | undefined {
  let fails = false;
  const failures: Value[] = [];
  walk(body, (node) => {
    if (isKind(node, 'call') || isKind(node, 'member') || isKind(node, 'subscript') || isKind(node, 'binary') || isKind(node, 'unary')) {
      const value = context.evaluate(node);
      const failure = isMissingKey(node, value, context)
        ? known(true, context.origin(node))
        : saysWhenItFails(value)
          ? operation('raises', [value], context.origin(node))
          : undefined;
      if (failure !== undefined) failures.push(failure);
      if (failure !== undefined || isSurelyGiven(value)) return false;
    }
    // Ruby and Scala call methods without brackets: a name that holds nothing is a call.
    const isBareCall =
      isKind(node, 'name') && (context.language === 'ruby' || context.language === 'scala') && context.index.bindingOf(node) === undefined;
    if (isBareCall || ('kind' in node && FAILING.has(node.kind))) fails = true;
    return !fails && !isKind(node, 'function');
  });
  if (fails || failures.length > MAX_FAILURES) return undefined;
  const origin = context.origin(body);
  return failures.reduceRight((rest, one) => choice(one, one, rest, origin), known(false, origin));
}

/** `{}["secure"]`: https://docs.python.org/3/library/exceptions.html#KeyError */
const isMissingKey = (node: Node, value: Value, { language }: Context): boolean =>
  language === 'python' && isKind(node, 'subscript') && isAbsent(value);

/** What `if (done) break;` or `continue` before a part of a block says about it. */
function jumpsBefore(block: Node, part: Node): readonly Guard[] {
  if (!isKind(block, 'block')) return [];
  const guards: Guard[] = [];
  for (const statement of block.body) {
    if (statement === part || statement.start >= part.start) break;
    if (statement.kind === 'if' && statement.alternate === undefined && statement.consequent.body.at(-1)?.kind === 'jump')
      guards.push({ test: statement.test, holds: false });
  }
  return guards;
}

/** Stands for "no frame" where frames are keys. */
const NO_FRAME = {};

/** The conditions of a part of a branch, and what they are remembered by. */
interface Branch {
  readonly key: string;
  readonly guards: readonly Guard[];
}

/**
 * The conditions around a node in its function, out to `top` where there is one. Branches that lie in one another share what
 * is said of the outer ones.
 */
function conditionIn(node: Node, top: Node | undefined, context: Context): Value | undefined {
  const { conditions, budget } = context.evaluator;
  const frame = context.frame ?? NO_FRAME;
  const keyOf = (part: Node): string => `${budget.idOf(part)} ${top === undefined ? '' : budget.idOf(top)}`;
  const { index } = context;
  const open: Branch[] = [];
  let all: Value | undefined;
  let part = node;
  for (
    let at = node === top ? undefined : index.parent(node);
    at !== undefined && !isKind(at, 'function');
    part = at, at = at === top ? undefined : index.parent(at)
  ) {
    const guards = [...guardsAt(at, part, index), ...(at === top ? [] : jumpsBefore(at, part))];
    if (guards.length === 0) continue;
    const key = keyOf(part);
    if (conditions.has(frame, key)) {
      all = conditions.of(frame, key, () => undefined);
      break;
    }
    open.push({ key, guards });
  }
  for (const { key, guards } of open.reverse()) {
    const around = all;
    all = conditions.of(frame, key, () => {
      const own = conjunctionOf(guards, context);
      const origin = context.origin(guards[0]!.test);
      return around === undefined || own === undefined ? (around ?? own) : choice(around, own, known(false, origin), origin);
    });
  }
  return all;
}
