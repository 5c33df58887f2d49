/** What changes do to the object that a binding holds: `x.secure = true`, `x.setSecure(true)`, `Object.assign(x, …)`. */
import { calledName } from '../../syntax/called-name.js';
import type { Assignment, Call, Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { emptyRecord, fieldAt, isAbsent, withField } from '../fields.js';
import { cellOf, isCell, READS_CELL, SETS_CELL } from '../cells.js';
import { mergeOf } from '../merges.js';
import { isKind, keyedPart, keysBelow, type Mutation } from '../program-index.js';
import {
  absent,
  choice,
  known,
  operation,
  type ChoiceValue,
  type HistoryEntry,
  type ListValue,
  type ObjectValue,
  type Origin,
  type RecordPart,
  type RecordValue,
  unknown,
  type Value,
} from '../value.js';
import { under, type When } from './conditions.js';
import { both } from './runs.js';
import { afterExtension } from './extensions.js';
import { afterBlock } from './object-blocks.js';
import { mergedArguments } from './records.js';
import { afterInstanceMethod } from './instance-methods.js';
import { afterStructMethod } from './struct-methods.js';
import { asList } from './lists.js';
import { afterOwnMethod } from './own-methods.js';
import { turnsAround } from './unrolled.js';
import { assigned } from './writes.js';
import { keysAt } from './written-keys.js';

const LIST_APPENDS = new Set(['push', 'append', 'add', 'Add', '<<', 'push_back', 'addLast']);
/** Methods that put items in front. */
const LIST_BEGINS = new Set(['unshift', 'prepend', 'addFirst', 'appendleft', 'push_front']);
/** Methods that add the items of another list. */
const LIST_EXTENSIONS = new Set(['extend', 'addAll', 'AddRange']);
/** Methods that put an item at a place, or change the order: which item stands where is followed no further. */
const LIST_SHUFFLES = new Set(['insert', 'Insert', 'splice', 'sort', 'reverse', 'sort!', 'reverse!', 'shuffle', 'add_at']);
/** Methods that set one key: Ruby's `store`, Java's `put`, and Python's `setdefault`, which sets it where it is missing. */
const RECORD_SETTERS = new Set(['store', 'put', 'setProperty', 'setdefault', 'putIfAbsent']);
/** Methods that take a key out. */
const RECORD_REMOVERS = new Set(['pop', 'delete', 'remove', 'Remove', 'except!']);
/** Methods that leave nothing. */
const CLEARS = new Set(['clear', 'Clear', 'removeAll']);
const RECORD_MERGES = new Set(['update', 'merge!', 'update!', 'deep_merge!', 'reverse_merge!', 'putAll']);
/** Methods of Java's maps that write what is not followed. */
const RECORD_WRITERS = /^(?:compute(?:If\w+)?|replace(?:All)?|merge|load(?:FromXML)?|entrySet|keySet|values)$/;

/** `base` after the change, which happens under a condition. */
export function afterMutation(event: Mutation, base: Value, when: When, context: Context): Value {
  const origin = context.origin(event.node);
  if (base.kind === 'record' && base.isFrozen === true && event.path.length <= 1 && event.kind !== 'items') return base;
  if (event.kind === 'set') {
    const assignment = event.node as Assignment;
    return withField(base, event.path, origin, (before) => under(when, assigned(assignment, before, context), before, origin));
  }
  if (event.kind === 'member') return afterMemberChange(event, base, when, context);
  if (event.kind === 'items') return afterItems(event, base, when, context);
  if (event.kind === 'keyed') return afterKeyed(entryOf(event.node, context), event.path, base, when, context);
  const call = event.node as Call;
  if (event.kind === 'merge')
    return withField(base, event.path, origin, (before) => under(when, afterFirst(before, call, context), before, origin));
  const method = event.path.at(-1)!;
  const inner = event.path.slice(0, -1);
  const next = afterMethod(method, call, fieldAt(base, inner), when, context);
  if (next === undefined) return base;
  return inner.length === 0 ? next : withField(base, inner, origin, () => next);
}

/** What sets one entry: an assignment or a call. */
interface Entry {
  readonly node: Assignment | Call;
  readonly key: Expression | undefined;
  /** Below the key: `secure` of `cookies[name].secure`. */
  readonly below: readonly string[] | undefined;
  readonly value: (before: Value) => Value;
}

function entryOf(node: Assignment | Call, context: Context): Entry {
  if (node.kind === 'assignment') {
    const keyed = node.target.kind === 'pattern' ? undefined : keyedPart(node.target);
    const below = keyed === undefined || node.target.kind === 'pattern' ? [] : keysBelow(node.target, keyed);
    return { node, key: keyed?.index, below, value: (before) => assigned(node, before, context) };
  }
  const merge = mergeOf(node, context.program);
  return merge?.kind === 'entry'
    ? { node, key: merge.key, below: [], value: () => context.evaluate(merge.value) }
    : { node, key: undefined, below: [], value: (before) => before };
}

/** `options[key] = …`: a key that is not known may be any. */
function afterKeyed(
  { node, key: written, below, value }: Entry,
  path: readonly string[],
  base: Value,
  when: When,
  context: Context,
): Value {
  const origin = context.origin(node);
  const held = fieldAt(base, path);
  if (held.kind === 'list' && written !== undefined && below !== undefined && below.length > 0)
    return withItems(base, path, { below, value }, isPosition(written, context) ? when : inTurn(when, origin), origin);
  if (written === undefined || !(held.kind === 'record' || (held.kind === 'object' && held.instanceOf !== undefined))) return base;
  const keys = keysAt(written, context);
  if (keys !== undefined && below !== undefined)
    return keys.reduce(
      (whole, key) => withField(whole, [...path, key, ...below], origin, (before) => under(when, value(before), before, origin)),
      base,
    );
  const turns = node.kind === 'assignment' ? turnsAround(node, context) : undefined;
  if (turns !== undefined) return turns.reduce((sum, turn) => afterKeyed(entryOf(node, turn), path, sum, when, turn), base);
  return withField(base, path, origin, (before) => under(when, withAnyKey(before, origin), before, origin));
}

/** Whether a loop goes through all the positions: `for i := range cookies`, `for (let i = 0; …; i++)`. */
function isPosition(key: Expression, { index }: Context): boolean {
  const writes = key.kind === 'name' ? (index.bindingOf(key)?.writes ?? []) : [];
  return writes.some(({ node, operator }) => isKind(node, 'loop') || operator !== '=');
}

/** What is done to one of several items may be done to any, and is not done to the others. */
const inTurn =
  (when: When, origin: Origin): When =>
  () =>
    both(when(), operation('turn', [known(true, origin)], origin));

/** What a loop does to the items of a list or record: to each of them. */
function afterItems({ node, path, below = [] }: Mutation, base: Value, when: When, context: Context): Value {
  return node.kind === 'assignment'
    ? withItems(base, path, { below, value: (before) => assigned(node, before, context) }, when, context.origin(node))
    : base;
}

/** Each item with what is written below it, in its turn. */
function withItems(
  base: Value,
  path: readonly string[],
  { below, value }: Pick<Entry, 'value'> & { readonly below: readonly string[] },
  when: When,
  origin: Origin,
): Value {
  const held = fieldAt(base, path);
  const changed = (item: Value): Value =>
    item.kind === 'record' || item.kind === 'object'
      ? withField(item, below, origin, (before) => under(when, value(before), before, origin))
      : item;
  const next =
    held.kind === 'list'
      ? { ...held, items: held.items.map(changed) }
      : held.kind === 'record'
        ? {
            ...held,
            parts: held.parts.map((part): RecordPart =>
              part.kind === 'field' ? { kind: 'field', key: part.key, value: changed(part.value) } : part,
            ),
          }
        : held;
  if (next === held) return base;
  return path.length === 0 ? next : withField(base, path, origin, () => next);
}

/** An object of which any entry may have been set. */
function withAnyKey(value: Value, origin: Origin): Value {
  const part: RecordPart = { kind: 'spread', value: unknown('a computed key may set it', origin) };
  return value.kind === 'object'
    ? { ...value, fields: { ...value.fields, parts: [...value.fields.parts, part] } }
    : { kind: 'record', parts: [{ kind: 'spread', value }, part], origin };
}

/** An object with the entries that a call merges into it. */
function mergedWith(before: Value, call: Call, context: Context): Value {
  const merge = mergeOf(call, context.program);
  const origin = context.origin(call);
  if (merge?.kind !== 'merge') return before;
  const others = merge.others.map((argument): RecordPart =>
    argument.name === undefined
      ? { kind: 'spread', value: context.evaluate(argument.value) }
      : { kind: 'field', key: argument.name, value: context.evaluate(argument.value) },
  );
  if (before.kind === 'object')
    return {
      ...before,
      fields: {
        ...before.fields,
        parts: merge.isDefault ? [...others.reverse(), ...before.fields.parts] : [...before.fields.parts, ...others],
      },
    };
  const own: RecordPart = { kind: 'spread', value: before };
  return { kind: 'record', parts: merge.isDefault ? [...others.reverse(), own] : [own, ...others], origin };
}

/** The object that a call is given first and changes: `Object.assign`, `Object.defineProperty`, `Reflect.set`, `Reflect.deleteProperty`. */
function afterFirst(object: Value, call: Call, context: Context): Value {
  if (mergeOf(call, context.program) !== undefined) return mergedWith(object, call, context);
  const origin = context.origin(call);
  const [, key, value] = argumentsOf(call, context);
  const name = key?.kind === 'known' ? String(key.value) : undefined;
  const set = (held: Value): Value => (name === undefined ? withAnyKey(object, origin) : withField(object, [name], origin, () => held));
  const called = calledName(call.callee) ?? '';
  const listed = context.language === 'php' ? afterListFunction(called, object, call, context) : undefined;
  if (listed !== undefined) return listed;
  switch (called) {
    case 'delete':
    case 'deleteProperty':
      return name === undefined
        ? withAnyKey(object, origin)
        : { kind: 'record', parts: [{ kind: 'spread', value: object, without: [name] }], origin };
    case 'set':
      return set(value ?? absent(origin));
    case 'defineProperty':
      return set(
        value?.kind === 'record' && value.parts.some((part) => part.kind === 'field' && part.key === 'value')
          ? fieldAt(value, ['value'])
          : unknown('it is defined by what is not followed', origin),
      );
    default:
      return withAnyKey(object, origin);
  }
}

/** PHP's `array_push($flags, true)` and its kin; undefined for what changes no list. */
function afterListFunction(name: string, list: Value, call: Call, context: Context): Value | undefined {
  const isEmpty = list.kind === 'record' && list.parts.length === 0;
  if (list.kind !== 'list' && !isEmpty) return undefined;
  const items = list.kind === 'list' ? list.items : [];
  const origin = context.origin(call);
  const given = argumentsOf(call, context).slice(1);
  const isSpread = call.args.some(({ spread }) => spread !== undefined);
  const made = (some: readonly Value[]): Value => ({
    kind: 'list',
    items: some,
    open: isSpread || (list.kind === 'list' && list.open),
    origin,
  });
  switch (name) {
    case 'array_push':
      return made([...items, ...given]);
    case 'array_unshift':
      return made([...given, ...items]);
    case 'array_pop':
      return made(items.slice(0, -1));
    case 'array_shift':
      return made(items.slice(1));
    default:
      return { kind: 'list', items: [], open: true, origin };
  }
}

/** A field of the own object after a change that names no field: its key may be that of the field. */
function afterMemberChange({ node, path }: Mutation, base: Value, when: When, context: Context): Value {
  const origin = context.origin(node);
  const own: Value = { kind: 'record', parts: path.map((key) => ({ kind: 'field', key, value: base })), origin };
  const merge = node.kind === 'call' ? mergeOf(node, context.program) : undefined;
  const changed =
    merge?.kind === 'merge'
      ? under(when, mergedWith(own, node as Call, context), own, origin)
      : afterKeyed(entryOf(node, context), [], own, when, context);
  return fieldAt(changed, path);
}

/** A list, record or library object after a method call; undefined for what methods do not change. */
function afterMethod(method: string, call: Call, target: Value, when: When, context: Context): Value | undefined {
  const origin = context.origin(call);
  if ((target.kind === 'list' || target.kind === 'record') && CLEARS.has(method) && call.args.length === 0)
    return under(when, target.kind === 'list' ? { kind: 'list', items: [], open: false, origin } : emptyRecord(origin), target, origin);
  if (target.kind === 'list') {
    const changed = afterListMethod(method, call, target, when, context);
    if (changed !== undefined) return changed;
  }
  if (target.kind === 'record' && (RECORD_SETTERS.has(method) || (method === 'set' && context.language === 'javascript')))
    return withKey(target, method, call, when, context);
  if (target.kind === 'record' && isCell(target)) return afterCellMethod(target, method, call, when, context);
  if (target.kind === 'record' && context.language === 'java' && RECORD_WRITERS.test(method) && target.node === undefined)
    return under(when, withAnyKey(target, origin), target, origin);
  if (target.kind === 'record' && RECORD_REMOVERS.has(method)) return withoutKey(target, call, when, context);
  if (target.kind === 'record' && RECORD_MERGES.has(method)) return merged(target, call, when, origin, context);
  if (target.kind === 'choice')
    return context.evaluator.budget.step()
      ? onBoth(target, (either) => afterMethod(method, call, either, when, context))
      : unknown('the code around it is too large to follow', origin);
  const configured = afterBlock(target, method, call, context);
  if (configured !== undefined) return under(when, configured, target, origin);
  if (target.kind === 'record') return afterStructMethod(target, method, call, when, context);
  if (target.kind !== 'object') return undefined;
  const extended = afterExtension(target, method, call, when, context);
  if (extended !== undefined) return extended;
  const fn = target.instanceOf === undefined ? undefined : context.evaluator.memberOf(target, method, origin);
  const changed = fn?.kind === 'function' ? afterOwnMethod(target, fn, call, context) : target;
  if (changed !== target) return under(when, changed, target, origin);
  return withCall(afterInstanceMethod(target, method, call, when, context) ?? target, method, call, when, context);
}

function afterCellMethod(cell: RecordValue, method: string, call: Call, when: When, context: Context): Value {
  if (READS_CELL.test(method)) return cell;
  const origin = context.origin(call);
  const [content] = SETS_CELL.test(method) ? argumentsOf(call, context) : [];
  return under(when, cellOf(content ?? unknown('what its method leaves in it is not followed', origin), origin), cell, origin);
}

/** What a method does to a variable that holds one of two objects. */
function onBoth({ test, consequent, alternate, origin }: ChoiceValue, after: (either: Value) => Value | undefined): Value | undefined {
  const [one, other] = [after(consequent), after(alternate)];
  return one === undefined && other === undefined ? undefined : choice(test, one ?? consequent, other ?? alternate, origin);
}

const argumentsOf = (call: Call, context: Context): Value[] => call.args.map((argument) => context.evaluate(argument.value));

function afterListMethod(method: string, call: Call, list: ListValue, when: When, context: Context): Value | undefined {
  const origin = context.origin(call);
  const given = argumentsOf(call, context);
  if (LIST_APPENDS.has(method)) {
    // Java's `add(0, item)` has the place first.
    if (method === 'add' && given.length === 2) return under(when, insertedAt(list, given[0]!, given[1]!, origin), list, origin);
    return appended(list, call, when, context);
  }
  if (LIST_BEGINS.has(method)) return under(when, { ...list, items: [...given, ...list.items] }, list, origin);
  if (LIST_EXTENSIONS.has(method)) {
    const more = given.length === 1 ? asList(given[0]!, origin) : undefined;
    const items = (more?.items ?? []).map((item) => under(when, item, absent(origin), origin));
    return { ...list, items: [...list.items, ...items], open: list.open || more === undefined || more.open };
  }
  if (method === 'insert' && given.length === 2) return under(when, insertedAt(list, given[0]!, given[1]!, origin), list, origin);
  if (LIST_SHUFFLES.has(method)) return under(when, { kind: 'list', items: [], open: true, origin }, list, origin);
  if (TAKES.has(method) && given.length === 0 && !list.open)
    return under(
      when,
      { ...list, items: method === 'shift' || method === 'popleft' ? list.items.slice(1) : list.items.slice(0, -1) },
      list,
      origin,
    );
  return undefined;
}

/** Methods that take an item out and give it. */
const TAKES = new Set(['pop', 'shift', 'popleft']);

/** A list with one more item at a place that is written. */
function insertedAt(list: ListValue, place: Value, item: Value, origin: Origin): ListValue {
  if (place.kind !== 'known' || typeof place.value !== 'number' || place.value < 0) return { kind: 'list', items: [], open: true, origin };
  return { ...list, items: [...list.items.slice(0, place.value), item, ...list.items.slice(place.value)] };
}

function appended(list: ListValue, call: Call, when: When, context: Context): ListValue {
  const origin = context.origin(call);
  const items = argumentsOf(call, context).map((item) => under(when, item, absent(origin), origin));
  return { ...list, items: [...list.items, ...items], open: list.open || call.args.some((argument) => argument.spread !== undefined) };
}

function withKey(record: RecordValue, method: string, call: Call, when: When, context: Context): Value {
  const [key, value] = argumentsOf(call, context);
  if (key === undefined || value === undefined) return record;
  const origin = context.origin(call);
  if (key.kind !== 'known') return under(when, withAnyKey(record, origin), record, origin);
  const set = withField(record, [String(key.value)], origin, (before) =>
    /^(?:setdefault|putIfAbsent)$/.test(method) && !isAbsent(before)
      ? choice(operation('defined', [before], origin), before, value, origin)
      : value,
  );
  return under(when, set, record, origin);
}

function withoutKey(record: RecordValue, call: Call, when: When, context: Context): Value {
  const [key] = argumentsOf(call, context);
  if (key?.kind !== 'known') return record;
  const origin = context.origin(call);
  return under(when, { kind: 'record', parts: [{ kind: 'spread', value: record, without: [String(key.value)] }], origin }, record, origin);
}

function merged(record: RecordValue, call: Call, when: When, origin: Origin, context: Context): Value {
  const next: RecordValue = {
    kind: 'record',
    parts: [{ kind: 'spread', value: record }, ...mergedArguments(call, argumentsOf(call, context), origin)],
    origin,
  };
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
