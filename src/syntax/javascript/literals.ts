/** Lowers literals and templates, with the holes that a template engine leaves in them. */

import type * as es from 'oxc-parser';

import type { Expression, Literal, Range } from '../ir.js';
import type { Context } from './context.js';
import { endOf, rangeOf, startOf } from './estree.js';

/** Strings, numbers, regular expressions, … */
export function lowerLiteral(context: Context, node: es.Expression & { readonly type: 'Literal' }): Expression {
  const range = rangeOf(node);
  if ('regex' in node && node.regex) return { kind: 'opaque', ...range, children: [] };
  if ('bigint' in node && node.bigint) return { kind: 'literal', ...range, value: Number(node.bigint) };
  const { value } = node as { value: Literal['value'] };
  if (typeof value !== 'string') return { kind: 'literal', ...range, value };
  const content = { start: range.start + 1, end: range.end - 1 };
  const holes = holesIn(context, content);
  if (holes.length === 0) return { kind: 'literal', ...range, value, content };
  return { kind: 'template', ...range, parts: partsAround(context, holes, content) };
}

/** A template without holes is a string literal. */
export function lowerTemplate(context: Context, node: es.TemplateLiteral): Expression {
  const range = rangeOf(node);
  const first = node.quasis[0];
  // TS-ESTree counts the delimiters into a quasi, ESTree does not.
  const delimited = first !== undefined && startOf(first) === range.start;
  const parts: Expression[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const start = startOf(quasi) + (delimited ? 1 : 0);
    // A backtick, or `${`.
    const closing = quasi.tail ? 1 : 2;
    const end = endOf(quasi) - (delimited ? closing : 0);
    const value = quasi.value.cooked ?? quasi.value.raw;
    const holes = holesIn(context, { start, end });
    if (holes.length > 0) parts.push(...partsAround(context, holes, { start, end }));
    else if (node.expressions.length === 0) return { kind: 'literal', ...range, value, content: { start, end } };
    else if (end > start) parts.push({ kind: 'literal', start, end, value, content: { start, end } });
    const hole = node.expressions[index];
    if (hole) parts.push(context.expression(hole));
  }
  return { kind: 'template', ...range, parts };
}

/** The template holes that a range touches. */
export function holesIn(context: Context, range: Range): readonly Range[] {
  if (context.holes.length === 0) return context.holes;
  return context.holes.filter((hole) => hole.start < range.end && hole.end > range.start);
}

/** What a template engine fills in is not known, but the text around it is. */
function partsAround(context: Context, holes: readonly Range[], content: Range): Expression[] {
  const parts: Expression[] = [];
  let { start } = content;
  for (const hole of [...holes, { start: content.end, end: content.end }]) {
    if (hole.start > start) {
      const piece = { start, end: hole.start };
      parts.push({ kind: 'literal', ...piece, value: context.text.slice(start, hole.start), content: piece });
    }
    start = Math.max(start, hole.start);
    const end = Math.min(hole.end, content.end);
    if (end > start) parts.push({ kind: 'opaque', start, end, children: [] });
    start = end;
  }
  return parts;
}
