/** Other variables that hold an object which is changed by way of one: `[options].forEach((one) => …)`, `config = { cookie: options }`. */
import type { Call, Expression, LanguageId, ListExpression, Loop, Name, Pattern, RecordExpression } from '../syntax/ir.js';
import { isKind, type Binding, type Place, type ProgramIndex } from './program-index.js';

/** Languages whose lists, records and loops hold objects, not copies of them. */
const SHARES: ReadonlySet<LanguageId> = new Set(['javascript', 'python', 'ruby', 'java', 'kotlin', 'scala', 'csharp']);
const MAX_DEPTH = 4;
/** Longer literals are tables of data. */
const MAX_ENTRIES = 200;
/** Methods that hand each item of a list to a function. */
const EACH = new Set(['forEach', 'each', 'map', 'foreach', 'ForEach', 'collect']);

/** What else a change of `place` changes: the objects that stand in the list or record which the variable was given. */
export function holdersOf(place: Place, index: ProgramIndex, depth = 0): readonly Place[] {
  if (!SHARES.has(index.program.language) || place.path.length === 0 || depth > MAX_DEPTH) return [];
  const { binding, path } = place;
  const found = [...inLiteral(binding, path, index), ...itemsOf(binding, index).map((item): Place => ({ binding: item.binding, path: [...item.path, ...path] }))];
  return found.flatMap((one) => [one, ...holdersOf(one, index, depth + 1)]);
}

/** `const config = { session: { cookie: options } }`: what lies at the path. */
function inLiteral({ writes }: Binding, path: readonly string[], index: ProgramIndex): readonly Place[] {
  const [write] = writes;
  if (write?.value === undefined || writes.length > 1 || write.path.length > 0 || isKind(write.node, 'loop')) return [];
  let at: Expression | undefined = write.value;
  for (const [i, key] of path.entries()) {
    if (at.kind !== 'record' && at.kind !== 'list') return i === 0 ? [] : placed(at, path.slice(i), index);
    at = entryOf(at, key);
    if (at === undefined) return [];
  }
  return [];
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
  const list = loopedOver(binding) ?? handedOver(binding, index);
  const items = list === undefined ? undefined : literalOf(list, index)?.items;
  if (items === undefined || items.length > MAX_ENTRIES) return [];
  return items.flatMap(({ value }) => placed(value, [], index));
}

function loopedOver({ writes }: Binding): Expression | undefined {
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
  if (place === undefined || index.program.language !== 'javascript') return [];
  return takenFrom(pattern, place);
}

function takenFrom(pattern: Pattern, { binding, path }: Place): readonly (readonly [Name, Place])[] {
  return pattern.elements.flatMap(({ key, target, default: otherwise }) => {
    if (typeof key !== 'string' || key === '...' || otherwise !== undefined) return [];
    const place: Place = { binding, path: [...path, key] };
    return target.kind === 'name' ? [[target, place] as const] : takenFrom(target, place);
  });
}
