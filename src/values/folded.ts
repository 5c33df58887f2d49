/** What operations on what is written make, where nothing else decides: `'SECURE'.toLowerCase()` is a key like any other. */
import { truthOf } from './truth.js';
import { WorldReader } from './outcome.js';
import type { KnownValue, Value } from './value.js';

const MAX_DEPTH = 8;

const isWritten = (value: Value, depth = 0): boolean =>
  depth < MAX_DEPTH &&
  (value.kind === 'known' || (value.kind === 'operation' && value.operands.every((operand) => isWritten(operand, depth + 1))));

/** The value itself where it is no such operation. */
export function folded(value: Value): Value {
  if (value.kind !== 'operation' || !isWritten(value)) return value;
  const truth = truthOf(value.origin.program.language);
  const outcome = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth }).read(value);
  if (outcome.kind !== 'literal' || outcome.raises === true || outcome.absent === true) return value;
  const made: KnownValue = { kind: 'known', value: outcome.value, origin: value.origin };
  return made;
}
