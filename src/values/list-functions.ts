/** Methods of lists that call a function for each item: `every`, `some`, `map`, `reduce`, `find`, in the words of each language. */
import type { Call } from '../syntax/ir.js';
import type { Context } from './context.js';
import { folded } from './folded.js';
import { absent, choice, known, type ListValue, type Origin, type Value } from './value.js';

/** Longer lists are data. */
const MAX_ITEMS = 50;

const METHODS: Readonly<Record<string, 'every' | 'some' | 'map' | 'reduce' | 'find' | 'filter' | 'flatMap'>> = {
  flatMap: 'flatMap',
  flat_map: 'flatMap',
  inject: 'reduce',
  every: 'every',
  'all?': 'every',
  all: 'every',
  All: 'every',
  some: 'some',
  'any?': 'some',
  any: 'some',
  Any: 'some',
  anyMatch: 'some',
  exists: 'some',
  allMatch: 'every',
  forall: 'every',
  map: 'map',
  collect: 'map',
  Select: 'map',
  reduce: 'reduce',
  find: 'find',
  detect: 'find',
  filter: 'filter',
  select: 'filter',
};

/** Methods of lists that call nothing: `flags.at(-1)`, `flags.slice(1)`, `flags.pop()`. */
function ofPlain(list: ListValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  if (list.open) return undefined;
  const origin = context.origin(call);
  const { items } = list;
  const [from, to] = args.map((value) => (value.kind === 'known' && typeof value.value === 'number' ? value.value : undefined));
  const made = (some: readonly Value[]): ListValue => ({ ...list, items: some, origin });
  switch (method) {
    case 'at':
      return from === undefined ? undefined : (items.at(from) ?? absent(origin));
    case 'slice':
      if (args.length > 0 && from === undefined) return undefined;
      return args.length < 2 || to !== undefined ? made(items.slice(from, to)) : undefined;
    case 'pop':
    case 'last':
      if (args.length === 0) return items.at(-1) ?? absent(origin);
      return from === undefined ? undefined : (items.at(from) ?? absent(origin));
    case 'shift':
    case 'popleft':
    case 'first':
      return args.length > 0 ? undefined : (items[0] ?? absent(origin));
    case 'reverse':
    case 'toReversed':
      return args.length > 0 ? undefined : made(items.toReversed());
    case 'copy':
      return list;
    case 'flat':
    case 'flatten':
      return args.length > 0 || items.some((item) => item.kind === 'choice' || (item.kind === 'list' && item.open))
        ? undefined
        : made(items.flatMap((item) => (item.kind === 'list' ? item.items : [item])));
    case 'values':
      return context.language === 'javascript' && args.length === 0 ? list : undefined;
    case 'current':
      return context.language === 'php' && args.length === 0 ? (items[0] ?? absent(origin)) : undefined;
    case 'next': {
      // A generator that nobody has asked yet.
      const isNew = call.callee.kind === 'member' && call.callee.object.kind === 'call';
      return context.language === 'javascript' && isNew && args.length === 0
        ? { kind: 'record', parts: [{ kind: 'field', key: 'value', value: items[0] ?? absent(origin) }], origin }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What a method of a list that is known in full gives; undefined where its function could not be followed. */
export function ofList(list: ListValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  const plain = ofPlain(list, method, args, call, context);
  if (plain !== undefined) return plain;
  const kind = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (kind === undefined || list.open || list.items.length > MAX_ITEMS || !context.evaluator.budget.step()) return undefined;
  const apply = applier(args[0], call, context);
  if (apply === undefined) return undefined;
  const { items } = list;
  const origin = context.origin(call);
  switch (kind) {
    case 'every':
      return items.reduceRight<Value>((rest, item) => choice(apply([item]), rest, known(false, origin), origin), known(true, origin));
    case 'some':
      return items.reduceRight<Value>((rest, item) => choice(apply([item]), known(true, origin), rest, origin), known(false, origin));
    case 'map':
      return { ...list, items: items.map((item) => apply([item])), origin };
    case 'flatMap': {
      const made = items.map((item) => apply([item]));
      return made.some((one) => one.kind !== 'list' || one.open)
        ? undefined
        : { ...list, items: made.flatMap((one) => (one.kind === 'list' ? one.items : [])), origin };
    }
    case 'find':
      return items.reduceRight<Value>((rest, item) => choice(apply([item]), item, rest, origin), absent(origin));
    case 'filter':
      return { ...list, items: items.flatMap((item) => kept(folded(apply([item])), item, origin)), origin };
    case 'reduce': {
      const [first, ...others] = args[1] === undefined ? items : [args[1], ...items];
      return first === undefined ? undefined : others.reduce((sum, item) => apply([sum, item]), first);
    }
  }
}

/** An item where a test holds for it; nothing where it surely does not. */
function kept(test: Value, item: Value, origin: Origin): readonly Value[] {
  if (test.kind === 'known' && typeof test.value === 'boolean') return test.value ? [item] : [];
  return [choice(test, item, absent(origin), origin)];
}

/** The function that is given: one of the program, or `Boolean`, by which an item is its own test. */
function applier(given: Value | undefined, call: Call, context: Context): ((values: readonly Value[]) => Value) | undefined {
  const { evaluator, program, frame } = context;
  const origin = context.origin(call);
  const block: Value | undefined = call.block === undefined ? given : { kind: 'function', node: call.block, program, frame, origin };
  if (block?.kind === 'symbol' && block.path === 'Boolean') return ([item]) => item ?? absent(origin);
  if (block?.kind !== 'function') return block === undefined && call.args.length === 0 ? ([item]) => item ?? absent(origin) : undefined;
  return (values) =>
    evaluator.callFunction(
      block,
      values.map((value) => ({ value })),
      origin,
      frame,
    );
}
