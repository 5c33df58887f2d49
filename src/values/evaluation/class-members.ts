/** Members of classes of the repository: fields, methods, getters, and what base classes give. */
import type { ClassDeclaration, Expression } from '../../syntax/ir.js';
import { boundProperty, holdsConfiguration } from '../configuration-classes.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { isKind, type Binding, type ProgramIndex } from '../program-index.js';
import { absent, type ClassValue, type Frame, type RecordValue, type Value } from '../value.js';
import { embeddedName } from './go-embedded.js';
import { goMember, goMethod } from './go-structs.js';
import { isSettingsClass, overridable } from './pydantic.js';
import { rustField } from './rust-structs.js';
import { classOfType, firstConstant, sectionOfType } from './types.js';

/** How many base classes are followed. */
const MAX_BASES = 8;

/** A member of a class as `use` reads it; undefined where neither the class nor its bases have it. Rust writes a type in parts: the struct and its `impl`s. */
export function classMember(node: ClassDeclaration, property: string, context: Context, use?: Expression, depth = 0): Value | undefined {
  if (depth > MAX_BASES) return undefined;
  const { program, index, evaluator, frame, language } = context;
  const before = language === 'ruby' ? prepended(node, property, context, depth) : undefined;
  if (before !== undefined) return before;
  const method = language === 'go' ? goMethod(node, property, index) : undefined;
  const held = method ?? index.classScope(node)?.bindings.get(property);
  // An `impl` only assigns to the fields that the struct declares.
  const binding =
    language === 'rust' && held?.function === undefined && held?.writes.some((write) => isKind(write.node, 'declaration')) !== true
      ? undefined
      : held;
  if (binding !== undefined && !isOnlyCalled(binding)) return ownMember(node, property, binding, context, use);
  const part =
    language === 'rust'
      ? index.classes.find((one) => one !== node && one.name === node.name && isDeclaredIn(one, property, index))
      : undefined;
  if (part !== undefined && depth === 0) return classMember(part, property, context, use, 1);
  const other = language === 'rust' && depth === 0 ? structElsewhere(node, context) : undefined;
  if (other !== undefined) return classMember(other.node, property, new Context(evaluator, other.program, frame), undefined, 1);
  const elsewhere = language === 'go' ? evaluator.definedElsewhere(program, `${node.name}.${property}`) : undefined;
  return elsewhere ?? inherited(node, property, context, depth);
}

/** What the modules give that stand before the class: https://docs.ruby-lang.org/en/3.4/Module.html#method-i-prepend */
function prepended(node: ClassDeclaration, property: string, context: Context, depth: number): Value | undefined {
  for (const named of node.decorators?.toReversed() ?? []) {
    const module = context.evaluate(named);
    const there = module.kind === 'class' ? new Context(context.evaluator, module.program, context.frame) : undefined;
    const member =
      module.kind === 'class' && there !== undefined ? classMember(module.node, property, there, undefined, depth + 1) : undefined;
    if (member !== undefined) return member;
  }
  return undefined;
}

function isDeclaredIn(node: ClassDeclaration, property: string, index: ProgramIndex): boolean {
  const binding = index.classScope(node)?.bindings.get(property);
  return binding !== undefined && (binding.function !== undefined || binding.writes.some((write) => isKind(write.node, 'declaration')));
}

/** The struct of an `impl` that stands in another file. */
function structElsewhere(node: ClassDeclaration, context: Context): ClassValue | undefined {
  const isHere = context.index.classes.some((one) => one.name === node.name && one.body.body.some(({ kind }) => kind === 'declaration'));
  const type = isHere ? undefined : classOfType(node.name, context);
  return type?.program === context.program ? undefined : type;
}

/** A member that the class never sets itself, such as an injected service: only methods of it are called. */
const isOnlyCalled = (binding: Binding): boolean =>
  binding.writes.length === 0 &&
  binding.parameter === undefined &&
  binding.function === undefined &&
  binding.class === undefined &&
  binding.import === undefined &&
  binding.mutations.every((mutation) => mutation.kind === 'call');

function ownMember(node: ClassDeclaration, property: string, binding: Binding, context: Context, use: Expression | undefined): Value {
  const { program, frame, evaluator, index } = context;
  const isInside = use !== undefined && index.classAround(use) === node;
  const filled = filledMember(node, property, binding, context, isInside);
  if (filled !== undefined) return filled;
  const value = evaluator.valueOfBinding(binding, program, isInside && use.kind === 'member' ? use : undefined, frame);
  const isGetter = binding.function?.isGetter === true || (binding.function?.function.decorators ?? []).some(isPropertyDecorator);
  if (isGetter && value.kind === 'function') return evaluator.callFunction(value, [], value.origin, frame);
  return binding.writes.length > 0 && isSettingsClass(node, context) ? overridable(property, value, binding, node, context) : value;
}

