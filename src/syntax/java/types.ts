// Java types: as written, for declarations, and as expressions, for constructions, bases and class literals.
import type { Expression } from '../ir.js';
import { nameOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { memberOf } from '../tree-sitter/shapes.js';

/** The type as written; undefined for `var`, which says nothing. */
export function typeName(type: Node | undefined): string | undefined {
  return type === undefined || type.text === 'var' ? undefined : type.text;
}

/** `a.b.C<T>` as members of names, without type arguments. */
export function typeExpression(type: Node): Expression {
  switch (type.type) {
    case 'generic_type':
    case 'annotated_type':
    case 'array_type': {
      const inner = type.named.find((part) => part.type.endsWith('type_identifier') || part.type === 'generic_type');
      return inner === undefined ? nameOf(type) : typeExpression(inner);
    }
    case 'scoped_type_identifier':
    case 'scoped_identifier': {
      const [object, ...rest] = type.named.filter((part) => !part.type.endsWith('annotation'));
      const property = rest.at(-1);
      if (object === undefined || property === undefined) return nameOf(type);
      return memberOf(type, typeExpression(object), property, property.text);
    }
    default:
      return nameOf(type);
  }
}

/** The arguments between `<` and `>` as written. */
export function typeArguments(list: Node | undefined): readonly string[] {
  return list === undefined ? [] : list.named.map((argument) => argument.text);
}
