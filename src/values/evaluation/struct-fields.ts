/** Where a program writes the fields of a struct (Go, Rust): literals of the struct, with what they leave out, and assignments to its instances. */
import type { Assignment, Call, ClassDeclaration, Expression, Name, Node, RecordExpression } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { grouped } from '../grouped.js';
import { perIndex } from '../per-index.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { isDeclaredAt, type Frame, type Value } from '../value.js';
import { typeNameOf } from './types.js';

/** A literal of a struct, and what it gives the field; undefined where it leaves it out. */
export interface StructLiteral {
  readonly node: RecordExpression | Call;
  readonly context: Context;
  readonly valueIn?: (frame: Frame | undefined) => Value;
}

/** An assignment to the field of an instance. */
export interface FieldAssignment {
  readonly node: Assignment;
  readonly context: Context;
}

export interface FieldWrites {
  readonly literals: readonly StructLiteral[];
  readonly assignments: readonly FieldAssignment[];
}

/** What the struct's package writes into the field, and the packages that import it. */
export function writesOf(node: ClassDeclaration, property: string, context: Context): FieldWrites {
  const { evaluator, program, frame } = context;
  const writes = mayWrite(node.name, property);
  const own = [program, ...(evaluator.links.packageFiles?.(program, [writes]) ?? [])].map((one) => new Context(evaluator, one, frame));
  const others = evaluator.links.importers?.(program, [writes]) ?? [];
  const all = [...own, ...[...new Set(others)].map((one) => new Context(evaluator, one))];
  return {
    literals: all.flatMap((there) => literalsIn(node, property, context, there)),
    assignments: all.flatMap((there) => assignmentsIn(node, property, context, there)),
  };
}

/** What a file says that makes such a struct, or writes something of that name: only such files are worth lowering. */
const mayWrite = (type: string, property: string): RegExp =>
  new RegExp(
    String.raw`\b${type}(?:\[[^\]\n]{0,200}\])?\s*\{|\bnew\(\s*[\w.]*${type}\s*\)|\.${property}\s*(?:,|(?:<<|>>|&\^|[-+*/%&|^])?=(?!=))`,
  );

function literalsIn(node: ClassDeclaration, property: string, home: Context, there: Context): readonly StructLiteral[] {
  const { records, made } = tablesOf(there.index);
  const written = [...(records.get(node.name) ?? []), ...(records.get('Self') ?? [])].filter((record) =>
    isOfStruct(record, node, home, there),
  );
  const news =
    made
      .get(node.name)
      ?.filter((call) => home.program === there.program || isDeclaredAt(there.evaluate(call.args[0]!.value), node, home.program)) ?? [];
  return [...written.map((record) => literalOf(record, property, there)), ...news.map((call) => ({ node: call, context: there }))];
}

/** Rust's `Self` is the type of the `impl` around it; the type of another package or module is looked up. */
function isOfStruct({ type }: RecordExpression, node: ClassDeclaration, home: Context, there: Context): boolean {
  if (type?.kind === 'name' && type.name === 'Self') return there.index.classAround(type)?.name === node.name;
  if (type?.kind === 'name' && (home.program === there.program || home.language === 'go')) return true;
  if (type === undefined) return false;
  const value = there.evaluate(type);
  return (
    isDeclaredAt(value, node, home.program) ||
    (home.language === 'rust' && value.kind === 'class' && value.node.name === node.name && value.program === home.program)
  );
}

/** An entry of the literal, or what a base or its positions give. */
function literalOf(record: RecordExpression, property: string, there: Context): StructLiteral {
  const { evaluator, program } = there;
  const entry = record.entries.find((one) => one.kind === 'property' && one.key.kind === 'literal' && one.key.value === property);
  if (entry?.kind === 'property')
    return { node: record, context: there, valueIn: (frame) => evaluator.evaluate(entry.value, program, frame) };
  const [first] = record.entries;
  const isWhole =
    record.entries.some(({ kind }) => kind === 'spread') ||
    (first?.kind === 'property' && first.key.kind === 'literal' && String(first.key.value) === '0');
  return isWhole
    ? {
        node: record,
        context: there,
        valueIn: (frame) => evaluator.memberOf(evaluator.evaluate(record, program, frame), property, there.origin(record), frame),
      }
    : { node: record, context: there };
}

