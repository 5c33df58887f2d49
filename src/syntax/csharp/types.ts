// C# types: as written, for declarations, and as expressions, for constructions, bases and patterns.
import type { Expression } from '../ir.js';
import { nameOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { memberOf } from '../tree-sitter/shapes.js';

/** The type as written; undefined for `var`, which says nothing. */
export function typeName(type: Node | undefined): string | undefined {
  return type === undefined || type.type === 'implicit_type' ? undefined : type.text;
}

/** A type's name without type arguments and nullability. */
export const bareType = (type: Node | undefined): string | undefined =>
  typeName(type)
    ?.replace(/[<?].*$/s, '')
    .trim();

/** `A.B<T>` as members of names, without type arguments; `T?` and `ref T` as `T`. */
export function typeExpression(type: Node): Expression {
  switch (type.type) {
    case 'generic_name':
    case 'nullable_type':
    case 'ref_type':
    case 'array_type':
    case 'alias_qualified_name': {
      const inner = type.type === 'alias_qualified_name' ? type.child('name') : type.named[0];
      return inner === undefined ? nameOf(type) : typeExpression(inner);
    }
    case 'qualified_name': {
      const qualifier = type.child('qualifier');
      const name = type.child('name');
      if (qualifier === undefined || name === undefined) return nameOf(type);
      const property = identifierOf(name);
      return memberOf(type, typeExpression(qualifier), property, identifierText(property));
    }
    default:
      return nameOf(type, identifierText(type));
  }
}

/** `X a = new() { … }` constructs an `X`: the type stands for the callee, without a width where the word `new` is. */
export function withTargetType(value: Expression, type: Node | undefined): Expression {
  if (value.kind !== 'call' || !value.isNew || value.callee.kind !== 'name' || value.callee.name !== 'new') return value;
  const name = type === undefined || type.type === 'implicit_type' ? undefined : type.text.replace(/[<?[].*$/s, '').trim();
  const parts = name?.split('.') ?? [];
  const [first, ...others] = parts;
  if (first === undefined || !parts.every((part) => /^@?\w+$/.test(part))) return value;
  const place = { start: value.callee.end, end: value.callee.end };
  const root: Expression = { kind: 'name', ...place, name: first };
  return { ...value, callee: others.reduce<Expression>((object, part) => memberOf(place, object, place, part), root) };
}

/** The name of `Configure<T>` without its type arguments. */
export function identifierOf(name: Node): Node {
  return name.type === 'generic_name' ? (name.named[0] ?? name) : name;
}

/** `@class` is the identifier `class`. */
export function identifierText(node: Node): string {
  return node.text.replace(/^@/, '');
}

/** The type arguments as written: `CookiePolicyOptions` in `Configure<CookiePolicyOptions>`. */
export function typeArguments(name: Node | undefined): readonly string[] {
  return name?.find('type_argument_list')?.named.map((argument) => argument.text) ?? [];
}
