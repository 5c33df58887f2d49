/** Members that a class reads of itself, and that its subclasses may have of their own. */
import type { Assignment, Call, ClassDeclaration, Expression, LanguageId, Name } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { grouped } from '../grouped.js';
import { perIndex } from '../per-index.js';
import { BARE_MEMBERS, isKind, type Binding, type ProgramIndex } from '../program-index.js';
import { choice, originOf, unknown, type Frame, type FunctionValue, type Value } from '../value.js';
import { classMember } from './class-members.js';

/** The classes of a file by the names of their bases. */
const derivedIn = perIndex((index: ProgramIndex) => {
  const derived = new Map<string, ClassDeclaration[]>();
  for (const one of index.classes)
    for (const base of one.bases) if (base.kind === 'name') derived.set(base.name, [...(derived.get(base.name) ?? []), one]);
  return derived;
});

/** More subclasses than these are not told apart. */
const MAX_SUBCLASSES = 8;

/** What `this.secure` is in code of a class whose object is not known: its own, or that of a subclass of the file. */
export function orOverridden(own: Value, node: ClassDeclaration, property: string, use: Expression | undefined, context: Context): Value {
  if (use?.kind !== 'member' || use.object.kind !== 'name' || own.kind === 'function') return own;
  const { index } = context;
  if (use.object.name !== 'this' || (index.program.text.slice(use.object.start, use.object.end) === 'self' && context.language === 'php'))
    return own;
  const derived = (derivedIn(index).get(node.name) ?? []).filter((one) => isOwnMember(one, property, index));
  if (derived.length === 0) return own;
  if (derived.length > MAX_SUBCLASSES) return unknown('more subclasses than are followed have one of their own', own.origin);
  return derived.reduce<Value>((value, one) => {
    const member = classMember(one, property, context);
    return member === undefined ? value : choice(unknown('a subclass has one of its own', own.origin), member, value, own.origin);
  }, own);
}

/**
 * The functions of subclasses of the file that may run instead, where a method of a class calls another of the same object, and nothing
 * says which class that is of: `this.isSecure()`, and `isSecure()` where a bare name is a member.
 */
export function overridingMethods({ node, program }: FunctionValue, { callee }: Call, context: Context): readonly FunctionValue[] {
  const { index, language, frame } = context;
  if (program !== context.program || hasSelf(frame) || !isOfSelf(callee, language)) return [];
  const declared = index.parent(node);
  const owner = index.classAround(node);
  if (!isKind(declared, 'function-declaration') || declared.isStatic === true || owner === undefined || !mayBeOther(owner, callee, index))
    return [];
  return below(owner.name, index).flatMap((one): FunctionValue[] => {
    const own = index.classScope(one)?.bindings.get(declared.name)?.function?.function;
    return own === undefined ? [] : [{ kind: 'function', node: own, program, frame: undefined, origin: originOf(program, own) }];
  });
}

/** The call stands in the class whose method it is, or in one that derives from it. */
const mayBeOther = (owner: ClassDeclaration, callee: Expression, index: ProgramIndex): boolean => {
  const around = index.classAround(callee);
  return around !== undefined && (around === owner || below(owner.name, index).includes(around));
};

/** The classes of the file that derive from one, through one another too. */
function below(name: string, index: ProgramIndex): readonly ClassDeclaration[] {
  const found = [...(derivedIn(index).get(name) ?? [])];
  for (const one of found)
    for (const other of derivedIn(index).get(one.name) ?? [])
      if (!found.includes(other) && found.length < MAX_SUBCLASSES) found.push(other);
  return found;
}

function hasSelf(frame: Frame | undefined): boolean {
  for (let at = frame; at !== undefined; at = at.parent) if (at.self !== undefined) return true;
  return false;
}

function isOfSelf(callee: Expression, language: LanguageId): boolean {
  if (callee.kind === 'member') return callee.object.kind === 'name' && /^(?:this|self)$/.test(callee.object.name);
  return callee.kind === 'name' && BARE_MEMBERS.has(language);
}

/** What a member is that a class reads by its bare name: its own, or what a subclass of the file makes of it. */
export function orWrittenBelow(own: Value, name: Name, { scope }: Binding, context: Context): Value {
  const { index, language, frame } = context;
  const owner = scope.kind === 'class' ? index.classes.find((one) => one === scope.node) : undefined;
  if (owner === undefined || own.kind === 'function' || !BARE_MEMBERS.has(language) || language === 'ruby' || hasSelf(frame)) return own;
  if (index.functionAround(name) === undefined) return own;
  const writers = writersIn(index).get(name.name) ?? [];
  const written = below(owner.name, index).some(
    (one) => isOwnMember(one, name.name, index) || writers.some(({ owner: writer }) => writer === one),
  );
  return written
    ? choice(unknown('a subclass has one of its own', own.origin), unknown('what a subclass makes of it', own.origin), own, own.origin)
    : own;
}

/** The classes of a file whose code writes a member, by its name. */
const writersIn = perIndex((index: ProgramIndex) =>
  grouped(
    index.assignments.flatMap(({ target }) => {
      const owner = index.classAround(target);
      const property = owner === undefined ? undefined : memberName(target);
      return owner === undefined || property === undefined ? [] : [{ owner, property }];
    }),
    ({ property }) => property,
  ),
);

/** `secure` and `this.secure`. */
function memberName(target: Assignment['target']): string | undefined {
  if (target.kind === 'name') return target.name;
  return target.kind === 'member' && target.object.kind === 'name' && target.object.name === 'this' ? target.property : undefined;
}

const isOwnMember = (node: ClassDeclaration, property: string, index: ProgramIndex): boolean => {
  const binding = index.classScope(node)?.bindings.get(property);
  return binding !== undefined && (binding.function !== undefined || binding.writes.some(({ node: write }) => !isKind(write, 'call')));
};
