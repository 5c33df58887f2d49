/** Methods of lists that call a function for each item: `every`, `some`, `map`, `reduce`, `find`, in the words of each language. */
import type { Call } from '../syntax/ir.js';
import type { Context } from './context.js';
import { folded } from './folded.js';
import { recordOfPairs } from './evaluation/records.js';
import { whereTrue } from './evaluation/lists.js';
import { isAbsent } from './fields.js';
import { bindParameters } from './parameters.js';
import {
  absent,
  choice,
  known,
  negate,
  operation,
  type FunctionValue,
  type ListValue,
  type Origin,
  type RecordPart,
  type Value,
} from './value.js';

/** Longer lists are data. */
const MAX_ITEMS = 50;

type Kind = 'every' | 'some' | 'none' | 'map' | 'reduce' | 'find' | 'filter' | 'reject' | 'flatMap' | 'filterMap' | 'fill';

const METHODS: Readonly<Record<string, Kind>> = {
  'none?': 'none',
  none: 'none',
  noneMatch: 'none',
  filter_map: 'filterMap',
  mapNotNull: 'filterMap',
  each_with_object: 'fill',
  reject: 'reject',
  filterNot: 'reject',
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

/** A part of a list, or the list as something else: Ruby's `take`, `to_h`, `zip`. */
function ofParts(list: ListValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  if (list.open) return undefined;
  const origin = context.origin(call);
  const { items } = list;
  const [first] = args;
  const count = first?.kind === 'known' && typeof first.value === 'number' ? first.value : undefined;
  const made = (some: readonly Value[]): ListValue => ({ ...list, items: some, origin });
  switch (method) {
    case 'take':
    case 'first':
      return count === undefined ? undefined : made(items.slice(0, count));
    case 'drop':
      return count === undefined ? undefined : made(items.slice(count));
    case 'uniq':
    case 'distinct':
    case 'to_a':
    case 'toList':
      return args.length > 0 || call.block !== undefined ? undefined : list;
    case 'to_h': {
      const pairs = call.block === undefined ? list : ofList(list, 'map', args, call, context);
      return args.length > 0 || pairs === undefined ? undefined : recordOfPairs(pairs);
    }
    case 'zip':
      return args.length === 1 && first?.kind === 'list' && !first.open
        ? made(items.map((item, i) => made([item, first.items[i] ?? absent(origin)])))
        : undefined;
    default:
      return undefined;
  }
}

/** What a method of a list that is known in full gives; undefined where its function could not be followed. */
export function ofList(list: ListValue, method: string, args: readonly Value[], call: Call, context: Context): Value | undefined {
  const plain = ofPlain(list, method, args, call, context);
  if (plain !== undefined) return plain;
  const part = ofParts(list, method, args, call, context);
  if (part !== undefined) return part;
  const kind = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (kind === undefined || list.open || list.items.length > MAX_ITEMS || !context.evaluator.budget.step()) return undefined;
  if (kind === 'fill') return filled(list, args[0], call, context);
  const apply = applier(args[0], call, context) ?? (kind === 'reduce' ? joiner(args, context.origin(call)) : undefined);
  if (apply === undefined) return undefined;
  const { items } = list;
  const origin = context.origin(call);
  switch (kind) {
    case 'none':
      return items.reduceRight<Value>((rest, item) => choice(apply([item]), known(false, origin), rest, origin), known(true, origin));
    case 'reject':
      return { ...list, items: items.flatMap((item) => kept(negate(folded(apply([item]))), item, origin)), origin };
    case 'filterMap':
      return { ...list, items: items.map((item) => whereTrue(apply([item]))), origin };
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
      // Ruby has what it begins with before the block, the others behind the function.
      const begin = call.block !== undefined || args[0]?.kind !== 'function' ? beginning(args, call) : args[1];
      const [first, ...others] = begin === undefined ? items : [begin, ...items];
      return first === undefined ? undefined : others.reduce((sum, item) => apply([sum, item]), first);
    }
  }
}

const beginning = (args: readonly Value[], call: Call): Value | undefined =>
  call.args.length === 0 || (call.args.length === 1 && isWord(args[0])) ? undefined : args[0];

const isWord = (value: Value | undefined): boolean => value?.kind === 'known' && typeof value.value === 'string';

/** https://docs.ruby-lang.org/en/3.4/Enumerable.html#method-i-inject: a method by its name, as in `reduce({}, :merge)`. */
function joiner(args: readonly Value[], origin: Origin): ((values: readonly Value[]) => Value) | undefined {
  const word = args.at(-1);
  const name = word?.kind === 'known' ? word.value : undefined;
  switch (name) {
    case 'merge':
    case 'merge!':
    case 'update':
      return (values) => ({ kind: 'record', parts: values.map((value): RecordPart => ({ kind: 'spread', value })), origin });
    case '+':
      return (values) => operation('text', values, origin);
    case '&':
      return ([one = absent(origin), other = absent(origin)]) => choice(one, other, known(false, origin), origin);
    case '|':
      return ([one = absent(origin), other = absent(origin)]) => choice(one, known(true, origin), other, origin);
    default:
      return undefined;
  }
}

/** What a block leaves in the object that it is given beside each item: `each_with_object({}) { |(key, value), all| all[key] = value }`. */
function filled(list: ListValue, begin: Value | undefined, call: Call, context: Context): Value | undefined {
  const node = call.block;
  const held = node?.params[1]?.target;
  if (node === undefined || begin === undefined || held?.kind !== 'name' || list.items.some(mayBeMissing)) return undefined;
  const { evaluator, program, frame, index } = context;
  const binding = index.scopeOf(node).bindings.get(held.name);
  if (binding === undefined) return undefined;
  return list.items.reduce<Value>((value, item) => {
    const bindings = bindParameters({ node, program }, [{ value: item }, { value }], context.origin(call));
    return evaluator.valueOfBinding(binding, program, undefined, { bindings, parent: frame, depth: (frame?.depth ?? 0) + 1 });
  }, begin);
}

const mayBeMissing = (item: Value): boolean => item.kind === 'choice' && [item.consequent, item.alternate].some(isAbsent);

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
      spreadFor(block, values, context).map((value) => ({ value })),
      origin,
      frame,
    );
}

/** https://docs.ruby-lang.org/en/3.4/Proc.html: a block of several parameters takes one list apart. */
const spreadFor = ({ node }: FunctionValue, values: readonly Value[], { language }: Context): readonly Value[] => {
  const [only, ...others] = values;
  return language === 'ruby' && only?.kind === 'list' && others.length === 0 && node.params.length > 1 ? only.items : values;
};
