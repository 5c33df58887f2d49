/** JSON that stands in the program: `JSON.parse('{"secure": true}')`. */
import { known, type Origin, type RecordPart, type Value } from './value.js';

/** Longer texts are data. */
const MAX_LENGTH = 2_000;

/** What the text holds; undefined where it is no JSON of an object or a list. */
export function writtenJson(text: string, origin: Origin): Value | undefined {
  if (text.length > MAX_LENGTH || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return valueOf(JSON.parse(text) as unknown, origin);
  } catch {
    // Whether the program catches that is asked elsewhere.
    return undefined;
  }
}

function valueOf(data: unknown, origin: Origin): Value {
  if (Array.isArray(data)) return { kind: 'list', items: data.map((one) => valueOf(one, origin)), open: false, origin };
  if (typeof data === 'object' && data !== null)
    return {
      kind: 'record',
      parts: Object.entries(data).map(([key, value]): RecordPart => ({ kind: 'field', key, value: valueOf(value, origin) })),
      origin,
    };
  return known(data as string | number | boolean | null, origin);
}
