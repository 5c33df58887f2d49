// Scala types as expressions, for constructions, bases and tests.
import type { Expression } from '../ir.js';
import { nameOf, opaqueOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { memberOf } from '../tree-sitter/shapes.js';

/** `a.B[T]` as members of names, without type arguments; of `A with B` the first. */
export function typeExpression(type: Node): Expression {
  switch (type.type) {
    case 'type_identifier':
    case 'identifier':
      return nameOf(type);
    case 'stable_type_identifier':
    case 'stable_identifier': {
      const [object, property] = type.named;
      return object === undefined || property === undefined
        ? nameOf(type)
        : memberOf(type, typeExpression(object), property, property.text);
    }
    case 'generic_type':
    case 'annotated_type':
    case 'compound_type':
    case 'projected_type':
    case 'singleton_type': {
      const inner = type.child('type') ?? type.child('base') ?? type.named[0];
      return inner === undefined ? opaqueOf(type, []) : typeExpression(inner);
    }
    default:
      return opaqueOf(type, []);
  }
}
