/** The places that a value was put together from. */
import type { Origin, Value } from './value.js';

/** More values than this are not walked: they would explain nothing to anybody. */
const MAX_VALUES = 2_000;

/** Every place that a value and its parts are written at, or were followed through; each value once. */
export function originsOf(value: Value): readonly Origin[] {
  const origins: Origin[] = [];
  const seen = new Set<Value>();
  const open: Value[] = [value];
  for (let at = open.pop(); at !== undefined && seen.size < MAX_VALUES; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    origins.push(at.origin, ...(at.via ?? []), ...(at.entry === undefined ? [] : [at.entry]));
    open.push(...partsOf(at, origins));
  }
  return origins;
}

/** The values inside a value; places that only its parts have go to `origins`. */
function partsOf(value: Value, origins: Origin[]): readonly Value[] {
  switch (value.kind) {
    case 'choice':
      return [value.test, value.consequent, value.alternate];
    case 'operation':
      return value.operands;
    case 'list':
      return value.items;
    case 'record':
      for (const part of value.parts) if (part.kind === 'field' && part.added !== undefined) origins.push(part.added);
      return value.parts.map((part) => part.value);
    case 'environment':
      return [value.fallback, value.certain, value.production].filter((one) => one !== undefined);
    case 'object':
      origins.push(...value.history.entries.map(({ origin }) => origin));
      return [value.fields, ...value.history.entries.flatMap(({ args }) => args)];
    default:
      return [];
  }
}