/** A field that others than the class fill in. */
function filledMember(node: ClassDeclaration, property: string, binding: Binding, context: Context, isInside: boolean): Value | undefined {
  switch (context.language) {
    case 'go':
      return goMember(node, property, binding, context);
    case 'csharp':
      return isInside ? undefined : configuredProperty(node, property, binding, context);
    case 'rust':
      return rustField(node, property, binding, context);
    default:
      return undefined;
  }
}

/** A property of a C# class that configuration is bound to. */
function configuredProperty(node: ClassDeclaration, property: string, binding: Binding, context: Context): Value | undefined {
  const [written] = binding.writes;
  if (
    written === undefined ||
    !isKind(written.node, 'declaration') ||
    written.node.isStatic === true ||
    written.node.constant ||
    !holdsConfiguration(node)
  )
    return undefined;
  const origin = context.origin(written.node);
  const { evaluator, program, frame } = context;
  return (
    sectionOfType(written.node.typeName, context) ??
    evaluator.informed(
      boundProperty(
        property,
        written.value === undefined
          ? (firstConstant(written.node.typeName, origin, context) ?? absent(origin))
          : evaluator.valueOfBinding(binding, program, undefined, frame),
        binding,
        origin,
      ),
    )
  );
}

function isPropertyDecorator(decorator: Expression): boolean {
  const name = decorator.kind === 'call' ? decorator.callee : decorator;
  return name.kind === 'name'
    ? ['property', 'cached_property', 'computed_field', 'hybrid_property'].includes(name.name)
    : name.kind === 'member' && ['cached_property', 'property'].includes(name.property);
}

/** https://docs.python.org/3/howto/mro.html: a class that two bases have in common comes behind both. */
function resolved({ node, program }: Pick<ClassValue, 'node' | 'program'>, evaluator: Evaluator, depth = 0): readonly ClassValue[] {
  if (depth > MAX_BASES) return [];
  const all = node.bases.flatMap((base): readonly ClassValue[] => {
    const value = evaluator.evaluate(base, program);
    return value.kind === 'class' && value.node !== node ? [value, ...resolved(value, evaluator, depth + 1)] : [];
  });
  return all.filter((one, i) => all.findLastIndex((other) => other.node === one.node) === i);
}

/** What the first class above has that has it; undefined where each has one class above at most. */
function resolvedMember(node: ClassDeclaration, property: string, context: Context): Value | undefined {
  const { evaluator, program, frame } = context;
  for (const one of resolved({ node, program }, evaluator)) {
    const binding = evaluator.indexOf(one.program).classScope(one.node)?.bindings.get(property);
    if (binding !== undefined && !isOnlyCalled(binding))
      return ownMember(one.node, property, binding, new Context(evaluator, one.program, frame), undefined);
  }
  return undefined;
}

function inherited(node: ClassDeclaration, property: string, context: Context, depth: number): Value | undefined {
  const { evaluator, program, frame } = context;
  if (context.language === 'python' && node.bases.length > 1) return resolvedMember(node, property, context);
  for (const base of node.bases) {
    const value = evaluator.evaluate(base, program);
    if (value.kind !== 'class' || value.node === node) continue;
    // An embedded struct is a field, too: `p.Config.Secure`. https://go.dev/ref/spec#Struct_types
    if (program.language === 'go' && embeddedName(base) === property) return value;
    const member = classMember(value.node, property, new Context(evaluator, value.program, frame), undefined, depth + 1);
    if (member !== undefined) return member;
  }
  return undefined;
}

/** A method of the struct type that a literal is of (Go, Rust). */
export function methodOfStruct(object: RecordValue, property: string, evaluator: Evaluator): Value | undefined {
  const type = object.node?.type;
  if (type === undefined) return undefined;
  const value = evaluator.evaluate(type, object.origin.program);
  if (value.kind !== 'class') return undefined;
  const frame: Frame = { bindings: new Map(), parent: undefined, self: object, depth: 1 };
  const member = classMember(value.node, property, new Context(evaluator, value.program, frame));
  return member?.kind === 'function' ? member : undefined;
}
