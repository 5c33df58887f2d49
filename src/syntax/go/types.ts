// Go types as expressions, for literals, conversions and embedded fields.
import type { Expression, Range } from '../ir.js';
import { opaqueOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { memberOf } from '../tree-sitter/shapes.js';

/** `pkg.Name[T]` and `*pkg.Name` as a member of a name; types that have no name are opaque. */
export function typeExpression(type: Node): Expression {
  return named(type, (range) => range);
}

/** The same type where a literal leaves it out (`[]http.Cookie{{…}}`), without a width at the given offset. */
export function impliedType(type: Node, offset: number): Expression {
  return named(type, () => ({ start: offset, end: offset }));
}

function named(type: Node, place: (range: Range) => Range): Expression {
  switch (type.type) {
    case 'type_identifier':
    case 'identifier':
      return nameAt(place(type), type.text);
    case 'qualified_type': {
      const [object, property] = type.named;
      if (object === undefined || property === undefined) return opaqueOf(place(type), []);
      return memberOf(place(type), nameAt(place(object), object.text), place(property), property.text);
    }
    case 'generic_type':
    case 'pointer_type':
    case 'parenthesized_type': {
      const inner = type.child('type') ?? type.named[0];
      return inner === undefined ? opaqueOf(place(type), []) : named(inner, place);
    }
    default:
      return opaqueOf(place(type), []);
  }
}

function nameAt(range: Range, name: string): Expression {
  return { kind: 'name', start: range.start, end: range.end, name };
}

/** The element type of a slice, array or map, which literals inside them leave out. */
export function elementType(type: Node | undefined): Node | undefined {
  if (type?.type === 'map_type') return type.child('value');
  return isSequence(type) ? type?.child('element') : undefined;
}

/** Slices and arrays, whose literals are lists. */
export function isSequence(type: Node | undefined): boolean {
  return type?.type === 'slice_type' || type?.type === 'array_type' || type?.type === 'implicit_length_array_type';
}
