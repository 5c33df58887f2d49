/** Functions that make a record of parts of another: lodash's `pick` and `omit`, Ruby's `slice` and `except`, `Object.fromEntries`. */
import { fieldOf } from './fields.js';
import { recordOfPairs } from './evaluation/records.js';
import type { Call } from '../syntax/ir.js';
import type { Context } from './context.js';
import { unknown, type Origin, type RecordPart, type Value } from './value.js';

/** What one of them gives; undefined for other operators, and where it is not given records. */
export function ofRecords(operator: string, [whole, ...others]: readonly Value[], origin: Origin): Value | undefined {
  if (whole === undefined || !['record', 'choice', 'operation', 'list'].includes(whole.kind)) return undefined;
  switch (operator) {
    case 'pick': {
      const keys = keysOf(others);
      return keys === undefined
        ? unknown('the keys that are picked are not known', origin)
        : { kind: 'record', parts: keys.map((key) => fieldOfOther(whole, key)), origin };
    }
    case 'omit': {
      const keys = keysOf(others);
      return keys === undefined
        ? unknown('the keys that are left out are not known', origin)
        : { kind: 'record', parts: [{ kind: 'spread', value: whole, without: keys }], origin };
    }
    case 'pick-keys-of':
    case 'omit-keys-of': {
      const keys = recordKeys(others);
      if (keys === undefined) return unknown('the keys are not known', origin);
      return {
        kind: 'record',
        parts:
          operator === 'pick-keys-of' ? keys.map((key) => fieldOfOther(whole, key)) : [{ kind: 'spread', value: whole, without: keys }],
        origin,
      };
    }
    case 'without-nothing':
      return others.length === 0 ? whole : unknown('what is filtered out is not known', origin);
    case 'from-entries':
      if (whole.kind === 'operation' && whole.operator === 'entries') return whole.operands[0];
      return whole.kind === 'list' ? recordOfPairs(whole) : undefined;
    case 'record-of-entries':
      return whole.kind === 'list' ? recordOfPairs(whole) : undefined;
    case 'parse-json':
      return whole.kind === 'operation' && whole.operator === 'json' ? whole.operands[0] : undefined;
    default:
      return undefined;
  }
}

/** PHP's `compact('secure')`: the variable of that name. */
export function variableNamed(name: Value, call: Call, context: Context): RecordPart {
  const { index, evaluator, program, frame } = context;
  const binding = name.kind === 'known' ? index.lookUp(String(name.value), index.scopeOf(call)) : undefined;
  if (binding === undefined) return { kind: 'spread', value: unknown('the variables are not known', name.origin) };
  return { kind: 'field', key: binding.name, value: evaluator.valueOfBinding(binding, program, call, frame) };
}

const fieldOfOther = (whole: Value, key: string): RecordPart => ({
  kind: 'field',
  key,
  get value() {
    return fieldOf(whole, key);
  },
});

/** The keys of records; undefined where one is not known in full. */
function recordKeys(records: readonly Value[]): string[] | undefined {
  const keys: string[] = [];
  for (const record of records) {
    if (record.kind !== 'record') return undefined;
    for (const part of record.parts) {
      if (part.kind !== 'field') return undefined;
      keys.push(part.key);
    }
  }
  return keys;
}

/** The keys that are named one by one or in a list; undefined where one is not known. */
function keysOf(values: readonly Value[]): string[] | undefined {
  const keys: string[] = [];
  for (const value of values) {
    const inner = value.kind === 'list' && !value.open ? keysOf(value.items) : value.kind === 'known' ? [String(value.value)] : undefined;
    if (inner === undefined) return undefined;
    keys.push(...inner);
  }
  return keys;
}
