/** Methods of lists that call a function for each item: `every`, `some`, `map`, `reduce`, `find`, in the words of each language. */
import type { Call } from '../syntax/ir.js';
import type { Context } from './context.js';
import { absent, choice, known, type ListValue, type Value } from './value.js';

/** Longer lists are data. */
const MAX_ITEMS = 50;

const METHODS: Readonly<Record<string, 'every' | 'some' | 'map' | 'reduce' | 'find' | 'filter'>> = {
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

/** What a method of a list that is known in full gives; undefined where its function could not be followed. */
export function ofList(list: ListValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
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
    case 'find':
      return items.reduceRight<Value>((rest, item) => choice(apply([item]), item, rest, origin), absent(origin));
    case 'filter':
      return { ...list, items: items.map((item) => choice(apply([item]), item, absent(origin), origin)), origin };
    case 'reduce': {
      const [first, ...others] = args[1] === undefined ? items : [args[1], ...items];
      return first === undefined ? undefined : others.reduce((sum, item) => apply([sum, item]), first);
    }
  }
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
