// Rust patterns: as targets that bind names, and as conditions on the value they look at.
import type { Expression, Name, Pattern, PatternElement, Range } from '../ir.js';
import { nameOf, opaqueOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf } from '../tree-sitter/shapes.js';
import { expression } from './expressions.js';

/**
 * What a pattern binds. `Some(x)` and `Ok(x)` bind `x` to the value itself, as `?` and `await` are transparent too.
 * A pattern without names is `_`.
 */
export function target(pattern: Node): Name | Pattern {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_field_identifier':
      return nameOf(pattern);
    case 'self':
      return nameOf(pattern, 'this');
    case 'tuple_pattern':
    case 'slice_pattern':
      return {
        kind: 'pattern',
        ...rangeOf(pattern),
        elements: pattern.named.map((part, key) => ({ ...rangeOf(part), key, target: target(part) })),
      };
    case 'struct_pattern':
      return { kind: 'pattern', ...rangeOf(pattern), elements: pattern.named.flatMap(fieldElement) };
    case 'tuple_struct_pattern': {
      const parts = pattern.named.filter((part) => part.field !== 'type');
      const [only, ...others] = parts;
      if (only === undefined) return ignored(pattern);
      if (others.length === 0) return target(only);
      return {
        kind: 'pattern',
        ...rangeOf(pattern),
        elements: parts.map((part, key) => ({ ...rangeOf(part), key, target: target(part) })),
      };
    }
    case 'match_pattern':
    case 'mut_pattern':
    case 'ref_pattern':
    case 'reference_pattern':
    case 'captured_pattern': {
      const inner = pattern.named.find((part) => part.type !== 'mutable_specifier' && part.field !== 'condition');
      return inner === undefined ? ignored(pattern) : target(inner);
    }
    default:
      return ignored(pattern);
  }
}

function ignored(pattern: Node): Name {
  return { kind: 'name', start: pattern.start, end: pattern.start, name: '_' };
}

function fieldElement(part: Node): PatternElement[] {
  const name = part.type === 'field_pattern' ? part.child('name') : undefined;
  if (name === undefined) return [];
  const inner = part.child('pattern');
  return [{ ...rangeOf(part), key: name.text, target: inner === undefined ? nameOf(name) : target(inner) }];
}

/** Whether a target brings names in. */
export function binds(bound: Name | Pattern): boolean {
  return bound.kind === 'name' ? bound.name !== '_' : bound.elements.some((element) => binds(element.target));
}

/** A pattern that fits everything: `_` or a variable. */
export function isCatchAll(pattern: Node): boolean {
  const inner = pattern.type === 'match_pattern' ? pattern.named.find((part) => part.field !== 'condition') : pattern;
  if (inner === undefined) return true;
  return inner.type === 'mut_pattern' || (inner.type === 'identifier' && /^[a-z_]/.test(inner.text));
}

/** The alternatives of a pattern that are constants; undefined when one of them is not. */
export function constantsOf(pattern: Node, context: LoweringContext): readonly Expression[] | undefined {
  switch (pattern.type) {
    case 'match_pattern':
    case 'reference_pattern':
      return pattern.named[0] === undefined ? undefined : constantsOf(pattern.named[0], context);
    case 'or_pattern': {
      const all = pattern.named.map((part) => constantsOf(part, context));
      return all.every((part) => part !== undefined) ? all.flat() : undefined;
    }
    case 'string_literal':
    case 'raw_string_literal':
    case 'boolean_literal':
    case 'integer_literal':
    case 'char_literal':
    case 'negative_literal':
    case 'scoped_identifier':
    case 'identifier':
      return [expression(pattern, context)];
    default:
      return undefined;
  }
}

/** Whether a pattern asks only if there is a value: `Some(x)` and `Ok(_)` do, `None` and `Err(e)` the other way round. */
export function presenceOf(pattern: Node): 'there' | 'missing' | undefined {
  const inner = pattern.type === 'match_pattern' ? pattern.named.find((part) => part.field !== 'condition') : pattern;
  if (inner?.type === 'identifier' && inner.text === 'None') return 'missing';
  if (inner?.type !== 'tuple_struct_pattern') return undefined;
  const parts = inner.named.filter((part) => part.field !== 'type');
  const [only] = parts;
  const type = inner.child('type')?.text.replace(/^.*::/, '') ?? '';
  if (parts.length > 1 || (only !== undefined && !isCatchAll(only) && only.type !== 'ref_pattern' && only.text !== '_')) return undefined;
  return type === 'Ok' || type === 'Some' ? 'there' : type === 'Err' ? 'missing' : undefined;
}

/** A constant inside of `Ok` and `Some`, which are transparent. */
export function wrapped(pattern: Node): Node {
  const inner = pattern.type === 'match_pattern' ? pattern.named.find((part) => part.field !== 'condition') : pattern;
  const parts =
    inner?.type === 'tuple_struct_pattern' && /(?:^|::)(?:Ok|Some)$/.test(inner.child('type')?.text ?? '')
      ? inner.named.filter((part) => part.field !== 'type')
      : [];
  return parts.length === 1 ? wrapped(parts[0]!) : (inner ?? pattern);
}

/** Whether a value is there, as a comparison with nothing. */
export const isThere = (range: Range, subject: Expression, presence: 'there' | 'missing'): Expression =>
  binaryOf(range, presence === 'there' ? '!=' : '==', subject, { kind: 'literal', start: range.end, end: range.end, value: null });

/** The conditions of an arm of `match` on `subject`, which is lowered again for each; none when it always fits. */
export function armTests(subject: Node, pattern: Node, context: LoweringContext): readonly Expression[] {
  if (isCatchAll(pattern)) return [];
  const range = { start: subject.start, end: pattern.end };
  const presence = presenceOf(pattern);
  if (presence !== undefined) return [isThere(range, expression(subject, context), presence)];
  const constants = constantsOf(wrapped(pattern), context);
  if (constants === undefined) return [binaryOf(range, 'matches', expression(subject, context), opaqueOf(pattern, []))];
  return constants.map((constant) => binaryOf({ start: subject.start, end: constant.end }, '==', expression(subject, context), constant));
}
