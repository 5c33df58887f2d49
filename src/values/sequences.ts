/** What is gone through: the items of lists, the entries of records, and what functions make of them. */
import { fieldOf, isAbsent } from './fields.js';
import { asList } from './evaluation/lists.js';
import { choice, known, operation, type ListValue, type Origin, type RecordValue, type Value } from './value.js';

/** Records with more keys are data. */
const MAX_KEYS = 50;

/** An entry of a record that is known in full. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
}

/** The entries of a record; undefined where a part of it is not known. Some may be there under a condition only: their value says so. */
export function entriesOf(record: RecordValue): readonly Entry[] | undefined {
  const keys = new Set<string>();
  if (!collect(record, keys, new Set(), 0) || keys.size > MAX_KEYS) return undefined;
  return [...keys].map((key) => ({
    key,
    get value() {
      return fieldOf(record, key);
    },
  }));
}

/** Adds the keys that a value may have; false where that is not known. */
function collect(value: Value, keys: Set<string>, without: ReadonlySet<string>, depth: number): boolean {
  if (depth > 12) return false;
  if (value.kind === 'known') return value.value === undefined || value.value === null || typeof value.value === 'boolean';
  if (value.kind === 'choice')
    return (
      (value.alternate === value.test || collect(value.alternate, keys, without, depth + 1)) &&
      collect(value.consequent, keys, without, depth + 1)
    );
  if (value.kind !== 'record') return false;
  return value.parts.every((part) => {
    if (part.kind === 'field') {
      if (!without.has(part.key)) keys.add(part.key);
      return true;
    }
    return collect(part.value, keys, new Set([...without, ...(part.without ?? [])]), depth + 1);
  });
}

const mayBeAbsent = (value: Value): boolean =>
  value.kind === 'choice' ? mayBeAbsent(value.consequent) || mayBeAbsent(value.alternate) : isAbsent(value);

/** Something of each entry as a list: what is there under a condition is so in the list. */
function listOfEntries(record: RecordValue, make: (entry: Entry) => Value, origin: Origin): ListValue | undefined {
  const entries = entriesOf(record);
  if (entries === undefined) return undefined;
  const items = entries.flatMap((entry): Value[] => {
    const { value } = entry;
    if (isAbsent(value)) return [];
    const made = make(entry);
    return [mayBeAbsent(value) ? choice(operation('written', [value], origin), made, absentAt(origin), origin) : made];
  });
  return { kind: 'list', items, open: false, origin };
}

const absentAt = (origin: Origin): Value => ({ kind: 'known', value: undefined, absent: true, origin });

export const pairsIn = (record: RecordValue, origin: Origin): ListValue | undefined =>
  listOfEntries(record, ({ key, value }) => ({ kind: 'list', items: [known(key, origin), value], open: false, origin }), origin);

export const keysIn = (record: RecordValue, origin: Origin): ListValue | undefined =>
  listOfEntries(record, ({ key }) => known(key, origin), origin);

export const valuesIn = (record: RecordValue, origin: Origin): ListValue | undefined => listOfEntries(record, ({ value }) => value, origin);

/** The list that a value is gone through as; undefined where it is not known in full. */
export function sequenceOf(value: Value, origin: Origin, language: string): ListValue | undefined {
  const list = asList(value, origin);
  if (list !== undefined && value.kind !== 'known') return list.open ? undefined : list;
  if (value.kind === 'operation') {
    const [inner] = value.operands;
    if (inner?.kind === 'record') {
      if (value.operator === 'entries' || value.operator === 'method items') return pairsIn(inner, origin);
      if (value.operator === 'method keys') return keysIn(inner, origin);
      if (value.operator === 'method values') return valuesIn(inner, origin);
    }
    return undefined;
  }
  if (value.kind !== 'record') return undefined;
  // Python goes through keys, PHP through values; a map of JavaScript and a hash of Ruby through pairs.
  return language === 'python' ? keysIn(value, origin) : language === 'php' ? valuesIn(value, origin) : pairsIn(value, origin);
}

/** The items, none of which is there under a condition only. */
export function itemsOf(value: Value, origin: Origin, language: string): readonly Value[] | undefined {
  const items = sequenceOf(value, origin, language)?.items;
  return items === undefined || items.some(mayBeAbsent) ? undefined : items;
}
