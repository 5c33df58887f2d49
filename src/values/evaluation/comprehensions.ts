/** Python's comprehensions, which the front-end writes as calls that no program can write: `xs.<each>(body, test)`. */
import type { Call } from '../../syntax/ir.js';
import { COMPREHENSION, COMPREHENSION_OF_PAIRS } from '../../syntax/comprehension.js';
import type { Context } from '../context.js';
import { sequenceOf } from '../sequences.js';
import { absent, choice, operation, unknown, type Value } from '../value.js';
import { readsEnvironment } from '../worlds.js';
import { recordOfPairs } from './records.js';

/** Longer lists are data. */
const MAX_ITEMS = 50;

/** What a comprehension gives; undefined for other calls. */
export function comprehension(call: Call, context: Context): Value | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || (callee.property !== COMPREHENSION && callee.property !== COMPREHENSION_OF_PAIRS)) return undefined;
  const origin = context.origin(call);
  const over = context.evaluate(callee.object);
  const items = sequenceOf(over, origin, context.language)?.items;
  const [body, test] = call.args.map(({ value }) => context.evaluate(value));
  if (items === undefined || items.length > MAX_ITEMS || body?.kind !== 'function' || !context.evaluator.budget.step())
    return readsEnvironment(over) ? operation('opaque', [over], origin) : unknown('what it goes through is not known', origin);
  const apply = (fn: Value & { kind: 'function' }, item: Value): Value =>
    context.evaluator.callFunction(fn, [{ value: item }], origin, context.frame);
  const made = items.map((item) =>
    test?.kind === 'function' ? choice(apply(test, item), apply(body, item), absent(origin), origin) : apply(body, item),
  );
  const list: Value = { kind: 'list', items: made, open: false, origin };
  return callee.property === COMPREHENSION ? list : recordOfPairs(list);
}
