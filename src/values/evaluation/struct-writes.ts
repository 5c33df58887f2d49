/** What the package of a Go struct writes into a field of it: literals of the struct, and assignments to its instances. */
import type { ClassDeclaration, Expression, Name, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, known, type Value } from '../value.js';

/** A value that is written into a field, and where. */
interface FieldWrite {
  readonly value: Expression;
  readonly node: Node;
  readonly context: Context;
}

/** What a field holds that is written at one place of the package; undefined where there are none or several. */
export function writtenOnce(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const writes = writesOf(node, property, context);
  const [only] = writes;
  return only === undefined || writes.length > 1 ? undefined : valueOf(only);
}

/** The value under the conditions of its assignment; without it the field keeps its zero value. */
function valueOf({ value, node, context }: FieldWrite): Value {
  const written = context.evaluate(value);
  const { evaluator, index, program } = context;
  const guard = isKind(node, 'assignment') ? evaluator.conjunction(guardsOf(node, index.functionAround(node), index, { earlyExits: false }), program, context.frame) : undefined;
  const origin = context.origin(value);
  return guard === undefined ? written : choice(guard, written, known(false, origin), origin);
}

function writesOf(node: ClassDeclaration, property: string, context: Context): readonly FieldWrite[] {
  const { evaluator, program } = context;
  const programs = [program, ...(evaluator.links.packageFiles?.(program, [node.name, property]) ?? [])];
  return programs.flatMap((one) => {
    const there = new Context(evaluator, one, context.frame);
    const literals = there.index.records.filter((record) => isOfType(record, node.name));
    const entries = literals.flatMap((record) => record.entries.filter((entry) => entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === property));
    const assigned = there.index.assignments.filter(({ target }) => target.kind === 'member' && target.property === property && target.object.kind === 'name' && isInstance(target.object, node.name, there.index));
    return [...entries.flatMap((entry) => (entry.kind === 'property' ? [{ value: entry.value, node: entry, context: there }] : [])), ...assigned.map((assignment) => ({ value: assignment.value, node: assignment, context: there }))];
  });
}

const isOfType = (value: Expression | undefined, type: string): boolean => value?.kind === 'record' && value.type?.kind === 'name' && value.type.name === type;

/** Whether a name stands for an instance: the receiver of a method, a parameter of the type, a variable that holds a literal of it. */
function isInstance(name: Name, type: string, index: ProgramIndex): boolean {
  if (name.name === 'this') return receiverOf(name, index) === type;
  const binding = index.bindingOf(name);
  if (binding === undefined) return false;
  if (binding.parameter !== undefined) return binding.parameter.typeName?.replace(/^\*/, '') === type;
  return binding.writes.some(({ value, node }) => isOfType(value?.kind === 'unary' ? value.operand : value, type) || (isKind(node, 'declaration') && node.typeName?.replace(/^\*/, '') === type));
}

function receiverOf(node: Node, index: ProgramIndex): string | undefined {
  let at: Node | undefined = index.functionAround(node);
  while (at !== undefined && !(isKind(at, 'function-declaration') && at.name.includes('.'))) at = index.parent(at);
  return isKind(at, 'function-declaration') ? at.name.slice(0, at.name.indexOf('.')) : undefined;
}
