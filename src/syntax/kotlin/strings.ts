// Kotlin strings: escapes, `${…}` and `$name`.
import type { Expression, Range } from '../ir.js';
import { opaqueOf, stringLiteral, unescape, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { expression } from './expressions.js';

/** A string as a literal, or as a template when it has holes. */
export function stringExpression(node: Node, context: LoweringContext): Expression {
  const quotes = node.type === 'multiline_string_literal' ? 3 : 1;
  const content = { start: node.start + quotes, end: Math.max(node.start + quotes, node.end - quotes) };
  const isRaw = quotes === 3;
  const holes = node.named
    .filter((part) => part.type === 'interpolation' || isDollar(part))
    .flatMap((part): Hole[] => hole(part, content, context));
  if (holes.length === 0) return stringLiteral(node, textValue(context, content, isRaw), content);
  const parts: Expression[] = [];
  let from = content.start;
  for (const { range, value } of holes) {
    if (from < range.start) parts.push(literalPart(context, { start: from, end: range.start }, isRaw));
    parts.push(value);
    from = range.end;
  }
  if (from < content.end) parts.push(literalPart(context, { start: from, end: content.end }, isRaw));
  return { kind: 'template', start: node.start, end: node.end, parts };
}

interface Hole {
  readonly range: Range;
  readonly value: Expression;
}

/** The grammar gives the dollar of `$name` in a one-line string as text of its own. */
function isDollar(part: Node): boolean {
  return part.type === 'string_content' && part.text === '$';
}

function hole(part: Node, content: Range, context: LoweringContext): Hole[] {
  if (part.type === 'interpolation') {
    const inner = part.named[0];
    return [{ range: part, value: inner === undefined ? opaqueOf(part, []) : expression(inner, context) }];
  }
  const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(context.source.slice(part.end, content.end))?.[0];
  if (name === undefined) return [];
  const range = { start: part.end, end: part.end + name.length };
  return [{ range: { start: part.start, end: range.end }, value: { kind: 'name', ...range, name } }];
}

function literalPart(context: LoweringContext, range: Range, isRaw: boolean): Expression {
  return stringLiteral(range, textValue(context, range, isRaw), range);
}

function textValue(context: LoweringContext, range: Range, isRaw: boolean): string {
  const text = context.source.slice(range.start, range.end);
  return isRaw ? text : unescape(text);
}
