/** The keys under which code writes entries: a known one, or one after the other in a loop. */
import type { Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { folded } from '../folded.js';

/** The keys that an expression stands for: a known one, or those of a list that a loop goes through. */
export function keysAt(expression: Expression, context: Context): readonly string[] | undefined {
  const key = folded(context.evaluate(expression));
  if (key.kind === 'known') return [String(key.value)];
  const binding = expression.kind === 'name' ? context.index.bindingOf(expression) : undefined;
  const [write] = binding?.writes ?? [];
  if (binding?.writes.length !== 1 || write?.value === undefined || write.node.kind !== 'loop' || write.path.length !== 1) return undefined;
  const list = context.evaluate(write.value);
  const items = list.kind === 'list' && !list.open ? list.items : [];
  return items.length > 0 && items.length <= MAX_KEYS && items.every((item) => item.kind === 'known')
    ? items.map((item) => String(item.kind === 'known' ? item.value : ''))
    : undefined;
}

/** Longer lists of keys are not told apart. */
const MAX_KEYS = 40;