function assignmentsIn(node: ClassDeclaration, property: string, home: Context, there: Context): readonly FieldAssignment[] {
  const assigned = tablesOf(there.index).assignments.get(property) ?? [];
  return assigned
    .filter(({ target }) => target.kind === 'member' && isInstance(target.object, node, home, there))
    .map((one) => ({ node: one, context: there }));
}

/** Whether an expression stands for an instance: the receiver of a method, a parameter of the type, a variable that holds one. */
export function isInstance(object: Expression, node: ClassDeclaration, home: Context, there: Context): boolean {
  if (object.kind === 'unary') return isInstance(object.operand, node, home, there);
  if (object.kind !== 'name') return false;
  const { index, language } = there;
  if (object.name === 'this') return (home.program === there.program || language === 'go') && receiverOf(object, index) === node.name;
  const binding = index.bindingOf(object);
  if (binding === undefined) return false;
  if (binding.parameter !== undefined) return typeNameOf(binding.parameter.typeName, language) === node.name;
  return binding.writes.some(
    ({ value, node: at }) =>
      (value !== undefined && gives(value, node, home, there)) ||
      (isKind(at, 'declaration') && typeNameOf(at.typeName, language) === node.name),
  );
}

/** Whether an expression is a literal of the struct, or the call of a function that returns one. */
function gives(value: Expression, node: ClassDeclaration, home: Context, there: Context): boolean {
  if (value.kind === 'unary') return gives(value.operand, node, home, there);
  if (value.kind === 'record')
    return value.type !== undefined && lastName(value.type) === node.name && isOfStruct(value, node, home, there);
  if (value.kind !== 'call') return false;
  const called = there.evaluate(value.callee);
  if (called.kind !== 'function')
    return (
      value.callee.kind === 'name' &&
      value.callee.name === 'new' &&
      value.args[0] !== undefined &&
      lastName(value.args[0].value) === node.name
    );
  const [first] = (called.node.returnType ?? '').replace(/^\(/, '').split(',');
  const name = typeNameOf(first, there.language);
  return name === node.name || (name === 'Self' && there.evaluator.indexOf(called.program).classAround(called.node)?.name === node.name);
}

export const lastName = (type: Expression): string | undefined =>
  type.kind === 'name' ? type.name : type.kind === 'member' ? type.property : undefined;

function receiverOf(name: Name, index: ProgramIndex): string | undefined {
  if (index.program.language !== 'go') return index.classAround(name)?.name;
  let at: Node | undefined = index.functionAround(name);
  while (at !== undefined && !(isKind(at, 'function-declaration') && at.name.includes('.'))) at = index.parent(at);
  return isKind(at, 'function-declaration') ? at.name.slice(0, at.name.indexOf('.')) : undefined;
}

/** The literals of each type, the `new(T)` of each, and the assignments to members of each name: gone through once for each file. */
interface Tables {
  readonly records: ReadonlyMap<string, readonly RecordExpression[]>;
  readonly made: ReadonlyMap<string, readonly Call[]>;
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
}

const tablesOf = perIndex((index): Tables => {
  const news =
    index.program.language === 'go'
      ? index.calls.filter(({ callee, args }) => callee.kind === 'name' && callee.name === 'new' && args.length === 1)
      : [];
  return {
    records: grouped(index.records, ({ type }) => (type === undefined ? undefined : lastName(type))),
    made: grouped(news, ({ args: [only] }) => (only === undefined ? undefined : lastName(only.value))),
    assignments: grouped(index.assignments, ({ target }) => (target.kind === 'member' ? target.property : undefined)),
  };
});
