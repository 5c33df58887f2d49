// Scala patterns: as targets that bind names, and as conditions on the value they look at.
import type { Expression, Name, Pattern } from '../ir.js';
import { nameOf, opaqueOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, positionalPattern } from '../tree-sitter/shapes.js';
import { expression } from './expressions.js';
import { typeExpression } from './types.js';

/** What a pattern binds. `Some(x)` binds `x` to the value itself. A pattern without names is `_`. */
export function target(pattern: Node): Name | Pattern {
  switch (pattern.type) {
    case 'identifier':
      return isVariable(pattern) ? nameOf(pattern) : ignored(pattern);
    case 'tuple_pattern':
    case 'identifiers':
      return positionalPattern(pattern, pattern.named.map(target));
    case 'case_class_pattern': {
      const parts = pattern.all('pattern');
      const [only, ...others] = parts;
      if (only === undefined) return ignored(pattern);
      return others.length === 0 ? target(only) : positionalPattern(pattern, parts.map(target));
    }
    case 'capture_pattern':
    case 'typed_pattern': {
      const inner = pattern.child('name') ?? pattern.child('pattern');
      return inner === undefined ? ignored(pattern) : target(inner);
    }
    default:
      return ignored(pattern);
  }
}

/** A name in lower case is a variable, others and those in backticks are constants. */
function isVariable(pattern: Node): boolean {
  return /^[\p{Ll}_]/u.test(pattern.text);
}

function ignored(pattern: Node): Name {
  return { kind: 'name', start: pattern.start, end: pattern.start, name: '_' };
}

/** Whether a target brings names in. */
export function binds(bound: Name | Pattern): boolean {
  return bound.kind === 'name' ? bound.name !== '_' : bound.elements.some((element) => binds(element.target));
}

export function isCatchAll(pattern: Node): boolean {
  return pattern.type === 'wildcard' || (pattern.type === 'identifier' && isVariable(pattern));
}

/** The alternatives of a pattern that are constants; undefined when one of them is not. */
export function constantsOf(pattern: Node, context: LoweringContext): readonly Expression[] | undefined {
  switch (pattern.type) {
    case 'alternative_pattern': {
      const all = pattern.named.map((part) => constantsOf(part, context));
      return all.every((part) => part !== undefined) ? all.flat() : undefined;
    }
    case 'identifier':
      return isVariable(pattern) ? undefined : [expression(pattern, context)];
    case 'stable_identifier':
    case 'string':
    case 'boolean_literal':
    case 'integer_literal':
    case 'null_literal':
    case 'character_literal':
      return [expression(pattern, context)];
    default:
      return undefined;
  }
}

/** The conditions of a case on `subject`, which is lowered again for each; none when it always fits. */
export function caseTests(subject: Node, pattern: Node, context: LoweringContext): readonly Expression[] {
  if (isCatchAll(pattern)) return [];
  const range = { start: subject.start, end: pattern.end };
  const type = pattern.type === 'typed_pattern' ? pattern.child('type') : undefined;
  if (type !== undefined) return [binaryOf(range, 'instanceof', expression(subject, context), typeExpression(type))];
  const constants = constantsOf(pattern, context);
  if (constants === undefined) return [binaryOf(range, 'matches', expression(subject, context), opaqueOf(pattern, []))];
  return constants.map((constant) => binaryOf({ start: subject.start, end: constant.end }, '==', expression(subject, context), constant));
}
