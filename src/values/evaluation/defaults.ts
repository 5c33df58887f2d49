/** Defaults: what stands in for a value that is not there. */
import { isAbsent } from '../fields.js';
import { choice, operation, type Origin, type Value } from '../value.js';

/** `value`, or what `fallback` gives where it is not given. Only JavaScript's undefined counts as not given: None, nil and null are values. */
export function withDefault(value: Value, fallback: () => Value, origin: Origin): Value {
  const takesUndefined = origin.program.language === 'javascript';
  if (value.kind === 'known') return isAbsent(value) || (takesUndefined && value.value === undefined) ? fallback() : value;
  if (value.kind === 'record' || value.kind === 'list' || value.kind === 'object' || value.kind === 'function') return value;
  return choice(operation(takesUndefined ? 'not-undefined' : 'written', [value], origin), value, fallback(), origin);
}
