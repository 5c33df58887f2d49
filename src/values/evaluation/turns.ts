/**
 * Loops over items that are known, one turn after the other: what is written in a turn, unless an earlier one left the loop. Functions
 * that are called for each item (`flags.forEach((flag) => …)`) are loops too.
 */
import type { Call, Expression, FunctionExpression, Loop, Name, Node, Pattern, Statement } from '../../syntax/ir.js';
import { walk } from '../../syntax/walk.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { bindParameters } from '../parameters.js';
import { perIndex } from '../per-index.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { itemsOf } from '../sequences.js';
import { known, negate, type Frame, type Value } from '../value.js';
import { conjunctionOf } from './conditions.js';
import { both } from './runs.js';

/** What goes through its items: a loop, or a call that is given a function for them. */
export type Round = Loop | Call;

/** One turn of it: what its variables hold, and whether it comes to it. */
export interface Turn {
  readonly context: Context;
  /** The conditions in the loop under which the node is reached; undefined for always. */
  readonly guard: Value | undefined;
}

/** Longer lists are data. */
const MAX_TURNS = 12;

/** Methods that call a function for each item, and do nothing else. */
const EACH = new Set(['forEach', 'each', 'each_pair', 'ForEach']);

/** The loop nearest around a node in its function, or the call that its function is given to. */
export function roundAround(node: Node, index: ProgramIndex): Round | undefined {
  for (let at = index.parent(node), child: Node = node; at !== undefined; child = at, at = index.parent(at)) {
    if (isKind(at, 'loop') && at.body === child) return at;
    if (isKind(at, 'function')) return eachCall(at, index);
  }
  return undefined;
}

/** The call for whose items a function is called. */
export function eachCall(fn: FunctionExpression, index: ProgramIndex): Call | undefined {
  const parent = index.parent(fn);
  const call = parent !== undefined && !isKind(parent, 'call') ? index.parent(parent) : parent;
  if (!isKind(call, 'call') || call.callee.kind !== 'member' || !EACH.has(call.callee.property)) return undefined;
  return call.args[0]?.value === fn || call.block === fn ? call : undefined;
}

/** The turns of the loop around a node, as it comes to the node in each; undefined where they are not known. */
export function turnsOf(node: Node, round: Round, context: Context): readonly Turn[] | undefined {
  const { index, evaluator } = context;
  const target = targetOf(round);
  const iterable = isKind(round, 'loop') ? round.iterable : (round.callee as Expression & { kind: 'member' }).object;
  if (iterable === undefined || target === undefined || isBound(target, context) || hasElse(round, context)) return undefined;
  const leaving = jumpsOf(index).get(round);
  if (leaving === null) return undefined;
  const items = itemsIn(iterable, target, context);
  if (items === undefined || items.length > MAX_TURNS || !evaluator.budget.step()) return undefined;
  const top: Node = isKind(round, 'loop') ? round : target.kind === 'function' ? target.node : round;
  const turns: Turn[] = [];
  let alive: Value | undefined;
  for (const item of items) {
    const inner = new Context(evaluator, context.program, frameOf(target, item, context));
    const conditionOf = (at: Node): Value | undefined => conjunctionOf(guardsOf(at, top, index, { earlyExits: true }), inner);
    turns.push({ context: inner, guard: both(alive, conditionOf(node)) });
    let isOver = false;
    for (const jump of leaving ?? []) {
      const left = conditionOf(jump);
      if (left === undefined) isOver = true;
      else alive = both(alive, negate(left));
    }
    if (isOver) break;
  }
  return turns;
}

/** Python's `else` of a loop stands behind the body, as a block of its own. */
const hasElse = (round: Round, { language }: Context): boolean =>
  language === 'python' && isKind(round, 'loop') && round.body.body.at(-1)?.kind === 'block';

function itemsIn(iterable: Expression, target: Target, context: Context): readonly Value[] | undefined {
  const origin = context.origin(iterable);
  const [whole] = iterable.kind === 'opaque' ? iterable.children : [];
  // JavaScript's `for (const key in record)`.
  if (whole !== undefined && context.language === 'javascript') {
    const record = context.evaluate(whole);
    return record.kind === 'record'
      ? itemsOf({ kind: 'operation', operator: 'method keys', operands: [record], origin }, origin, 'javascript')
      : undefined;
  }
  const over = context.evaluate(iterable);
  // A map of JavaScript calls its function with the value first.
  if (target.kind === 'function' && context.language === 'javascript' && over.kind === 'record')
    return itemsOf(over, origin, 'javascript')?.map((pair) => (pair.kind === 'list' ? { ...pair, items: pair.items.toReversed() } : pair));
  const isPaired = target.kind === 'pattern' && context.language === 'go';
  if (isPaired && over.kind === 'record') return itemsOf(over, origin, 'javascript');
  const items = itemsOf(over, origin, context.language);
  return isPaired && over.kind === 'list'
    ? items?.map((item, i): Value => ({ kind: 'list', items: [known(i, origin), item], open: false, origin }))
    : items;
}

