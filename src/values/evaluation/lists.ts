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

/** What a spread value adds to a list; undefined where that is not known. */
function spreadItems(value: Value, origin: Origin): readonly Value[] | undefined {
  if (value.kind === 'list') return value.items;
  // `...(secure ? ['Secure'] : [])`
  if (value.kind !== 'choice' || value.consequent.kind !== 'list' || (value.alternate.kind !== 'list' && value.alternate.kind !== 'known')) return undefined;
  const alternate = value.alternate.kind === 'list' ? value.alternate.items : [];
  return [...value.consequent.items.map((one) => choice(value.test, one, absent(origin), origin)), ...alternate.map((one) => choice(value.test, absent(origin), one, origin))];
}

export function joinedLists(left: ListValue, right: ListValue, origin: Origin): ListValue {
  if (left.items.length + right.items.length > MAX_SPREAD) return { ...left, open: true };
  return { kind: 'list', items: [...left.items, ...right.items], open: left.open || right.open, origin };
}

/** A list that a condition makes longer: its new items are there where the condition holds. */
export function lengthened(guard: Value, next: Value, old: Value | undefined, origin: Origin): Value | undefined {
  if (next.kind !== 'list' || old?.kind !== 'list' || next.items.length <= old.items.length || !old.items.every((item, i) => isSameItem(item, next.items[i]!))) return undefined;
  return { ...next, items: [...old.items, ...next.items.slice(old.items.length).map((item) => choice(guard, item, absent(origin), origin))] };
}

const isSameItem = (a: Value, b: Value): boolean => a === b || (a.kind === b.kind && a.origin.program === b.origin.program && a.origin.range.start === b.origin.range.start && a.origin.range.end === b.origin.range.end);
