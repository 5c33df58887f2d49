/** Type annotations: the class of the repository that one names, and what a variable of a type holds at first. */
import type { ClassDeclaration } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { known, type ClassValue, type Origin, type Value } from '../value.js';

/** The class of the repository that a type annotation names. */
export function classOfType(typeName: string | undefined, context: Context): ClassValue | undefined {
  const [first = '', ...rest] = (typeName ?? '').replace(/^[*&?\s]+/, '').replace(/[<?![].*$/s, '').trim().split('.');
  // Go's packages and unexported types are written small.
  if (!(context.language === 'go' ? /^\w+$/ : /^[A-Z]\w*$/).test(first)) return undefined;
  let value = typeNamed(first, context);
  for (const name of rest) value = value === undefined ? undefined : context.evaluator.memberOf(value, name, value.origin);
  return value?.kind === 'class' ? value : undefined;
}

function typeNamed(name: string, context: Context): Value | undefined {
  const { evaluator, program, index } = context;
  const binding = index.root.bindings.get(name);
  if (binding !== undefined) return evaluator.valueOfBinding(binding, program);
  const declared = index.classes.find((one) => one.name === name);
  return declared === undefined ? evaluator.definedElsewhere(program, name) : classValue(declared, context);
}

/** A class that is declared inside another. */
export function nestedClass(node: ClassDeclaration, typeName: string, context: Context): ClassValue | undefined {
  const inner = context.index.classScope(node)?.bindings.get(typeName.replace(/[<?].*$/s, ''))?.class;
  return inner === undefined ? undefined : classValue(inner, context);
}

const classValue = (node: ClassDeclaration, context: Context): ClassValue => ({ kind: 'class', node, program: context.program, origin: context.origin(node) });

/** What a field without initialiser holds in the languages that say so. */
export const zeroValue = (typeName: string | undefined, place: Origin): Value | undefined => (typeName !== undefined && /^(?:bool|boolean)$/.test(typeName) ? known(false, place) : undefined);
