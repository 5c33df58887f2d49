/** Functions that go through something, or make a list or record of others: `map(bool, flags)`, `dict(zip(keys, values))`, `array_column`, `Object.values`. */
import type { Call } from '../syntax/ir.js';
import type { Context } from './context.js';
import { recordOfPairs } from './evaluation/records.js';
import { fieldOf, isAbsent } from './fields.js';
import { keysIn, pairsIn, sequenceOf, valuesIn } from './sequences.js';
import { absent, choice, known, operation, type ListValue, type Origin, type RecordPart, type Value } from './value.js';

/** Longer lists are data. */
const MAX_ITEMS = 50;

/** What functions outside the repository make of one item. */
const CONVERSIONS: Readonly<Record<string, string>> = {
  bool: 'boolean',
  Boolean: 'boolean',
  boolval: 'boolean',
  str: 'string',
  String: 'string',
  strval: 'string',
  int: 'number',
  Number: 'number',
  intval: 'number',
  strtolower: 'lower',
  trim: 'trim',
};

/** What such a function gives; undefined where it is none of them, or what it goes through is not known. */
export function ofSequences(operator: string, operands: readonly Value[], call: Call, context: Context): Value | undefined {
  const origin = context.origin(call);
  const [first, second, third] = operands;
  const sequence = (value: Value | undefined): ListValue | undefined => {
    const list = value === undefined ? undefined : sequenceOf(value, origin, context.language);
    return list === undefined || list.items.length > MAX_ITEMS ? undefined : list;
  };
  switch (operator) {
    case 'record-of-entries': {
      if (first === undefined) return { kind: 'record', parts: [], origin };
      const list = first.kind === 'list' ? undefined : sequence(first);
      return list === undefined ? undefined : recordOfPairs(list);
    }
    case 'from-entries':
      return first?.kind === 'record' ? first : undefined;
    case 'list-of':
      return first === undefined ? listed([], origin) : sequence(first);
    case 'list-mapped': {
      const list = sequence(first);
      const apply = second === undefined ? ([item]: readonly Value[]): Value => item! : applied(second, call, context);
      return list === undefined || apply === undefined ? undefined : each(list, (item) => apply([item]), origin);
    }
    case 'slice': {
      const [from, to] = [second, third].map((one) => (one?.kind === 'known' && typeof one.value === 'number' ? one.value : undefined));
      if (first?.kind !== 'list' || first.open || (second !== undefined && from === undefined) || (third !== undefined && to === undefined))
        return undefined;
      return { ...first, items: first.items.slice(from, to), origin };
    }
    case 'list-reversed': {
      const list = sequence(first);
      return list === undefined ? undefined : { ...list, items: list.items.toReversed(), origin };
    }
    case 'zip': {
      const lists = operands.map(sequence);
      if (lists.length === 0 || lists.includes(undefined)) return undefined;
      const length = Math.min(...lists.map((one) => one!.items.length));
      return listed(
        Array.from({ length }, (_, i) =>
          listed(
            lists.map((one) => one!.items[i]!),
            origin,
          ),
        ),
        origin,
      );
    }
    case 'enumerate': {
      const list = sequence(first);
      return list === undefined
        ? undefined
        : listed(
            list.items.map((item, i) => listed([known(i, origin), item], origin)),
            origin,
          );
    }
    case 'last-of': {
      const list = sequence(first);
      return list === undefined ? undefined : (list.items.at(-1) ?? known(false, origin));
    }
    case 'next-of':
      return firstOf(sequence(first), second ?? operation('raise', [], origin), origin);
    case 'map-list': {
      const [list, apply] = [sequence(second), applied(first, call, context)];
      return list === undefined || apply === undefined || operands.length > 2 ? undefined : each(list, (item) => apply([item]), origin);
    }
    case 'filter-list':
    case 'list-filter': {
      const [given, test] = operator === 'filter-list' ? [second, first] : [first, second];
      if (operator === 'list-filter' && third !== undefined) return undefined;
      // What is off is left out, and stays off.
      if (given?.kind === 'record') return operator === 'list-filter' && test === undefined ? given : undefined;
      const list = sequence(given);
      const isNone = test === undefined || (test.kind === 'known' && (test.value === null || test.value === undefined));
      const apply = isNone ? ([item]: readonly Value[]): Value => item! : applied(test, call, context);
      if (list === undefined || apply === undefined) return undefined;
      return listed(
        list.items.map((item) => choice(apply([item]), item, absent(origin), origin)),
        origin,
      );
    }
    case 'reduce-list':
    case 'list-reduce': {
      const [given, fn] = operator === 'reduce-list' ? [second, first] : [first, second];
      const [list, apply] = [sequence(given), applied(fn, call, context)];
      if (list === undefined || apply === undefined) return undefined;
      const [begin, ...others] = third === undefined ? list.items : [third, ...list.items];
      return begin === undefined ? undefined : others.reduce((sum, item) => apply([sum, item]), begin);
    }
    case 'combine': {
      const [keys, values] = [sequence(first), sequence(second)];
      if (keys === undefined || values === undefined || keys.items.length !== values.items.length) return undefined;
      return recordOfPairs(
        listed(
          keys.items.map((key, i) => listed([key, values.items[i]!], origin)),
          origin,
        ),
      );
    }
    case 'column': {
      const list = sequence(first);
      if (list === undefined || second?.kind !== 'known' || third !== undefined) return undefined;
      return each(list, (item) => fieldOf(item, String(second.value)), origin);
    }
    case 'entries':
      return first?.kind === 'record' ? pairsIn(first, origin) : undefined;
    case 'keys':
      return first?.kind === 'record' ? keysIn(first, origin) : undefined;
    case 'values':
      return first?.kind === 'record' ? valuesIn(first, origin) : first?.kind === 'list' ? first : undefined;
    case 'from-keys': {
      const list = sequence(first);
      const value = second ?? known(null, origin);
      return list === undefined
        ? undefined
        : recordOfPairs(
            listed(
              list.items.map((key) => listed([key, value], origin)),
              origin,
            ),
          );
    }
    case 'first-wins':
      return { kind: 'record', parts: operands.map((value): RecordPart => ({ kind: 'spread', value })).reverse(), origin };
    case 'call-of': {
      const fn = callable(first, context);
      const given = operands.slice(1).map((value) => ({ value }));
      return fn === undefined ? undefined : context.evaluator.callFunction(fn, given, origin, context.frame);
    }
    case 'call-with': {
      const fn = callable(first, context);
      const list = sequence(operands.at(-1));
      return fn === undefined || list === undefined
        ? undefined
        : context.evaluator.callFunction(
            fn,
            list.items.map((value) => ({ value })),
            origin,
            context.frame,
          );
    }
    case 'sum': {
      const list = sequence(first);
      return list?.items.reduce<Value>((sum, item) => operation('text', [sum, item], origin), known(0, origin));
    }
    case 'max':
    case 'min': {
      const list = operands.length === 1 ? sequence(first) : undefined;
      return list === undefined ? undefined : operation(operator, list.items, origin);
    }
    default:
      return undefined;
  }
}

