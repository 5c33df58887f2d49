// Ruby strings and symbols.
import type { Expression } from '../ir.js';
import { stringLiteral, unescape, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { insideOf } from '../tree-sitter/shapes.js';
import { templateOf } from '../tree-sitter/templates.js';
import { lowerHole } from './holes.js';

/** `'a'`, `"a#{b}"`, `%q(a)`, `:"a b"`: anything between delimiters of its own. */
export function lowerString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const opening = node.children[0]?.text ?? '';
  return templateOf({
    range: node,
    content: insideOf(node),
    source: context.source,
    holes: node.named.filter((part) => part.type === 'interpolation'),
    hole: (part) => lowerHole(part, context, expression),
    value: isRaw(opening) ? unescapeRaw : unescape,
  });
}

function isRaw(opening: string): boolean {
  return opening.endsWith("'") || opening.startsWith('%q') || opening.startsWith('%s');
}

function unescapeRaw(text: string): string {
  return text.replaceAll(/\\([\\'()[\]{}<>])/g, '$1');
}

/** `:secure`. */
export function lowerSymbol(node: Node): Expression {
  const content = { start: node.start + 1, end: node.end };
  return stringLiteral(node, node.text.slice(1), content);
}

/** `?a`. */
export function lowerCharacter(node: Node): Expression {
  return stringLiteral(node, unescape(node.text.slice(1)), { start: node.start + 1, end: node.end });
}

/** An item of `%w[]` or `%i[]`. */
export function lowerBareString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  return templateOf({
    range: node,
    content: node,
    source: context.source,
    holes: node.named.filter((part) => part.type === 'interpolation'),
    hole: (part) => lowerHole(part, context, expression),
    value: unescape,
  });
}
