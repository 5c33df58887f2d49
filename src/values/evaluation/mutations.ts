/** What changes do to the object that a binding holds: `x.secure = true`, `x.setSecure(true)`, `Object.assign(x, …)`. */
import type { Assignment, Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { fieldAt, isAbsent, withField } from '../fields.js';
import type { Mutation } from '../program-index.js';
import { absent, choice, operation, type ChoiceValue, type HistoryEntry, type ListValue, type ObjectValue, type Origin, type RecordPart, type RecordValue, unknown, type Value } from '../value.js';
import { under, type When } from './conditions.js';
import { afterExtension } from './extensions.js';
import { afterBlock } from './object-blocks.js';
import { mergedArguments } from './records.js';
import { assigned } from './writes.js';

const LIST_APPENDS = new Set(['push', 'append', 'add', 'Add', 'unshift', 'concat', '<<', 'addAll']);
/** Methods that set one key: Ruby's `store`, Java's `put`, and Python's `setdefault`, which sets it where it is missing. */
const RECORD_SETTERS = new Set(['store', 'put', 'setdefault', 'putIfAbsent']);
/** Methods that take a key out. */
const RECORD_REMOVERS = new Set(['pop', 'delete', 'remove', 'Remove', 'except!']);
const RECORD_MERGES = new Set(['update', 'merge!', 'update!', 'deep_merge!', 'reverse_merge!']);

/** `base` after the change, which happens under a condition. */
export function afterMutation(event: Mutation, base: Value, when: When, context: Context): Value {
  const origin = context.origin(event.node);
  if (event.kind === 'set') {
    const assignment = event.node as Assignment;
    return withField(base, event.path, origin, (before) => under(when, assigned(assignment, before, context), before, origin));
  }
  if (event.kind === 'keyed') return afterKeyed(event.node as Assignment, event.path, base, when, context);
  const call = event.node as Call;
  if (event.kind === 'merge') {
    const parts: RecordPart[] = call.args.slice(1).map((argument) => ({ kind: 'spread', value: context.evaluate(argument.value) }));
    return under(when, { kind: 'record', parts: [{ kind: 'spread', value: base }, ...parts], origin }, base, origin);
  }
  const method = event.path.at(-1)!;
  const inner = event.path.slice(0, -1);
  const next = afterMethod(method, call, fieldAt(base, inner), when, context);
  if (next === undefined) return base;
  return inner.length === 0 ? next : withField(base, inner, origin, () => next);
}

/** `options[key] = …`: a key that is not known may be any. */
function afterKeyed(assignment: Assignment, path: readonly string[], base: Value, when: When, context: Context): Value {
  const { target } = assignment;
  const origin = context.origin(assignment);
  if (target.kind !== 'subscript' || fieldAt(base, path).kind !== 'record') return base;
  const key = context.evaluate(target.index);
  if (key.kind === 'known') return withField(base, [...path, String(key.value)], origin, (before) => under(when, assigned(assignment, before, context), before, origin));
  return withField(base, path, origin, (before) => under(when, { kind: 'record', parts: [{ kind: 'spread', value: before }, { kind: 'spread', value: unknown('a computed key may set it', origin) }], origin }, before, origin));
}

/** A list, record or library object after a method call; undefined for what methods do not change. */
function afterMethod(method: string, call: Call, target: Value, when: When, context: Context): Value | undefined {
  const origin = context.origin(call);
  if (target.kind === 'list' && LIST_APPENDS.has(method)) return appended(target, call, when, context);
  if (target.kind === 'record' && RECORD_SETTERS.has(method)) return withKey(target, method, call, when, context);
  if (target.kind === 'record' && RECORD_REMOVERS.has(method)) return withoutKey(target, call, when, context);
  if (target.kind === 'record' && RECORD_MERGES.has(method)) return merged(target, call, when, origin, context);
  if (target.kind === 'choice') return context.evaluator.budget.step() ? onBoth(target, (either) => afterMethod(method, call, either, when, context)) : unknown('the code around it is too large to follow', origin);
  const configured = afterBlock(target, method, call, context);
  if (configured !== undefined) return under(when, configured, target, origin);
  if (target.kind !== 'object') return undefined;
  return afterExtension(target, method, call, when, context) ?? withCall(target, method, call, when, context);
}

/** What a method does to a variable that holds one of two objects. */
function onBoth({ test, consequent, alternate, origin }: ChoiceValue, after: (either: Value) => Value | undefined): Value | undefined {
  const [one, other] = [after(consequent), after(alternate)];
  return one === undefined && other === undefined ? undefined : choice(test, one ?? consequent, other ?? alternate, origin);
}

const argumentsOf = (call: Call, context: Context): Value[] => call.args.map((argument) => context.evaluate(argument.value));

function appended(list: ListValue, call: Call, when: When, context: Context): ListValue {
  const origin = context.origin(call);
  const items = argumentsOf(call, context).map((item) => under(when, item, absent(origin), origin));
  return { ...list, items: [...list.items, ...items], open: list.open || call.args.some((argument) => argument.spread !== undefined) };
}

function withKey(record: RecordValue, method: string, call: Call, when: When, context: Context): Value {
  const [key, value] = argumentsOf(call, context);
  if (key?.kind !== 'known' || value === undefined) return record;
  const origin = context.origin(call);
  const set = withField(record, [String(key.value)], origin, (before) => (/^(?:setdefault|putIfAbsent)$/.test(method) && !isAbsent(before) ? choice(operation('defined', [before], origin), before, value, origin) : value));
  return under(when, set, record, origin);
}

function withoutKey(record: RecordValue, call: Call, when: When, context: Context): Value {
  const [key] = argumentsOf(call, context);
  if (key?.kind !== 'known') return record;
  const origin = context.origin(call);
  return under(when, { kind: 'record', parts: [{ kind: 'spread', value: record, without: [String(key.value)] }], origin }, record, origin);
}

function merged(record: RecordValue, call: Call, when: When, origin: Origin, context: Context): Value {
  const next: RecordValue = { kind: 'record', parts: [{ kind: 'spread', value: record }, ...mergedArguments(call, argumentsOf(call, context), origin)], origin };
  if (when() !== undefined) return under(when, next, record, origin);
  return record.node === undefined ? next : { ...next, node: record.node };
}

/** Only the arguments and the conditions of the setters that somebody asks for are evaluated: objects with hundreds of calls are common. */
function withCall(object: ObjectValue, method: string, call: Call, when: When, context: Context): ObjectValue {
  let evaluated: readonly Value[] | undefined;
  const entry: HistoryEntry = {
    method,
    get args() {
      return (evaluated ??= argumentsOf(call, context));
    },
    origin: context.origin(call),
    call,
    get guard() {
      return when();
    },
  };
  return { ...object, history: object.history.with(entry) };
}
