/** Fields of the instances of Python's classes: those that a constructor takes by position, all of them as a dict, and what `field(…)` gives. */
import type { ClassDeclaration, Name, Pattern, Program } from '../syntax/ir.js';
import type { Evaluator } from './evaluator.js';
import { isKind, indexOf } from './program-index.js';
import type { ClassValue, ObjectValue, Origin, RecordPart, RecordValue, Value } from './value.js';
import { bindParameters, givenArguments, type Called, type GivenArgument } from './parameters.js';

/** How many base classes are followed. */
const MAX_BASES = 8;
/** https://docs.python.org/3/library/dataclasses.html, https://www.attrs.org, https://docs.python.org/3/library/typing.html#typing.NamedTuple */
const DATA_DECORATOR = /^(?:dataclass|define|frozen|mutable|s|attrs|attrib)$/;

/** The names of the fields that the constructor of a dataclass takes, in order, those of its bases first; none for other classes. */
export function constructorFields({ node, program }: ClassValue, evaluator: Evaluator, depth = 0): readonly string[] {
  if (program.language !== 'python' || depth > MAX_BASES) return [];
  const bases = node.bases.map((base) => evaluator.evaluate(base, program));
  const inherited = bases.flatMap((base) => (base.kind === 'class' ? constructorFields(base, evaluator, depth + 1) : []));
  const isData = (node.decorators ?? []).some(isDataDecorator) || bases.some((base) => base.kind === 'symbol' && base.path.endsWith('NamedTuple'));
  return isData ? [...new Set([...inherited, ...ownFields(node)])] : inherited;
}

function isDataDecorator(decorator: NonNullable<ClassDeclaration['decorators']>[number]): boolean {
  const name = decorator.kind === 'call' ? decorator.callee : decorator;
  return name.kind === 'name' ? DATA_DECORATOR.test(name.name) : name.kind === 'member' && DATA_DECORATOR.test(name.property);
}

function ownFields({ body }: ClassDeclaration): string[] {
  return body.body.flatMap((statement) => {
    const written = isKind(statement, 'expression') ? statement.expression : statement;
    const target = isKind(written, 'declaration') || isKind(written, 'assignment') ? written.target : undefined;
    return target?.kind === 'name' ? [target.name] : [];
  });
}

/** Names of constructors, beside that of the class itself. */
const CONSTRUCTORS = ['__init__', 'constructor', 'initialize', '__construct'];

/** What the constructor of an instance was given, by its parameters: `self.secure = secure` of `Config(secure=True)`. */
export function constructorBindings(object: ObjectValue, evaluator: Evaluator): Map<Name | Pattern, Value> {
  const made = object.instanceOf === undefined ? undefined : constructorOf(object.instanceOf, evaluator);
  if (made === undefined) return new Map();
  const { call, program, frame, origin } = object;
  return bindParameters(made, givenArguments(call, (argument) => evaluator.evaluate(argument.value, program, frame)), origin);
}

/** The constructor of a class, or the one that it inherits. */
function constructorOf({ node, program }: ClassValue, evaluator: Evaluator, depth = 0): Called | undefined {
  const bindings = indexOf(program).classScope(node)?.bindings;
  for (const name of [...CONSTRUCTORS, node.name]) {
    const declared = bindings?.get(name)?.function?.function;
    if (declared !== undefined) return { node: declared, program };
  }
  if (depth > MAX_BASES) return undefined;
  for (const base of node.bases) {
    const value = evaluator.evaluate(base, program);
    const inherited = value.kind === 'class' && value.node !== node ? constructorOf(value, evaluator, depth + 1) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** Whether a class of the repository says itself what its instances are made of. */
export const hasConstructor = (made: ClassValue, evaluator: Evaluator): boolean => constructorOf(made, evaluator) !== undefined;

/** An instance as a record: `asdict(options)`, `vars(options)`, `options.__dict__`. */
export function fieldsOf(object: ObjectValue, evaluator: Evaluator): RecordValue | undefined {
  const { instanceOf, origin } = object;
  if (instanceOf === undefined) return undefined;
  const names = new Set([...constructorFields(instanceOf, evaluator), ...writtenFields(instanceOf.node, instanceOf.program)]);
  const parts = [...names].map((key): RecordPart => ({
    kind: 'field',
    key,
    get value() {
      return evaluator.memberOf(object, key, origin);
    },
  }));
  return { kind: 'record', parts: [...parts, { kind: 'spread', value: object.fields }], origin };
}

/** The fields that the class's own code writes. */
const writtenFields = (node: ClassDeclaration, program: Program): string[] => [...(indexOf(program).classScope(node)?.bindings ?? [])].filter(([, binding]) => binding.writes.length > 0).map(([name]) => name);

/** `field(default=True)`, `field(default_factory=lambda: …)`; undefined where the field has no default. */
export function fieldDefault(args: readonly GivenArgument[], origin: Origin, evaluator: Evaluator): Value | undefined {
  const given = args.find(({ name }) => name === 'default')?.value;
  if (given !== undefined) return given;
  const factory = args.find(({ name }) => name === 'default_factory' || name === 'factory')?.value;
  return factory?.kind === 'function' ? evaluator.callFunction(factory, [], origin, factory.frame) : undefined;
}
