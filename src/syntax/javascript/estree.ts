/** The syntax trees of the parsers, read alike: offsets, decorators and keys. */

import type * as es from 'oxc-parser';

/** Any ESTree node: espree and oxc-parser write `start` and `end`, @typescript-eslint/parser only `range`. */
export interface EstreeNode {
  readonly type: string;
  readonly range?: readonly [number, number] | undefined;
  readonly start?: number;
  readonly end?: number;
}

/** A comment as the parsers hand it over; its `value` is without delimiters. */
export interface EstreeComment extends EstreeNode {
  readonly value: string;
}

/** Offset of the first character. */
export function startOf(node: EstreeNode): number {
  return node.range === undefined ? node.start! : node.range[0];
}

/** Offset after the last character. */
export function endOf(node: EstreeNode): number {
  return node.range === undefined ? node.end! : node.range[1];
}

/** The range, in a new object. */
export function rangeOf(node: EstreeNode): { start: number; end: number } {
  return node.range === undefined ? { start: node.start!, end: node.end! } : { start: node.range[0], end: node.range[1] };
}

/** Whether the value of a field is a node. */
export function isNode(value: unknown): value is EstreeNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Parsers disagree on whether a class or member starts at its first decorator: it does here. */
export function decoratedRange(node: EstreeNode & { readonly decorators?: readonly es.Decorator[] }): { start: number; end: number } {
  const range = rangeOf(node);
  const decorator = node.decorators?.[0];
  return decorator ? { start: Math.min(startOf(decorator), range.start), end: range.end } : range;
}

/** The text of a key that is written, not computed. */
export function fixedKey(key: es.PropertyKey): string | undefined {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return literalText(key);
}

/** The text of a key that is a literal. */
export function literalText(key: es.PropertyKey): string | undefined {
  return key.type === 'Literal' && 'value' in key ? String(key.value) : undefined;
}
