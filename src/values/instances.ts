/** Fields of the instances of Python's classes: those that a constructor takes by position, all of them as a dict, and what `field(…)` gives. */
import type { Call, ClassDeclaration, FunctionExpression, LanguageId, Parameter, Program, Statement } from '../syntax/ir.js';
import type { Evaluator } from './evaluator.js';
import { isKind, indexOf } from './program-index.js';
import {
  originOf,
  type ClassValue,
  type Frame,
  type ObjectValue,
  type Origin,
  type RecordPart,
  type RecordValue,
  type Value,
} from './value.js';
import { bindParameters, givenArguments, GivenParameters, type Called, type GivenArgument } from './parameters.js';

/** How many base classes are followed. */
const MAX_BASES = 8;
/** https://docs.python.org/3/library/dataclasses.html, https://www.attrs.org, https://docs.python.org/3/library/typing.html#typing.NamedTuple */
const DATA_DECORATOR = /^(?:dataclass|define|frozen|mutable|s|attrs|attrib)$/;

/** The names of the fields that the constructor of a dataclass takes, in order, those of its bases first; none for other classes. */
export function constructorFields({ node, program }: ClassValue, evaluator: Evaluator, depth = 0): readonly string[] {
  if (program.language !== 'python' || depth > MAX_BASES) return [];
  const bases = node.bases.map((base) => evaluator.evaluate(base, program));
  const inherited = bases.flatMap((base) => (base.kind === 'class' ? constructorFields(base, evaluator, depth + 1) : []));
  const isData =
    (node.decorators ?? []).some(isDataDecorator) || bases.some((base) => base.kind === 'symbol' && base.path.endsWith('NamedTuple'));
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

/** Languages whose constructors call one another, and those of the class above: `this(…)`, `super(…)`. */
const DELEGATING: Partial<Record<LanguageId, RegExp>> = {
  java: /^(?:this|super)$/,
  kotlin: /^(?:this|super)$/,
  csharp: /^(?:this|base)$/,
  scala: /^this$/,
  javascript: /^super$/,
  ruby: /^super$/,
  python: /^super$/,
  php: /^parent$/,
};
/** Languages whose constructors call that of the class above by its name: `super().__init__(…)`, `parent::__construct(…)`. */
const NAMED = new Set(['__init__', '__construct']);
/** Constructors that call one another are followed this far. */
const MAX_DELEGATIONS = 6;

/** What the constructor of an instance was given, by its parameters: `self.secure = secure` of `Config(secure=True)`. */
export function constructorBindings(object: ObjectValue, evaluator: Evaluator): GivenParameters {
  const { call, program, frame, origin, instanceOf } = object;
  if (instanceOf === undefined) return new GivenParameters();
  const made = constructorFor(instanceOf, call, evaluator);
  if (made === undefined) return new GivenParameters();
  const bindings = bindParameters(
    made,
    givenArguments(call, (argument) => evaluator.evaluate(argument.value, program, frame)),
    origin,
  );
  let current: Made | undefined = made;
  for (let i = 0; i < MAX_DELEGATIONS && current !== undefined; i++) current = delegated(current, bindings, evaluator);
  return bindings;
}

interface Made extends Called {
  readonly owner: ClassValue;
}

/** Binds what a constructor hands on to another one; the constructor that it is. */
function delegated({ node, program, owner }: Made, bindings: GivenParameters, evaluator: Evaluator): Made | undefined {
  const found = node.body.body.map(delegation).find((one) => one !== undefined && DELEGATING[program.language]?.test(one.word) === true);
  if (found === undefined) return undefined;
  const { call, word } = found;
  const [base] = owner.node.bases;
  const target = word === 'this' ? owner : base === undefined ? undefined : evaluator.evaluate(base, owner.program);
  const next = target?.kind === 'class' ? constructorFor(target, call, evaluator) : undefined;
  if (next === undefined || next.node === node) return undefined;
  const frame: Frame = { bindings, parent: undefined, depth: 1 };
  const given = givenArguments(call, (argument) => evaluator.evaluate(argument.value, program, frame));
  bindings.add(bindParameters(next, given, originOf(program, call)));
  return next;
}

/** A statement that calls another constructor, and by which word. */
function delegation(statement: Statement): { readonly call: Call; readonly word: string } | undefined {
  // What a method ends with is what it gives, in Ruby.
  const written = statement.kind === 'expression' ? statement.expression : statement.kind === 'return' ? statement.value : undefined;
  const call = written?.kind === 'call' ? written : undefined;
  if (call?.callee.kind === 'name') return { call, word: call.callee.name };
  if (call?.callee.kind !== 'member' || !NAMED.has(call.callee.property)) return undefined;
  const { object } = call.callee;
  const named = object.kind === 'call' ? object.callee : object;
  return named.kind === 'name' ? { call, word: named.name } : undefined;
}

/** The constructor of a class that a call is one of, by the number of its arguments, or the one that it inherits. */
function constructorFor(owner: ClassValue, call: Call, evaluator: Evaluator, depth = 0): Made | undefined {
  const { node, program } = owner;
  const declared = declaredConstructors(node);
  const primary = node.params === undefined ? [] : [primaryOf(node.params, node)];
  const all = [...primary, ...declared];
  const fits = all.find(({ params }) => takes(params, call)) ?? declared[0] ?? primary[0];
  if (fits !== undefined) return { node: fits, program, owner };
  if (depth > MAX_BASES) return undefined;
  for (const base of node.bases) {
    const value = evaluator.evaluate(base, program);
    const inherited = value.kind === 'class' && value.node !== node ? constructorFor(value, call, evaluator, depth + 1) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** The constructors that stand in the body of a class. */
export const declaredConstructors = ({ name, body }: ClassDeclaration): readonly FunctionExpression[] =>
  body.body.flatMap((statement) =>
    statement.kind === 'function-declaration' && (CONSTRUCTORS.includes(statement.name) || statement.name === name)
      ? [statement.function]
      : [],
  );

/** Whether a class of the repository says itself what its instances are made of. */
export const hasConstructor = (made: ClassValue, call: Call, evaluator: Evaluator): boolean =>
  constructorFor(made, call, evaluator) !== undefined;

/** A primary constructor as a function: its body is that of the class. */
const primaryOf = (params: readonly Parameter[], { start, end, body }: ClassDeclaration): FunctionExpression => ({
  kind: 'function',
  start,
  end,
  params,
  body: { kind: 'block', start: body.start, end: body.start, body: [] },
  isExpressionBody: false,
});

/** Whether the number of arguments fits, those with a default left out or not. */
export function takes(params: readonly Parameter[], { args }: Call): boolean {
  if (args.some(({ spread }) => spread !== undefined) || params.some(({ rest }) => rest === true)) return true;
  return args.length <= params.length && args.length >= params.filter((parameter) => parameter.default === undefined).length;
}

/** The parameters of other constructors than the one that an instance was made by: what those write is not written there. */
export function isOfOtherConstructor(fn: FunctionExpression, name: string, { self, bindings }: Frame): boolean {
  if (self?.kind !== 'object' || self.instanceOf === undefined || fn.params.length === 0 || bindings.size === 0) return false;
  return (CONSTRUCTORS.includes(name) || name === self.instanceOf.node.name) && fn.params.every(({ target }) => !bindings.has(target));
}

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
const writtenFields = (node: ClassDeclaration, program: Program): string[] =>
  [...(indexOf(program).classScope(node)?.bindings ?? [])].filter(([, binding]) => binding.writes.length > 0).map(([name]) => name);

/** `field(default=True)`, `field(default_factory=lambda: …)`; undefined where the field has no default. */
export function fieldDefault(args: readonly GivenArgument[], origin: Origin, evaluator: Evaluator): Value | undefined {
  const given = args.find(({ name }) => name === 'default')?.value;
  if (given !== undefined) return given;
  const factory = args.find(({ name }) => name === 'default_factory' || name === 'factory')?.value;
  return factory?.kind === 'function' ? evaluator.callFunction(factory, [], origin, factory.frame) : undefined;
}
