/** Whether a class of the repository derives from one of a library. */
import type { Evaluator } from '../values/evaluator.js';
import { pathFits, referenceOf } from '../values/references.js';
import type { ClassValue, Value } from '../values/value.js';

const MAX_DEPTH = 8;

/** Directly, or through other classes of the repository. */
export function derivesFrom({ node, program }: ClassValue, patterns: readonly string[], evaluator: Evaluator, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const index = evaluator.indexOf(program);
  return node.bases.some((base) => {
    const reference = referenceOf(base, index);
    if (reference !== undefined && patterns.some((pattern) => pathFits(pattern, reference, program))) return true;
    const value: Value = evaluator.evaluate(base, program);
    return value.kind === 'class' && value.node !== node && derivesFrom(value, patterns, evaluator, depth + 1);
  });
}
