// Kotlin types: as expressions, for bases, tests and annotations.
import type { Expression } from '../ir.js';
import { nameOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { pathOf } from '../tree-sitter/shapes.js';

/** What a node that may be a type is called in the grammar. */
export function isType(node: Node): boolean {
  return (
    node.type === 'user_type' ||
    node.type === 'nullable_type' ||
    node.type === 'function_type' ||
    node.type === 'parenthesized_type' ||
    node.type === 'non_nullable_type'
  );
}

/** `a.B<T>?` as members of names, without type arguments. */
export function typeExpression(type: Node): Expression {
  if (type.type === 'nullable_type' || type.type === 'parenthesized_type')
    return type.named[0] === undefined ? nameOf(type) : typeExpression(type.named[0]);
  const parts = type.named.filter((part) => part.type === 'identifier');
  return parts.length === 0 ? nameOf(type) : pathOf(parts);
}

/** A type's name without nullability, parentheses and type arguments. */
export const bareType = (text: string): string =>
  text
    .replace(/^\(+/, '')
    .replace(/[<?)].*$/s, '')
    .trim();

/** The arguments between `<` and `>` as written. */
export function typeArguments(list: Node | undefined): readonly string[] {
  return list?.named.map((argument) => argument.text) ?? [];
}
