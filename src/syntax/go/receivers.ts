// The name of the receiver in the method being lowered: inside, it stands for `this`.
import type { LoweringContext } from '../tree-sitter/lowering.js';

const receivers = new WeakMap<LoweringContext, string>();

/** Runs `lower` for a method whose receiver has that name. */
export function withReceiver<T>(name: string | undefined, context: LoweringContext, lower: () => T): T {
  if (name === undefined) return lower();
  receivers.set(context, name);
  try {
    return lower();
  } finally {
    receivers.delete(context);
  }
}

export function isReceiver(name: string, context: LoweringContext): boolean {
  return receivers.get(context) === name;
}
