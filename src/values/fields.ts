/** Reading and overwriting fields of record values, through spreads, choices and unknown parts. */
import { absent, atEntry, choice, operation, originOf, unknown, type ObjectValue, type OperationValue, type Origin, type RecordPart, type RecordValue, type Value } from './value.js';

/** How keys compare: settings of some frameworks ignore case and dashes. */
export type KeyComparison = (written: string, wanted: string) => boolean;
export const exactKey: KeyComparison = (written, wanted) => written === wanted;

/**
 * The value of `key` in `value`. An `absent` value when the record certainly has no such key;
 * unknown where a spread or the whole value could not be followed.
 */
export function fieldOf(value: Value, key: string, same: KeyComparison = exactKey): Value {
  return lookUp(value, key, same, () => absent(value.origin), 0);
}

/** The value at a path of keys. */
export function fieldAt(value: Value, path: readonly string[], same: KeyComparison = exactKey): Value {
  let at = value;
  for (const key of path) at = fieldOf(at, key, same);
  return at;
}

function lookUp(value: Value, key: string, same: KeyComparison, otherwise: () => Value, depth: number): Value {
  if (depth > 40) return unknown('the options are nested too deeply', value.origin);
  switch (value.kind) {
    case 'record':
      return lookUpParts(value, value.parts.length - 1, key, same, otherwise, depth);
    case 'choice': {
      const consequent = lookUp(value.consequent, key, same, otherwise, depth + 1);
      const alternate = lookUp(value.alternate, key, same, otherwise, depth + 1);
      if (isAbsent(consequent) && isAbsent(alternate)) return consequent;
      return inherit(choice(value.test, consequent, alternate, value.origin), value);
    }
    case 'list': {
      const index = Number(key);
      if (Number.isInteger(index)) return value.items[index] ?? (value.open ? unknown('the list is not known in full', value.origin) : otherwise());
      return otherwise();
    }
    case 'known':
    case 'function':
      return otherwise();
    case 'object': {
      // A library object made from arguments may have any property; one made from nothing has the library's defaults.
      const rest = value.call.args.length === 0 && isConstruction(value) ? otherwise : (): Value => operation('field', [value, { kind: 'known', value: key, origin: value.origin }], value.origin);
      return lookUp(value.fields, key, same, rest, depth + 1);
    }
    case 'operation':
      if (isScalar(value)) return otherwise();
      return operation('field', [value, { kind: 'known', value: key, origin: value.origin }], value.origin);
    default:
      return operation('field', [value, { kind: 'known', value: key, origin: value.origin }], value.origin);
  }
}

/** Languages whose functions begin with a capital letter as well as their types. */
const CAPITAL_FUNCTIONS = new Set(['csharp', 'go']);

/** Whether a call makes a new object by its looks. What another function of a library gives may hold anything. */
export function isConstruction({ call, path, program }: ObjectValue): boolean {
  if (call.isNew || call.initializer !== undefined) return true;
  const name = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(':')) + 1);
  return /^(?:new|builder|build|create|default)/i.test(name) || (/^[A-Z]/.test(name) && !CAPITAL_FUNCTIONS.has(program.language));
}

/** Operators whose result is a number or a truth value. */
const SCALAR_OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', '-', '*', '/', '%', 'minus', 'not', 'in', 'not in', 'boolean', 'defined', 'startsWith', 'endsWith', 'includes', 'number']);

/** Whether an operation surely gives no record: `time() + 60`. A `+` of unknown things may join two records (PHP). */
const isScalar = (value: OperationValue): boolean =>
  SCALAR_OPERATORS.has(value.operator) || (value.operator === 'text' && value.operands.some((operand) => operand.kind === 'known' && (typeof operand.value === 'string' || typeof operand.value === 'number')));

function lookUpParts(record: RecordValue, from: number, key: string, same: KeyComparison, otherwise: () => Value, depth: number): Value {
  for (let i = from; i >= 0; i--) {
    const part = record.parts[i];
    if (part === undefined) continue;
    if (part.kind === 'field') {
      if (same(part.key, key)) return inherit(entered(part, record), record);
      continue;
    }
    if (part.without?.some((one) => same(one, key)) === true) continue;
    return lookUp(part.value, key, same, () => lookUpParts(record, i - 1, key, same, otherwise, depth + 1), depth + 1);
  }
  return otherwise();
}

/** The field's value, with the place of the entry. */
function entered(part: RecordPart & { kind: 'field' }, { origin }: RecordValue): Value {
  return atEntry(part.value, part.property === undefined ? part.added : originOf(origin.program, part.property));
}

/** A field keeps the way by which its record was reached. */
function inherit(value: Value, record: Value): Value {
  if (record.via === undefined || record.via.length === 0) return value;
  return { ...value, via: [...record.via, ...(value.via ?? [])] };
}

export const isAbsent = (value: Value): boolean => value.kind === 'known' && value.absent === true;

/** `value` with `path` set to what `next` makes of the old value there. */
export function withField(value: Value, path: readonly string[], origin: Origin, next: (old: Value) => Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return next(value);
  const old = fieldOf(value, key);
  const inner = rest.length === 0 ? next(old) : withField(isAbsent(old) ? emptyRecord(origin) : old, rest, origin, next);
  const part: RecordPart = { kind: 'field', key, value: inner, added: origin };
  if (value.kind === 'object') return { ...value, fields: { ...value.fields, parts: [...value.fields.parts, part] } };
  if (value.kind === 'record') return { ...value, parts: [...value.parts, part] };
  return { kind: 'record', parts: [{ kind: 'spread', value }, part], origin: value.origin, ...(value.via === undefined ? {} : { via: value.via }) };
}

export const emptyRecord = (origin: Origin): RecordValue => ({ kind: 'record', parts: [], origin });