const listed = (items: readonly Value[], origin: Origin): ListValue => ({ kind: 'list', items, open: false, origin });

/** What is made of each item; what a condition puts there stays under it. */
function each(list: ListValue, make: (item: Value) => Value, origin: Origin): ListValue {
  const made = (item: Value): Value =>
    item.kind === 'choice' && (isAbsent(item.alternate) || isAbsent(item.consequent))
      ? choice(item.test, made(item.consequent), made(item.alternate), origin)
      : isAbsent(item)
        ? item
        : make(item);
  return listed(list.items.map(made), origin);
}

/** The first item that is there. */
export function firstOf(list: ListValue | undefined, otherwise: Value, origin: Origin): Value | undefined {
  return list?.items.reduceRight<Value>((rest, item) => whereThere(item, rest, origin), otherwise);
}

function whereThere(item: Value, rest: Value, origin: Origin): Value {
  if (isAbsent(item)) return rest;
  if (item.kind !== 'choice') return item;
  const [one, other] = [whereThere(item.consequent, rest, origin), whereThere(item.alternate, rest, origin)];
  return one === item.consequent && other === item.alternate ? item : choice(item.test, one, other, origin);
}

/** A function by its value; PHP calls functions by their names too. */
export function callable(
  given: Value | undefined,
  { index, program, evaluator, language, frame }: Context,
): (Value & { kind: 'function' }) | undefined {
  if (given?.kind === 'function') return given;
  if (language !== 'php' || given?.kind !== 'known' || typeof given.value !== 'string') return undefined;
  const [owner, method] = given.value.split('::');
  const binding = index.root.bindings.get(owner!);
  const value =
    binding === undefined ? evaluator.definedElsewhere(program, owner!) : evaluator.valueOfBinding(binding, program, undefined, frame);
  const found = method === undefined || value === undefined ? value : evaluator.memberOf(value, method, given.origin);
  return found?.kind === 'function' ? found : undefined;
}

/** How a function that is given is applied. */
function applied(given: Value | undefined, call: Call, context: Context): ((values: readonly Value[]) => Value) | undefined {
  const origin = context.origin(call);
  const name = given?.kind === 'symbol' ? given.path : given?.kind === 'known' && typeof given.value === 'string' ? given.value : undefined;
  const conversion = name !== undefined && Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name] : undefined;
  const fn = callable(given, context);
  if (fn === undefined) return conversion === undefined ? undefined : ([item]) => operation(conversion, [item ?? absent(origin)], origin);
  return (values) =>
    context.evaluator.callFunction(
      fn,
      values.map((value) => ({ value })),
      origin,
      context.frame,
    );
}
