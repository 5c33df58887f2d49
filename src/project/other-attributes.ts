/** What production has for the attributes of a cookie beside Secure, where settings say it. */
import type { Attribute, CookieRecord } from '../cookies/finding.js';
import { WorldReader } from '../values/outcome.js';
import type { Value } from '../values/value.js';

export const IN_PRODUCTION = { mode: 'production', variables: new Map<string, string>(), https: true, truth: 'python' } as const;

/** Those that are known; what nothing gives is left out. */
export function literalsOf(values: ReadonlyMap<Attribute, Value>): CookieRecord['attributes'] {
  const reader = new WorldReader(IN_PRODUCTION);
  return Object.fromEntries(
    [...values].flatMap(([attribute, value]) => {
      const outcome = reader.read(value);
      return outcome.kind === 'literal' && outcome.value !== null && outcome.value !== undefined ? [[attribute, outcome.value]] : [];
    }),
  );
}
