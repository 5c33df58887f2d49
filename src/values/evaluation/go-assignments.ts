/** Go's variables of a package that a flag of the command line is bound to, in this package or another. */
import type { Assignment, Program } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import type { Value } from '../value.js';
import { bindsMember, boundFlag } from './bound-flags.js';

/** The flag that is bound to the variable, else `value`; `program` is a file of its package. */
export function setElsewhere(program: Program, name: string, value: Value, evaluator: Evaluator): Value {
  if (program.language !== 'go' || value.kind === 'function' || value.kind === 'class') return value;
  const { budget } = evaluator;
  const work = (): Value => flagElsewhere(program, name, evaluator) ?? value;
  return budget.once(`set ${budget.idOf(program)}.${name}`, work, () => value);
}

/** The flag of the command line that another file of the package, or another package, binds to the variable. */
function flagElsewhere(program: Program, name: string, evaluator: Evaluator): Value | undefined {
  const files = [
    program,
    ...(evaluator.links.packageFiles?.(program, [`&${name},`]) ?? []),
    ...(evaluator.links.filesSaying?.(program, [`.${name},`, bindsMember(name, evaluator.idiomsOf(program))]) ?? []),
  ];
  for (const file of files) {
    const there = new Context(evaluator, file);
    for (const call of there.index.calls) {
      const target = call.args[0]?.value;
      if (target === undefined || (target.kind !== 'name' && target.kind !== 'member')) continue;
      const isVariable =
        target.kind === 'name'
          ? target.name === name && folderOf(file) === folderOf(program) && there.index.bindingOf(target) === undefined
          : isOf(target, name, program, there);
      const flag = isVariable ? boundFlag(call, target, there) : undefined;
      if (flag !== undefined) return flag;
    }
  }
  return undefined;
}

const folderOf = ({ path }: Program): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Whether the target is the variable of the package of `program`, as another package sees it. */
function isOf(target: Assignment['target'], name: string, program: Program, { index, evaluator, program: from }: Context): boolean {
  if (target.kind !== 'member' || target.property !== name || target.object.kind !== 'name') return false;
  const imported = index.bindingOf(target.object)?.import;
  const module = imported === undefined ? undefined : evaluator.links.moduleOf(from, imported.statement.module);
  return module !== undefined && folderOf(module) === folderOf(program) && folderOf(from) !== folderOf(program);
}
