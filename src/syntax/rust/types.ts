// Rust paths and types as expressions.
import type { Expression } from '../ir.js';
import { nameOf, opaqueOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { memberOf } from '../tree-sitter/shapes.js';

/** `a::b::C<T>` as members of names, without type arguments and references; types without a name are opaque. */
export function typeExpression(type: Node): Expression {
  switch (type.type) {
    case 'identifier':
    case 'type_identifier':
    case 'primitive_type':
    case 'crate':
    case 'super':
    case 'metavariable':
      return nameOf(type);
    case 'self':
      return nameOf(type, 'this');
    case 'scoped_identifier':
    case 'scoped_type_identifier': {
      const path = type.child('path');
      const name = type.child('name');
      if (name === undefined) return opaqueOf(type, []);
      return path === undefined ? nameOf(name) : memberOf(type, typeExpression(path), name, name.text);
    }
    case 'generic_type':
    case 'generic_type_with_turbofish':
    case 'reference_type':
    case 'pointer_type': {
      const inner = type.child('type');
      return inner === undefined ? opaqueOf(type, []) : typeExpression(inner);
    }
    case 'bracketed_type':
    case 'qualified_type':
      return type.named[0] === undefined ? opaqueOf(type, []) : typeExpression(type.named[0]);
    case 'abstract_type':
    case 'dynamic_type': {
      const trait = type.child('trait');
      return trait === undefined ? opaqueOf(type, []) : typeExpression(trait);
    }
    default:
      return opaqueOf(type, []);
  }
}
