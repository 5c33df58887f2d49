/** Calls that are given the object that a variable holds: their functions may change it. */
import type { Call, Expression } from '../syntax/ir.js';
import { perIndex } from './per-index.js';
import type { Binding, ProgramIndex } from './program-index.js';

/** A call with what a binding holds, or what lies at a path below it, among its arguments. */
export interface Handover {
  readonly kind: 'handover';
  readonly node: Call;
  readonly argument: Expression;
  readonly path: readonly string[];
}

/** The calls of a binding's own file that are given it, in source order. */
export function handoversOf(binding: Binding, index: ProgramIndex): readonly Handover[] {
  return tableOf(index).get(binding) ?? [];
}

const tableOf = perIndex((index): ReadonlyMap<Binding, readonly Handover[]> => {
  const table = new Map<Binding, Handover[]>();
  for (const node of index.calls) {
    for (const { value, spread, out } of node.args) {
      const argument = value.kind === 'unary' ? value.operand : value;
      if (
        spread !== undefined ||
        out !== undefined ||
        (argument.kind !== 'name' && argument.kind !== 'member' && argument.kind !== 'subscript')
      )
        continue;
      const held = index.rootOf(argument);
      if (held === undefined) continue;
      const handover: Handover = { kind: 'handover', node, argument: value, path: held.path };
      const others = table.get(held.binding);
      if (others === undefined) table.set(held.binding, [handover]);
      else others.push(handover);
    }
  }
  return table;
});

/** Whether a function does anything to the object that one of its bindings holds. */
export const isChanged = (binding: Binding, index: ProgramIndex): boolean =>
  binding.mutations.length > 0 || handoversOf(binding, index).length > 0;
