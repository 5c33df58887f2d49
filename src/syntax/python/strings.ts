// Python string literals: prefixes and f-strings.
import type { Expression } from '../ir.js';
import { opaqueOf, unescape, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { templateOf } from '../tree-sitter/templates.js';

/** One `string` node: a literal, or a template when it is an f-string with holes. */
export function lowerString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const opening = node.find('string_start');
  const prefix = opening?.text ?? '';
  return templateOf({
    range: node,
    content: { start: opening?.end ?? node.start, end: node.find('string_end')?.start ?? node.end },
    source: context.source,
    holes: node.named.filter((part) => part.type === 'interpolation'),
    hole: (part) => lowerHole(part, context, expression),
    value: (text) => stringValue(text, prefix),
  });
}

function lowerHole(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const value = node.child('expression');
  if (!value) return opaqueOf(node, []);
  const lowered = expression(value, context);
  // `{x:>8}` and `{x!r}` change the text.
  return node.child('format_specifier') || node.child('type_conversion') ? opaqueOf(node, [lowered]) : lowered;
}

function stringValue(text: string, prefix: string): string {
  const unbraced = /f/i.test(prefix) ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text;
  return /r/i.test(prefix) ? unbraced : unescape(unbraced);
}