type Target =
  | { readonly kind: 'name'; readonly node: Name }
  | { readonly kind: 'pattern'; readonly node: Pattern }
  | { readonly kind: 'function'; readonly node: FunctionExpression };

function targetOf(round: Round): Target | undefined {
  if (isKind(round, 'loop'))
    return round.target === undefined
      ? undefined
      : round.target.kind === 'name'
        ? { kind: 'name', node: round.target }
        : { kind: 'pattern', node: round.target };
  const fn = round.block ?? round.args[0]?.value;
  return fn?.kind === 'function' ? { kind: 'function', node: fn } : undefined;
}

/** Whether the loop's variables hold an item already: it is being gone through. */
function isBound(target: Target, { frame }: Context): boolean {
  const names =
    target.kind === 'name'
      ? [target.node]
      : target.kind === 'pattern'
        ? target.node.elements.map((one) => one.target)
        : target.node.params.map((one) => one.target);
  for (let at = frame; at !== undefined; at = at.parent) if (names.some((name) => at.bindings.has(name))) return true;
  return false;
}

/** The frame of a turn. */
function frameOf(target: Target, item: Value, context: Context): Frame {
  const depth = (context.frame?.depth ?? 0) + 1;
  if (target.kind === 'function') {
    const isPair = item.kind === 'list' && item.items.length === 2 && target.node.params.length === 2;
    const given = isPair ? item.items.map((value) => ({ value })) : [{ value: item }];
    return { bindings: bindParameters({ node: target.node, program: context.program }, given, item.origin), parent: context.frame, depth };
  }
  const bindings = new Map<Name | Pattern, Value>();
  if (target.kind === 'name') bindings.set(target.node, item);
  else spread(target.node, item, context, bindings);
  return { bindings, parent: context.frame, depth };
}

function spread(pattern: Pattern, item: Value, context: Context, bindings: Map<Name | Pattern, Value>): void {
  for (const { key, target } of pattern.elements) {
    if (key === '...') continue;
    const part = context.evaluator.memberOf(item, String(key), item.origin, context.frame);
    if (target.kind === 'name') bindings.set(target, part);
    else spread(target, part, context, bindings);
  }
}

/** The statements that leave each loop; null where it is left by what is not followed: from a loop inside of it, or a function. */
const jumpsOf = perIndex((index) => {
  const known = new Map<Round, readonly Statement[] | null>();
  return {
    get(round: Round): readonly Statement[] | null | undefined {
      if (!known.has(round)) known.set(round, breaksOf(round, index));
      return known.get(round);
    },
  };
});

function breaksOf(round: Round, { program }: ProgramIndex): readonly Statement[] | null {
  const breaks: Statement[] = [];
  let isOdd = false;
  const target = targetOf(round);
  const body = isKind(round, 'loop') ? round.body : target?.kind === 'function' ? target.node.body : undefined;
  if (body === undefined) return breaks;
  walk(body, (node) => {
    if (isKind(node, 'jump')) {
      const word = program.text.slice(node.start, node.end);
      // A label, or PHP's number of loops.
      if (/^(?:break|continue)\s+\S/.test(word.replace(/;\s*$/, ''))) isOdd = true;
      if (/^(?:break|last)\b/.test(word)) breaks.push(node);
    }
    if (isKind(node, 'loop') || isKind(node, 'switch')) isOdd ||= hasJump(node);
    return !isKind(node, 'function') && !isKind(node, 'loop') && !isKind(node, 'switch');
  });
  return isOdd ? null : breaks;
}

/** Whether a loop or switch inside of another has something that may leave the outer one. */
function hasJump(inner: Node): boolean {
  let found = false;
  walk(inner, (node) => {
    if (isKind(node, 'jump') || isKind(node, 'return')) found = true;
    return !found && !isKind(node, 'function');
  });
  return found;
}
