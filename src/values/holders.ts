/** Other variables that hold an object which is changed by way of one: `[options].forEach((one) => …)`, `config = { cookie: options }`. */
import type { Call, Expression, LanguageId, ListExpression, Loop, Name, Pattern, RecordExpression } from '../syntax/ir.js';
import { calledName } from '../syntax/called-name.js';
import { isKind, type Binding, type Place, type ProgramIndex } from './program-index.js';

/** Languages whose lists, records and loops hold objects, not copies of them. */
const SHARES: ReadonlySet<LanguageId> = new Set(['javascript', 'python', 'ruby', 'java', 'kotlin', 'scala', 'csharp']);
const MAX_DEPTH = 4;
/** Longer literals are tables of data. */
const MAX_ENTRIES = 200;
/** Methods that hand each item of a list to a function. */
const EACH = new Set(['forEach', 'each', 'each_value', 'each_pair', 'each_with_index', 'map', 'foreach', 'ForEach', 'collect']);

/** What else a change of `place` changes: the objects that stand in the list or record which the variable was given. */
export function holdersOf(place: Place, index: ProgramIndex, depth = 0): readonly Place[] {
  if (!SHARES.has(index.program.language) || place.path.length === 0 || depth > MAX_DEPTH) return [];
  const { binding, path } = place;
  const found = [
    ...inLiteral(binding, path, index),
    ...itemsOf(binding, index).map((item): Place => ({ binding: item.binding, path: [...item.path, ...path] })),
  ];
  return found.flatMap((one) => [one, ...holdersOf(one, index, depth + 1)]);
}

/** `const config = { session: { cookie: options } }`: what lies at the path. */
function inLiteral({ writes }: Binding, path: readonly string[], index: ProgramIndex): readonly Place[] {
  const [write] = writes;
  if (write?.value === undefined || writes.length > 1 || write.path.length > 0 || isKind(write.node, 'loop')) return [];
  let at: Expression | undefined = write.value;
  const copied = copiedFrom(at, index);
  if (copied !== undefined) return path.length < 2 ? [] : placed(copied, path, index);
  for (const [i, key] of path.entries()) {
    const whole = i < path.length - 1 ? spreadOf(at, key) : undefined;
    if (whole !== undefined) return placed(whole, path.slice(i), index);
    if (at.kind !== 'record' && at.kind !== 'list') return i === 0 ? [] : placed(at, path.slice(i), index);
    at = entryOf(at, key);
    if (at === undefined) return [];
  }
  return [];
}

/** What is copied with the parts that it shares: `copy.copy(base)`, `base.copy()`, `Object.assign({}, base)`, `dict(base)`. */
function copiedFrom(made: Expression, { program }: ProgramIndex): Expression | undefined {
  if (made.kind !== 'call') return undefined;
  const name = calledName(made.callee);
  const [first, second] = made.args;
  if (name === 'assign' && first?.value.kind === 'record' && first.value.entries.length === 0) return second?.value;
  if (program.language !== 'python') return undefined;
  if (made.callee.kind === 'member' && name === 'copy' && made.args.length === 0) return made.callee.object;
  const isCopy = made.args.length === 1 && (name === 'dict' || (name === 'copy' && made.callee.kind === 'member'));
  return isCopy ? first?.value : undefined;
}

/** The object whose entries a literal is given, where it has none of its own for the key. */
function spreadOf(literal: Expression, key: string): Expression | undefined {
  if (literal.kind !== 'record' || literal.entries.length > MAX_ENTRIES) return undefined;
  const entry = literal.entries.findLast((one) => one.kind === 'spread' || one.key.kind !== 'literal' || String(one.key.value) === key);
  return entry?.kind === 'spread' ? entry.value : undefined;
}

function placed(held: Expression, rest: readonly string[], index: ProgramIndex): readonly Place[] {
  const place = held.kind === 'name' || held.kind === 'member' || held.kind === 'subscript' ? index.rootOf(held) : undefined;
  return place === undefined ? [] : [{ binding: place.binding, path: [...place.path, ...rest] }];
}

function entryOf(literal: RecordExpression | ListExpression, key: string): Expression | undefined {
  if (literal.kind === 'list') return literal.items[Number(key)]?.value;
  if (literal.entries.length > MAX_ENTRIES) return undefined;
  const entry = literal.entries.findLast((one) => one.kind === 'property' && one.key.kind === 'literal' && String(one.key.value) === key);
  return entry?.kind === 'property' ? entry.value : undefined;
}

/** The items of the list that a loop's variable, or the parameter of a function for each item, goes through. */
function itemsOf(binding: Binding, index: ProgramIndex): readonly Place[] {
  const list = loopOf(binding) ?? handedOver(binding, index);
  const items = list === undefined ? undefined : literalOf(list, index)?.items;
  if (items === undefined || items.length > MAX_ENTRIES) return [];
  return items.flatMap(({ value }) => placed(value, [], index));
}

