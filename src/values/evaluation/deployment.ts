/** Puts into values what is known about their variables before the program starts. */
import type { DeploymentReader } from '../links.js';
import type { Value } from '../value.js';

/** Each value once: values share their parts, and parts that were informed before stay as they are. */
export function informedBy(deployment: DeploymentReader, value: Value, done: WeakMap<Value, Value>): Value {
  const before = done.get(value);
  if (before !== undefined) return before;
  const inner = (one: Value): Value => informedBy(deployment, one, done);
  let informed = value;
  if (value.kind === 'environment')
    informed = deployment(value.fallback === undefined ? value : { ...value, fallback: inner(value.fallback) });
  else if (value.kind === 'operation') informed = { ...value, operands: value.operands.map(inner) };
  else if (value.kind === 'choice')
    informed = { ...value, test: inner(value.test), consequent: inner(value.consequent), alternate: inner(value.alternate) };
  done.set(value, informed);
  done.set(informed, informed);
  return informed;
}
