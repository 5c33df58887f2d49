/** Texts that a request gave. */
import type { Value } from './value.js';

/** How many choices and spellings may lie in one another. */
const MAX_DEPTH = 12;

const SPELLINGS = new Set(['lower', 'upper', 'trim', 'string', 'split', 'replace', 'replace-all']);

/** One of them, in another spelling too, or a constant where it is missing: `(req.get('x-forwarded-proto') || '').toLowerCase()`. */
export const isOfRequest = (value: Value): boolean => madeOf(value) === 'request';

function madeOf(value: Value, depth = 0): 'request' | 'known' | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (value.kind) {
    case 'request':
    case 'known':
      return value.kind;
    case 'operation':
      return SPELLINGS.has(value.operator) && value.operands.some((one) => madeOf(one, depth + 1) === 'request') ? 'request' : undefined;
    case 'choice': {
      const sides = [value.consequent, value.alternate].map((side) => madeOf(side, depth + 1));
      if (sides.includes(undefined)) return undefined;
      return sides.includes('request') ? 'request' : 'known';
    }
    default:
      return undefined;
  }
}
