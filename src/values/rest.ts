/** What a rest element of a destructuring pattern holds: `const { name, ...options } = cookie`. */
import type { Pattern } from '../syntax/ir.js';
import { type Origin, type Value } from './value.js';

/** All of `whole` but what the other elements of the pattern took. */
export function restOf(whole: Value, pattern: Pattern, origin: Origin): Value {
  const taken = pattern.elements.filter((element) => element.key !== '...').map((element) => element.key);
  if (whole.kind === 'list') return { ...whole, items: whole.items.slice(taken.length) };
  return { kind: 'record', parts: [{ kind: 'spread', value: whole, without: taken.map(String) }], origin };
}
