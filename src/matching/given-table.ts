/** Where each variable of a file is given to calls, gathered in one pass for all the objects that are looked for. */
import { calledName } from '../syntax/called-name.js';
import type { Call, Expression } from '../syntax/ir.js';
import { perIndex } from '../values/per-index.js';
import type { Binding, ProgramIndex } from '../values/program-index.js';

/** An argument that is a variable, or what a method of the variable gives. */
export interface Given {
  readonly call: Call;
  /** The last name of what is called. */
  readonly name: string;
  /** The expression that stands for the variable. */
  readonly base: Expression;
  /** Whether the argument is the variable itself. */
  readonly isItself: boolean;
}

/** The arguments that a variable, or a field of that name of `this`, is given as, in the order of the calls. */
export function givenTo(binding: Binding, index: ProgramIndex): readonly Given[] {
  return tableOf(index).get(binding) ?? [];
}

const tableOf = perIndex((index): ReadonlyMap<Binding, readonly Given[]> => {
  const table = new Map<Binding, Given[]>();
  for (const call of index.calls) {
    const name = calledName(call.callee) ?? '';
    for (const { value } of call.args) {
      const argument = value.kind === 'unary' ? value.operand : value;
      const base = argument.kind === 'call' && argument.callee.kind === 'member' ? argument.callee.object : argument;
      const binding = variableOf(base, index);
      if (binding === undefined) continue;
      const given: Given = { call, name, base, isItself: base === argument };
      const others = table.get(binding);
      if (others === undefined) table.set(binding, [given]);
      else others.push(given);
    }
  }
  return table;
});

function variableOf(expression: Expression, index: ProgramIndex): Binding | undefined {
  if (expression.kind === 'name') return index.bindingOf(expression);
  if (expression.kind !== 'member' || expression.object.kind !== 'name' || expression.object.name !== 'this') return undefined;
  const owner = index.classAround(expression);
  return owner === undefined ? undefined : index.classScope(owner)?.bindings.get(expression.property);
}
