/** Whether an object has a member at all: `hasattr(settings, "SECURE")`. */
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { fieldOf, isAbsent } from '../fields.js';
import type { ClassDeclaration, Program } from '../../syntax/ir.js';
import type { Value } from '../value.js';
import { classMember } from './class-members.js';

const MAX_BASES = 8;

/** Undefined where nobody can tell. */
export function hasMember(object: Value, name: string, evaluator: Evaluator): boolean | undefined {
  if (object.kind === 'record') {
    const value = fieldOf(object, name);
    return isAbsent(value) ? false : value.kind === 'known' ? true : undefined;
  }
  if (object.kind === 'class') return inClass(object.node, object.program, name, evaluator);
  if (object.kind !== 'object' || object.instanceOf === undefined) return undefined;
  const field = fieldOf(object.fields, name);
  if (field.kind === 'known' && !isAbsent(field)) return true;
  return isAbsent(field) ? inClass(object.instanceOf.node, object.instanceOf.program, name, evaluator) : undefined;
}

function inClass(node: ClassDeclaration, program: Program, name: string, evaluator: Evaluator): boolean | undefined {
  if (classMember(node, name, new Context(evaluator, program)) !== undefined) return true;
  return isWhole(node, program, evaluator, 0) ? false : undefined;
}

/** Whether all of a class is in the repository, and nothing gives it members that are not written. */
function isWhole(node: ClassDeclaration, program: Program, evaluator: Evaluator, depth: number): boolean {
  const index = evaluator.indexOf(program);
  if (depth > MAX_BASES || (node.decorators ?? []).length > 0 || index.memberChanges.has(node)) return false;
  const members = index.classScope(node)?.bindings;
  if (members?.has('__getattr__') === true || members?.has('__getattribute__') === true) return false;
  return node.bases.every((base) => {
    const value = evaluator.evaluate(base, program);
    return value.kind === 'class'
      ? isWhole(value.node, value.program, evaluator, depth + 1)
      : value.kind === 'symbol' && value.path === 'object';
  });
}
