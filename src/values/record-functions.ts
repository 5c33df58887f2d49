/** Functions that make a record of parts of another: lodash's `pick` and `omit`, Ruby's `slice` and `except`, `Object.fromEntries`. */
import { fieldOf } from './fields.js';
import { recordOfPairs } from './evaluation/records.js';
import { unknown, type Origin, type RecordPart, type Value } from './value.js';

/** What one of them gives; undefined for other operators, and where it is not given records. */
export function ofRecords(operator: string, [whole, ...others]: readonly Value[], origin: Origin): Value | undefined {
  if (whole === undefined) return undefined;
  switch (operator) {
    case 'pick': {
      const keys = keysOf(others);
      return keys === undefined ? unknown('the keys that are picked are not known', origin) : { kind: 'record', parts: keys.map((key) => fieldOfOther(whole, key)), origin };
    }
    case 'omit': {
      const keys = keysOf(others);
      return keys === undefined ? unknown('the keys that are left out are not known', origin) : { kind: 'record', parts: [{ kind: 'spread', value: whole, without: keys }], origin };
    }
    case 'from-entries':
      if (whole.kind === 'operation' && whole.operator === 'entries') return whole.operands[0];
      return whole.kind === 'list' ? recordOfPairs(whole) : undefined;
    case 'parse-json':
      return whole.kind === 'operation' && whole.operator === 'json' ? whole.operands[0] : undefined;
    default:
      return undefined;
  }
}

const fieldOfOther = (whole: Value, key: string): RecordPart => ({
  kind: 'field',
  key,
  get value() {
    return fieldOf(whole, key);
  },
});

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
