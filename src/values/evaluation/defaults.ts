/** Defaults: what stands in for a value that is not there. */
import { choice, operation, type Origin, type Value } from '../value.js';

/** `value`, or what `fallback` gives where it is not there. */
export function withDefault(value: Value, fallback: () => Value, origin: Origin): Value {
  if (value.kind === 'known') return value.value === undefined ? fallback() : value;
  if (value.kind === 'record' || value.kind === 'list' || value.kind === 'object' || value.kind === 'function') return value;
  return choice(operation('defined', [value], origin), value, fallback(), origin);
}
