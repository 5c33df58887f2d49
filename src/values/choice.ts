/**
 * Choices between two values by a test, kept small: what is the same is there once, a test is asked once, and an object
 * that was changed in one branch is one object with a condition on the change.
 */
import { counts } from './counts.js';
import { History } from './history.js';
import type { ChoiceValue, HistoryEntry, ObjectValue, Origin, Value } from './value.js';

/**
 * How many values a choice may end in, counted along its branches. Whoever goes through the branches of a value takes at
 * most this many steps, however often its parts are shared.
 */
export const MAX_WAYS = 1_000;

/** How deep two values are compared. */
const MAX_COMPARED = 6;

/** The values that a value may be, as many as its branches end in. */
const waysOf = (value: Value): number => (value.kind === 'choice' ? value.ways : 1);

/** One of two values by a test. Folded where the test is known or both are the same; unknown where it could be too much. */
export function choice(test: Value, consequent: Value, alternate: Value, origin: Origin): Value {
  if (consequent === alternate) return consequent;
  if (test.kind === 'known' && typeof test.value === 'boolean') return test.value ? consequent : alternate;
  const [yes, no] = [branchOf(consequent, test, true), branchOf(alternate, test, false)];
  if (isSame(yes, no, 0)) return yes;
  const joined = yes.kind === 'object' && no.kind === 'object' ? joinedObject(test, yes, no, origin) : undefined;
  if (joined !== undefined) return joined;
  const ways = waysOf(yes) + waysOf(no);
  if (ways > MAX_WAYS) return { kind: 'unknown', why: 'it can be too many different values to follow', origin };
  counts.values++;
  return { kind: 'choice', test, consequent: yes, alternate: no, origin, ways };
}

/** What is left of a branch where the test it is behind is known to hold or not. */
function branchOf(value: Value, test: Value, holds: boolean): Value {
  let at = value;
  while (at.kind === 'choice' && isSameTest(at.test, test, 0)) at = withPlace(holds ? at.consequent : at.alternate, at);
  return at;
}

/** The branch keeps the place that its choice was the entry of. */
const withPlace = (branch: Value, { entry }: ChoiceValue): Value =>
  entry === undefined || branch.entry !== undefined ? branch : { ...branch, entry };

/** Whether two tests certainly have the same answer. */
function isSameTest(a: Value, b: Value, depth: number): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || depth > MAX_COMPARED) return false;
  switch (a.kind) {
    case 'known':
      return b.kind === 'known' && a.value === b.value;
    case 'environment':
      return (
        b.kind === 'environment' &&
        a.variable === b.variable &&
        a.source === b.source &&
        a.cast === b.cast &&
        a.of === b.of &&
        a.required === b.required &&
        isSameIfAny(a.fallback, b.fallback, depth) &&
        isSameIfAny(a.certain, b.certain, depth)
      );
    case 'request':
      return b.kind === 'request' && a.what === b.what && ((a.what !== 'other' && a.what !== 'data') || isSamePlace(a.origin, b.origin));
    case 'symbol':
      return b.kind === 'symbol' && a.path === b.path && isSamePlace(a.origin, b.origin);
    case 'parameter':
      return b.kind === 'parameter' && a.name === b.name && a.function === b.function;
    case 'operation':
      return (
        b.kind === 'operation' &&
        a.operator === b.operator &&
        a.operands.length === b.operands.length &&
        a.operands.every((operand, i) => isSameTest(operand, b.operands[i]!, depth + 1))
      );
    case 'choice':
      return (
        b.kind === 'choice' &&
        isSameTest(a.test, b.test, depth + 1) &&
        isSameTest(a.consequent, b.consequent, depth + 1) &&
        isSameTest(a.alternate, b.alternate, depth + 1)
      );
    default:
      return false;
  }
}

const isSameIfAny = (a: Value | undefined, b: Value | undefined, depth: number): boolean =>
  a === b || (a !== undefined && b !== undefined && isSameTest(a, b, depth + 1));

const isSamePlace = (a: Origin, b: Origin): boolean =>
  a.program === b.program && a.range.start === b.range.start && a.range.end === b.range.end;

/** Whether two values are the same and written at the same place: the way on which they were followed may differ. */
function isSame(a: Value, b: Value, depth: number): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || depth > MAX_COMPARED || a.entry !== b.entry || !isSamePlace(a.origin, b.origin)) return false;
  const same = (one: Value, other: Value): boolean => isSame(one, other, depth + 1);
  switch (a.kind) {
    case 'known':
      return b.kind === 'known' && a.value === b.value && a.absent === b.absent;
    case 'unknown':
      return b.kind === 'unknown' && a.why === b.why;
    case 'operation':
      return (
        b.kind === 'operation' &&
        a.operator === b.operator &&
        a.operands.length === b.operands.length &&
        a.operands.every((operand, i) => same(operand, b.operands[i]!))
      );
    case 'choice':
      return b.kind === 'choice' && same(a.test, b.test) && same(a.consequent, b.consequent) && same(a.alternate, b.alternate);
    case 'record':
      return b.kind === 'record' && a.parts === b.parts && a.node === b.node;
    case 'list':
      return b.kind === 'list' && a.items === b.items && a.open === b.open;
    case 'object':
      return (
        b.kind === 'object' &&
        a.call === b.call &&
        a.frame === b.frame &&
        a.history === b.history &&
        a.fields === b.fields &&
        a.path === b.path
      );
    case 'function':
      return b.kind === 'function' && a.node === b.node && a.frame === b.frame && a.bound === b.bound;
    case 'class':
      return b.kind === 'class' && a.node === b.node && a.settings === b.settings;
    case 'module':
      return b.kind === 'module' && a.program === b.program;
    case 'environment':
    case 'request':
    case 'symbol':
    case 'parameter':
      return (
        isSameTest(a, b, depth) &&
        (a.kind !== 'environment' || (b.kind === 'environment' && a.production === b.production && a.named === b.named))
      );
  }
}

/** One object that more was done to on one way than on the other: `if (some) query = query.where(…)`. */
function joinedObject(test: Value, yes: ObjectValue, no: ObjectValue, origin: Origin): ObjectValue | undefined {
  if (
    yes.call !== no.call ||
    yes.frame !== no.frame ||
    yes.path !== no.path ||
    yes.fields !== no.fields ||
    yes.entry !== no.entry ||
    yes.instanceOf?.node !== no.instanceOf?.node
  )
    return undefined;
  const common = History.common(yes.history, no.history);
  const never: Value = { kind: 'known', value: false, origin };
  const otherwise: Value = { kind: 'operation', operator: 'not', operands: [test], origin: test.origin };
  let { history } = { history: common };
  for (const entry of History.between(common, yes.history)) history = history.with(behind(test, entry, never));
  for (const entry of History.between(common, no.history)) history = history.with(behind(otherwise, entry, never));
  return { ...no, history };
}

/** The entry under one condition more; its own parts are still worked out only when somebody asks. */
function behind(test: Value, entry: HistoryEntry, never: Value): HistoryEntry {
  return {
    method: entry.method,
    origin: entry.origin,
    call: entry.call,
    get args() {
      return entry.args;
    },
    get guard() {
      const own = entry.guard;
      return own === undefined ? test : choice(test, own, never, never.origin);
    },
  };
}
