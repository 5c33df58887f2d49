/** What a rest element of a destructuring pattern holds: `const { name, ...options } = cookie`. */
import type { Pattern } from '../syntax/ir.js';
import { type Origin, type Value } from './value.js';

/** How many places of a list come before the rest, those that nothing is taken from among them: `[, ...rest]`. */
function placesBefore({ elements, start }: Pattern, { program }: Origin): number {
  const rest = elements.find(({ key }) => key === '...');
  const last = Math.max(-1, ...elements.flatMap(({ key }) => (typeof key === 'number' ? [key] : [])));
  const holes = /^\[([\s,]*)$/.exec(program.text.slice(start, rest?.start ?? start).replace(/\.\.\.$/, ''))?.[1] ?? '';
  return Math.max(last + 1, elements.length === 1 ? holes.replaceAll(/\s/g, '').length : 0);
}

/** All of `whole` but what the other elements of the pattern took. */
export function restOf(whole: Value, pattern: Pattern, origin: Origin): Value {
  const taken = pattern.elements.filter((element) => element.key !== '...').map((element) => element.key);
  if (whole.kind === 'list') return { ...whole, items: whole.items.slice(placesBefore(pattern, origin)) };
  return { kind: 'record', parts: [{ kind: 'spread', value: whole, without: taken.map(String) }], origin };
}
