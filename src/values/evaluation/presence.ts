/** Whether a variable of the environment is set at all: `"X" in os.environ`, `System.getenv().containsKey("X")`, `array_key_exists('X', $_ENV)`. */
import type { Evaluator } from '../evaluator.js';
import { negate, operation, type Origin, type Value } from '../value.js';
import { pathOfValue } from './outside.js';

/** What asking a collection for a key means; undefined where the collection is none of the environment's. */
export function isSet(collection: Value, key: Value, origin: Origin, evaluator: Evaluator): Value | undefined {
  const path = key.kind === 'known' && typeof key.value === 'string' ? pathOfValue(collection) : undefined;
  if (path === undefined || key.kind !== 'known') return undefined;
  const read = evaluator.recognise(`${path}.${String(key.value)}`, origin);
  if (read?.kind !== 'environment') return undefined;
  const { fallback, required, cast, ...variable } = read;
  void [fallback, required, cast];
  return operation('defined', [variable], origin);
}

/** The operators of membership, when they ask the environment. */
export function membership(operator: string, left: Value, right: Value, origin: Origin, evaluator: Evaluator): Value | undefined {
  if (operator === 'in') return isSet(right, left, origin, evaluator);
  if (operator === 'includes') return isSet(left, right, origin, evaluator);
  const set = operator === 'not in' ? isSet(right, left, origin, evaluator) : undefined;
  return set === undefined ? undefined : negate(set);
}
