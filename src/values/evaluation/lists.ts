/** Lists, with what their spreads and conditions put in. */
import type { ListExpression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { absent, choice, type ListValue, type Origin, type Value } from '../value.js';

/** How many items spreads may bring into a list: one that is doubled line by line has no end. */
const MAX_SPREAD = 2_000;

export function listOf(expression: ListExpression, context: Context): ListValue {
  const origin = context.origin(expression);
  const items: Value[] = [];
  let open = false;
  for (const item of expression.items) {
    const value = context.evaluate(item.value);
    const given = item.spread === undefined ? [value] : spreadItems(value, origin);
    if (item.spread !== undefined && items.length + (given?.length ?? 0) > MAX_SPREAD) return { kind: 'list', items, open: true, origin };
    if (given === undefined || (item.spread !== undefined && value.kind === 'list' && value.open)) open = true;
    items.push(...(given ?? []));
  }
  return { kind: 'list', items, open, origin };
}

/** What a spread value adds to a list; undefined where that is not known: `...(secure ? ['Secure'] : [])`, `...parts` of one list or another. */
function spreadItems(value: Value, origin: Origin): readonly Value[] | undefined {
  const list = asList(value, origin);
  if (list !== undefined && !list.open) return list.items;
  return value.kind === 'list' ? value.items : undefined;
}

/** A value that is one of several lists as one list, whose items are there or not; undefined for what may be something else. */
export function asList(value: Value, origin: Origin, depth = 0): ListValue | undefined {
  if (value.kind === 'list') return value;
  if (value.kind === 'known' && (value.value === null || value.value === undefined || value.value === false))
    return { kind: 'list', items: [], open: false, origin };
  if (value.kind !== 'choice' || depth > MAX_LISTS) return undefined;
  const one = asList(value.consequent, origin, depth + 1);
  const other = one === undefined ? undefined : asList(value.alternate, origin, depth + 1);
  return one === undefined || other === undefined ? undefined : eitherList(value.test, one, other);
}

/** How many lists one value may be, to be read as one list. */
const MAX_LISTS = 32;

/** One list or another: what both begin with, then what only one of them has. */
function eitherList(test: Value, one: ListValue, other: ListValue): ListValue {
  let common = 0;
  while (common < one.items.length && common < other.items.length && isSameItem(one.items[common]!, other.items[common]!)) common++;
  const [own, rest] = [one.items.slice(common), other.items.slice(common)];
  if (own.length + rest.length > MAX_SPREAD) return { ...one, items: one.items.slice(0, common), open: true };
  const items = [
    ...one.items.slice(0, common),
    ...own.map((item) => choice(test, item, absent(item.origin), item.origin)),
    ...rest.map((item) => choice(test, absent(item.origin), item, item.origin)),
  ];
  return { ...one, items, open: one.open || other.open };
}

export function joinedLists(left: ListValue, right: ListValue, origin: Origin): ListValue {
  if (left.items.length + right.items.length > MAX_SPREAD) return { ...left, open: true };
  return { kind: 'list', items: [...left.items, ...right.items], open: left.open || right.open, origin };
}

/** A list that a condition makes longer, or another branch goes on with otherwise: what was added is there where the condition holds. */
export function lengthened(guard: Value, next: Value, old: Value | undefined): Value | undefined {
  const isBegun =
    next.kind === 'list' &&
    old?.kind === 'list' &&
    old.items.length > 0 &&
    next.items.length > 0 &&
    isSameItem(old.items[0]!, next.items[0]!);
  return isBegun ? eitherList(guard, next, old) : undefined;
}

/** An item of a list of which only what is true stays: `opts.path && `Path=${opts.path}``. */
export function whereTrue(item: Value, depth = 0): Value {
  const { origin } = item;
  if (item.kind === 'known')
    return item.value === undefined || item.value === null || item.value === false || item.value === '' || item.value === 0
      ? absent(origin)
      : item;
  if (item.kind !== 'choice' || depth > MAX_LISTS)
    return item.kind === 'operation' && item.operator === 'text' ? item : choice(item, item, absent(origin), origin);
  return choice(
    item.test,
    item.consequent === item.test ? item.consequent : whereTrue(item.consequent, depth + 1),
    item.alternate === item.test ? absent(origin) : whereTrue(item.alternate, depth + 1),
    origin,
  );
}

/** The headers of one list or another, or of a list or one text: `old ? [...old, cookie] : cookie`. */
export function headersOf(value: Value): ListValue | undefined {
  if (value.kind !== 'choice') return value.kind === 'list' ? value : undefined;
  const [one, other] = [value.consequent, value.alternate].map((side): ListValue | undefined =>
    side.kind === 'choice' ? headersOf(side) : side.kind === 'list' ? side : undefined,
  );
  if (one === undefined && other === undefined) return undefined;
  const alone = (side: Value): ListValue => ({
    kind: 'list',
    items: side.kind === 'known' && side.value === undefined ? [] : [side],
    open: false,
    origin: side.origin,
  });
  const [left, right] = [one ?? alone(value.consequent), other ?? alone(value.alternate)];
  if (left.items.length !== right.items.length) return eitherList(value.test, left, right);
  return {
    ...left,
    items: left.items.map((item, i) => (isSameItem(item, right.items[i]!) ? item : choice(value.test, item, right.items[i]!, item.origin))),
    open: left.open || right.open,
  };
}

/** A list, or each of several lists, with more items behind. */
export function appendedTo(value: Value, more: readonly Value[], open: boolean, origin: Origin): Value | undefined {
  const list = value.kind === 'choice' || value.kind === 'known' ? asList(value, origin) : value;
  return list?.kind !== 'list' ? undefined : { ...list, items: [...list.items, ...more], open: list.open || open, origin };
}

const isSameItem = (a: Value, b: Value): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.origin.program === b.origin.program &&
    a.origin.range.start === b.origin.range.start &&
    a.origin.range.end === b.origin.range.end);