/** The object whose items a loop, or a function for each of them, goes through where the item is changed: `for (const one of Object.values(cookies)) one.secure = false`. */
export function loopedOver({ binding }: Place, index: ProgramIndex): Place | undefined {
  const { language } = index.program;
  const loop = binding.writes.find(({ node }) => isKind(node, 'loop'))?.node;
  const isShared = SHARES.has(language) || (language === 'php' && isKind(loop, 'loop') && isByReference(loop, index));
  if (!isShared) return undefined;
  const over = isKind(loop, 'loop') ? loop.iterable : itemsHandedOver(binding, index);
  const held = over === undefined ? undefined : goneThrough(over);
  // A list that is written there has its items' own places.
  if (held === undefined || held.kind === 'list' || (over === held && literalOf(held, index) !== undefined && SHARES.has(language)))
    return undefined;
  return held.kind === 'name' || held.kind === 'member' || held.kind === 'subscript' ? index.rootOf(held) : undefined;
}

/** PHP's `foreach ($cookies as &$cookie)`. */
const isByReference = ({ target }: Loop, { program }: ProgramIndex): boolean =>
  (target !== undefined && /&\s*$/.test(program.text.slice(Math.max(0, target.start - 3), target.start))) ||
  (target !== undefined && program.text[target.start] === '&');

/** A parameter of the function that is called for each item: the item itself, or what stands behind its key. */
function itemsHandedOver({ parameter, parameterOf }: Binding, index: ProgramIndex): Expression | undefined {
  if (parameter === undefined || parameterOf === undefined) return undefined;
  const call = callOfBlock(parameterOf, index);
  return call?.callee.kind === 'member' && EACH.has(call.callee.property) ? call.callee.object : undefined;
}

/** What holds the items: `Object.values(cookies)`, `cookies.items()`, `cookies.each_value`. */
function goneThrough(over: Expression): Expression | undefined {
  if (over.kind !== 'call') return over;
  const { callee, args } = over;
  if (callee.kind !== 'member') return undefined;
  if (callee.object.kind === 'name' && callee.object.name === 'Object' && /^(?:values|entries)$/.test(callee.property))
    return args[0]?.value;
  return /^(?:values|items|entries|each_value|each_pair|entrySet)$/.test(callee.property) && args.length === 0 ? callee.object : undefined;
}

function loopOf({ writes }: Binding): Expression | undefined {
  const loop = writes.find(({ node }) => isKind(node, 'loop'))?.node as Loop | undefined;
  return loop?.target?.kind === 'name' ? loop.iterable : undefined;
}

function handedOver({ parameter, parameterOf }: Binding, index: ProgramIndex): Expression | undefined {
  if (parameter === undefined || parameterOf === undefined || parameterOf.params[0] !== parameter) return undefined;
  const call = callOfBlock(parameterOf, index);
  return call?.callee.kind === 'member' && EACH.has(call.callee.property) ? call.callee.object : undefined;
}

function callOfBlock(fn: NonNullable<Binding['parameterOf']>, index: ProgramIndex): Call | undefined {
  const parent = index.parent(fn);
  if (isKind(parent, 'call')) return parent;
  const around = parent === undefined ? undefined : index.parent(parent);
  return isKind(around, 'call') && around.args.some(({ value }) => value === fn) ? around : undefined;
}

/** A list that is written there, or in the one write of a variable. */
function literalOf(list: Expression, index: ProgramIndex): ListExpression | undefined {
  if (list.kind === 'list') return list;
  const writes = list.kind === 'name' ? index.bindingOf(list)?.writes : undefined;
  const value = writes?.length === 1 ? writes[0]?.value : undefined;
  return value?.kind === 'list' ? value : undefined;
}

/** The names of `const { cookie } = config`, each with what it is another name for; one that has a default, or is a rest, is none. */
export function partsTaken(pattern: Pattern, value: Expression, index: ProgramIndex): readonly (readonly [Name, Place])[] {
  const place = value.kind === 'name' || value.kind === 'member' || value.kind === 'subscript' ? index.rootOf(value) : undefined;
  const { language, text } = index.program;
  if (place === undefined || (language !== 'javascript' && language !== 'php')) return [];
  if (language === 'javascript') return takenFrom(pattern, place, false);
  // PHP copies what it takes apart, except behind `&`.
  return takenFrom(pattern, place, true).filter(([name]) => /&\s*\$?$/.test(text.slice(Math.max(0, name.start - 4), name.start)));
}

function takenFrom(pattern: Pattern, { binding, path }: Place, isCounted: boolean): readonly (readonly [Name, Place])[] {
  return pattern.elements.flatMap(({ key, target, default: otherwise }) => {
    if ((typeof key !== 'string' && !isCounted) || key === '...' || otherwise !== undefined) return [];
    const place: Place = { binding, path: [...path, String(key)] };
    return target.kind === 'name' ? [[target, place] as const] : takenFrom(target, place, isCounted);
  });
}
