// Scala strings, plain and interpolated.
import type { Expression, Range } from '../ir.js';
import { opaqueOf, stringLiteral, unescape, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { expression } from './expressions.js';

function quotesOf(node: Node): number {
  return node.text.startsWith('"""') ? 3 : 1;
}

function contentOf(node: Node): Range {
  const quotes = quotesOf(node);
  return { start: node.start + quotes, end: Math.max(node.start + quotes, node.end - quotes) };
}

export function plainString(node: Node): Expression {
  const content = contentOf(node);
  const text = node.text.slice(content.start - node.start, content.end - node.start);
  return stringLiteral(node, quotesOf(node) === 3 ? text : unescape(text), content);
}

/** `s"a $b ${c}"` as a template; a string literal when there are no holes. */
export function interpolated(node: Node, context: LoweringContext): Expression {
  const string = node.find('interpolated_string');
  if (string === undefined) return opaqueOf(node, []);
  const content = contentOf(string);
  const isRaw = quotesOf(string) === 3 || node.child('interpolator')?.text === 'raw';
  const text = (range: Range): string => {
    const written = context.source.slice(range.start, range.end).replaceAll('$$', '$');
    return isRaw ? written : unescape(written);
  };
  const holes = string.named.filter((part) => part.type === 'interpolation');
  if (holes.length === 0) return stringLiteral(node, text(content), content);
  const parts: Expression[] = [];
  let from = content.start;
  for (const hole of holes) {
    const before = { start: from, end: hole.start };
    if (before.start < before.end) parts.push(stringLiteral(before, text(before), before));
    const inner = hole.named[0];
    parts.push(inner === undefined ? opaqueOf(hole, []) : expression(inner, context));
    from = hole.end;
  }
  const rest = { start: from, end: content.end };
  if (rest.start < rest.end) parts.push(stringLiteral(rest, text(rest), rest));
  return { kind: 'template', start: node.start, end: node.end, parts };
}
