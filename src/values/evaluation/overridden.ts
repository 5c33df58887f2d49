/** Members that a class reads of itself, and that its subclasses may have of their own. */
import type { ClassDeclaration, Expression } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { perIndex } from '../per-index.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { choice, unknown, type Value } from '../value.js';
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

const isOwnMember = (node: ClassDeclaration, property: string, index: ProgramIndex): boolean => {
  const binding = index.classScope(node)?.bindings.get(property);
  return binding !== undefined && (binding.function !== undefined || binding.writes.some(({ node: write }) => !isKind(write, 'call')));
};
