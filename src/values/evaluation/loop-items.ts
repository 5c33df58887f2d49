/** What the variables of a loop over something known hold: one item after the other. */
import type { Context } from '../context.js';
import { isKind, type Write } from '../program-index.js';
import { choice, known, operation, type ListValue, type Origin, type Value } from '../value.js';

/** Why a loop's variable is not known. */
export const LOOP_VARIABLE = 'it is a loop variable';

/** Longer lists are data. */
const MAX_ITEMS = 12;

/** The variable's value, for whichever item it is; undefined where the items are not known. */
export function anItem({ node, path }: Write, over: Value, place: Origin, context: Context): Value | undefined {
  if (!isKind(node, 'loop') || node.target === undefined) return undefined;
  // Go's loops have the position or key before the item: `for i, item := range list`.
  const keys = path.filter((key) => key !== '*');
  const [position, ...inner] = context.language === 'go' && node.target.kind === 'pattern' ? keys : [1, ...keys];
  const all = position === 0 ? keysOf(over, place) : itemsOf(over);
  const item = all === undefined ? undefined : whichever(all, place);
  return item === undefined
    ? undefined
    : inner.reduce<Value>((value, key) => context.evaluator.memberOf(value, String(key), place, context.frame), item);
}

function itemsOf(over: Value): readonly Value[] | undefined {
  if (over.kind === 'list') return over.open || over.items.length > MAX_ITEMS ? undefined : over.items;
  if (over.kind !== 'record' || over.parts.length > MAX_ITEMS) return undefined;
  const items = over.parts.flatMap((part) => (part.kind === 'field' ? [part.value] : []));
  return items.length === over.parts.length ? items : undefined;
}

const keysOf = (over: Value, place: Origin): readonly Value[] | undefined =>
  over.kind === 'record' && over.parts.length <= MAX_ITEMS && over.parts.every(({ kind }) => kind === 'field')
    ? over.parts.flatMap((part) => (part.kind === 'field' ? [known(part.key, place)] : []))
    : undefined;

/** Each of the items has its turn: what is so for one of them is so for some of what the loop does. */
function whichever(items: readonly Value[], place: Origin): Value | undefined {
  const [first, ...others] = items;
  const turn = operation('turn', [known(true, place)], place);
  return first === undefined ? undefined : others.reduce((before, item) => choice(turn, before, item, place), first);
}

/** `list[i]` in a loop over the positions. */
export const inTurn = (list: ListValue, place: Origin): Value | undefined =>
  list.open || list.items.length > MAX_ITEMS ? undefined : whichever(list.items, place);
