/** What the program writes into a field of a Go struct: literals of the struct, and assignments to its instances. */
import type { ClassDeclaration, Expression, Member, Name, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { guardsOf } from '../guards.js';
import type { Wanted } from '../links.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, isDeclaredAt, known, type Frame, type Origin, type Value } from '../value.js';
import { bindsMember, boundFlag, takesAddress } from './bound-flags.js';
import { asConstructed, MAX_PLACES, oneOf } from './go-constructors.js';

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
  return only === undefined || writes.length > 1 ? undefined : valueOf(only, only.context.frame);
}

/** What a field holds that its package writes, or else the packages that import it; undefined where nothing is seen to. */
export function writtenAnywhere(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const flag = flagOf(node, property, context);
  if (flag !== undefined) return flag;
  const own = writesOf(node, property, context);
  const writes = own.length > 0 ? own : literalsElsewhere(node, property, context);
  if (writes.length === 0) return handedOver(property, context);
  return writes.length > MAX_PLACES ? undefined : oneOf(writes.map((write) => asConstructed(write.node, (frame) => valueOf(write, frame), write.context)));
}

/** The value under the conditions of its assignment; without it the field keeps its zero value. */
function valueOf({ value, node, context }: FieldWrite, frame: Frame | undefined): Value {
  const { evaluator, index, program } = context;
  const written = evaluator.evaluate(value, program, frame);
  const guard = isKind(node, 'assignment') ? evaluator.conjunction(guardsOf(node, index.functionAround(node), index, { earlyExits: false }), program, frame) : undefined;
  const origin = context.origin(value);
  return guard === undefined ? written : choice(guard, written, known(false, origin), origin);
}

function writesOf(node: ClassDeclaration, property: string, context: Context): readonly FieldWrite[] {
  return packageOf([node.name, mayWrite(property)], context).flatMap((there) => {
    const assigned = there.index.assignments.filter(({ target }) => target.kind === 'member' && target.property === property && target.object.kind === 'name' && isInstance(target.object, node.name, there.index));
    return [...entriesOf(property, there, (record) => isOfType(record, node.name)), ...assigned.map((assignment) => ({ value: assignment.value, node: assignment, context: there }))];
  });
}

/** `&pkg.T{Field: x}` of the packages that import the struct's. */
function literalsElsewhere(node: ClassDeclaration, property: string, context: Context): readonly FieldWrite[] {
  const { evaluator, program } = context;
  const programs = evaluator.links.importers?.(program, [`.${node.name}{`, mayWrite(property)]) ?? [];
  return programs.flatMap((one) => {
    const there = new Context(evaluator, one);
    return entriesOf(property, there, ({ type }) => type?.kind === 'member' && type.property === node.name && isDeclaredAt(there.evaluate(type), node, program));
  });
}

/** What a file says that writes something of that name: an entry of a literal or an assignment, of several at once too. */
const mayWrite = (property: string): RegExp => new RegExp(String.raw`\b${property}\s*(?::(?!=)|,|\+\+|--|(?:<<|>>|&\^|[-+*/%&|^])?=(?!=))`);

const packageOf = (words: readonly Wanted[], { evaluator, program, frame }: Context): readonly Context[] =>
  [program, ...(evaluator.links.packageFiles?.(program, words) ?? [])].map((one) => new Context(evaluator, one, frame));

/** The entries of a key in the struct literals that fit. */
function entriesOf(property: string, there: Context, fits: (record: ProgramIndex['records'][number]) => boolean): readonly FieldWrite[] {
  return there.index.records
    .filter(fits)
    .flatMap((record) => record.entries)
    .flatMap((entry) => (entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === property ? [{ value: entry.value, node: entry, context: there }] : []));
}

/** The flag of the command line that is bound to a field, in the package of the struct or in those that import it. */
function flagOf(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const { evaluator, program, idioms } = context;
  const binds = bindsMember(property, idioms);
  const importers = evaluator.links.importers?.(program, [node.name, `.${property},`, binds]) ?? [];
  for (const there of [...packageOf([`.${property},`, binds], context), ...importers.map((one) => new Context(evaluator, one))]) {
    for (const call of there.index.calls) {
      const target = call.args[0]?.value;
      const flag = target !== undefined && isAddressOf(target, property, there) && mayBeOf(target.object, node, context, there) ? boundFlag(call, target, there) : undefined;
      if (flag !== undefined) return flag;
    }
  }
  return undefined;
}

/** Whether an object may be an instance of the struct: names tell, what lies deeper does not. */
function mayBeOf(object: Expression, node: ClassDeclaration, { program }: Context, there: Context): boolean {
  if (object.kind !== 'name') return true;
  if (isInstance(object, node.name, there.index)) return true;
  const value = there.evaluate(object);
  const type = value.kind === 'record' && value.node?.type !== undefined ? there.evaluator.evaluate(value.node.type, value.origin.program) : value;
  return isDeclaredAt(type, node, program);
}

/** `fill(&c.Server.Secure, "SERVER_SECURE")`: a function that is given a field's address fills it in from outside the program. */
function handedOver(property: string, context: Context): Value | undefined {
  for (const there of packageOf([`.${property}`, takesAddress(property)], context)) {
    const given = there.index.calls.flatMap((call) => call.args).find(({ value }) => isAddressOf(value, property, there));
    if (given !== undefined) return configured(property, there.origin(given.value));
  }
  return undefined;
}

const isAddressOf = (value: Expression, property: string, { program }: Context): value is Member => value.kind === 'member' && value.property === property && program.text[value.start - 1] === '&';

const configured = (variable: string, origin: Origin): Value => ({ kind: 'environment', variable, source: 'configuration', origin });

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
