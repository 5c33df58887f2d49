/** Records: literals with their spreads and getters, look-ups in them by a value, and what merging calls add. */
import type { Call, Property, RecordEntry, RecordExpression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { isAbsent } from '../fields.js';
import { folded } from '../folded.js';
import { fieldsOf } from '../instances.js';
import { changedLater } from './later-changes.js';
import { absent, choice, known, operation, unknown, type Origin, type RecordPart, type RecordValue, type Value } from '../value.js';
import { byName, withFilledFields } from './go-structs.js';
import { withOwnWrites } from './own-writes.js';

export function recordOf(expression: RecordExpression, context: Context): RecordValue {
  const parts = expression.entries.map((entry) => partOf(entry, context));
  return {
    kind: 'record',
    parts:
      context.language === 'go'
        ? withFilledFields(byName(parts, expression, context), expression, context)
        : withOwnWrites(parts, expression, context),
    node: expression,
    origin: context.origin(expression),
  };
}

function partOf(entry: RecordEntry, context: Context): RecordPart {
  if (entry.kind === 'spread') {
    const value = context.evaluate(entry.value);
    // The fields of an instance are its own; its methods are not.
    const isInstance = value.kind === 'object' && value.instanceOf !== undefined && context.language === 'javascript';
    return { kind: 'spread', value: isInstance ? (fieldsOf(value, context.evaluator) ?? value) : wholeModule(value, context) };
  }
  const origin = context.origin(entry);
  const key = entry.key.kind === 'literal' ? known(entry.key.value, context.origin(entry.key)) : folded(context.evaluate(entry.key));
  if (key.kind === 'known' && key.value !== undefined) return fieldOfEntry(String(key.value), entry, context);
  if (key.kind === 'symbol') return fieldOfEntry(key.path, entry, context);
  return { kind: 'spread', value: unknown('a computed key may set it', origin) };
}

/** `...require('./defaults')` of a module that puts its exports on one by one. */
const wholeModule = (value: Value, { evaluator }: Context): Value =>
  value.kind === 'module' ? (evaluator.wholeOf(value.program) ?? value) : value;

/** A field whose value is worked out when somebody asks for it: the options of a framework hold whole programs beside the few that matter. */
function fieldOfEntry(key: string, property: Property, context: Context): RecordPart {
  return {
    kind: 'field',
    key,
    property,
    get value() {
      return valueOfEntry(property, context);
    },
  };
}

function valueOfEntry({ getter, value, ...range }: Property, context: Context): Value {
  if (getter !== true || value.kind !== 'function') return changedLater(value, context.evaluate(value), context);
  const { program, frame, evaluator } = context;
  const origin = context.origin(range);
  return evaluator.callFunction({ kind: 'function', node: value, program, frame, origin }, [], origin, frame);
}

/** `table[mode]`: a choice between the entries. */
export function choiceOfEntries(object: RecordValue, index: Value, origin: Origin, otherwise: Value = absent(origin)): Value {
  let value: Value = otherwise;
  for (const part of [...object.parts].reverse()) {
    if (part.kind !== 'field') return unknown('the key is not known', origin);
    const key = part.property?.key.kind === 'literal' && typeof part.property.key.value === 'boolean' ? part.property.key.value : part.key;
    // A boolean is a key of its own, but in JavaScript, where it is its word.
    value = choice(
      operation(
        '==',
        [
          typeof key === 'boolean' && origin.program.language !== 'javascript' ? operation('boolean', [index], origin) : index,
          known(key, origin),
        ],
        origin,
      ),
      part.value,
      value,
      origin,
    );
  }
  return value;
}

/** The record parts that arguments of a merging call add: records are spread, named arguments are fields. */
export function mergedArguments(call: Call, values: readonly Value[], origin: Origin): RecordPart[] {
  return call.args.map((argument, i): RecordPart => {
    const value = values[i] ?? unknown('the argument is missing', origin);
    return argument.name === undefined ? { kind: 'spread', value: recordOfPairs(value) } : { kind: 'field', key: argument.name, value };
  });
}

/** `dict(secure=True, **base)`: Python refuses a name that is given twice, so that what is written by name stands whatever the others hold. */
export const namedLast = (parts: readonly RecordPart[]): RecordPart[] => [
  ...parts.filter(({ kind }) => kind === 'spread'),
  ...parts.filter(({ kind }) => kind === 'field'),
];

/** A list of pairs of a key and a value (`[("secure", True)]`) as the record that it is merged as; other values as they are. */
export function recordOfPairs(value: Value): Value {
  if (value.kind !== 'list') return value;
  const parts = value.items.map((item): RecordPart => partOfPair(item, value.origin));
  if (value.open) parts.push({ kind: 'spread', value: unknown('the list is not known in full', value.origin) });
  return { kind: 'record', parts, origin: value.origin, ...(value.via === undefined ? {} : { via: value.via }) };
}

/** One pair as a part; what is there under a condition is there under it. */
function partOfPair(item: Value, origin: Origin): RecordPart {
  if (item.kind === 'choice') {
    const sides = [item.consequent, item.alternate].map((side): Value =>
      isAbsent(side) ? side : { kind: 'record', parts: [partOfPair(side, origin)], origin },
    );
    return { kind: 'spread', value: choice(item.test, sides[0]!, sides[1]!, origin) };
  }
  const [written, held] = item.kind === 'list' ? item.items : [];
  if (isAbsent(item)) return { kind: 'spread', value: item };
  const key = written === undefined ? undefined : folded(written);
  return key?.kind === 'known' && held !== undefined
    ? { kind: 'field', key: String(key.value), value: held }
    : { kind: 'spread', value: unknown('the key is not known', origin) };
}

/** Operators that join records: PHP's `+`, where the left one wins, and Python's `|`, where the right one does. `written` is the operator as it stands in the text. */
export function joinedRecords(operator: string, left: Value, right: Value, written: string, context: Context): Value | undefined {
  const isPhp = context.language === 'php' && (operator === '+' || operator === 'append') && written.includes('+');
  const isPython = context.language === 'python' && operator === 'other' && written.includes('|');
  if (!isPhp && !isPython) return undefined;
  if (!mayBeRecord(left) || !mayBeRecord(right) || (left.kind !== 'record' && right.kind !== 'record')) return undefined;
  const parts = [left, right].map((value): RecordPart => ({ kind: 'spread', value }));
  return { kind: 'record', parts: isPhp ? parts.reverse() : parts, origin: left.origin };
}

const mayBeRecord = (value: Value): boolean =>
  value.kind === 'choice'
    ? mayBeRecord(value.consequent) && mayBeRecord(value.alternate)
    : ['record', 'parameter', 'object', 'operation', 'unknown'].includes(value.kind) ||
      (value.kind === 'environment' && value.source === 'configuration');
