// Python string literals: prefixes, f-strings and implicit concatenation.
import type { Expression, Range } from '../ir.js';
import { opaqueOf, rangeOf, stringLiteral, unescape, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

/** One `string` node: a literal, or a template when it is an f-string with holes. */
export function lowerString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const start = node.find('string_start');
  const end = node.find('string_end');
  const prefix = start?.text ?? '';
  const content: Range = { start: start?.end ?? node.start, end: end?.start ?? node.end };
  if (!node.has('interpolation')) {
    return stringLiteral(node, stringValue(context.source.slice(content.start, content.end), prefix), content);
  }
  const parts = node.named.flatMap((part): Expression[] => {
    if (part.type === 'string_content') return [stringLiteral(part, stringValue(part.text, prefix), part)];
    if (part.type === 'interpolation') return [hole(part, context, expression)];
    return [];
  });
  return { kind: 'template', ...rangeOf(node), parts };
}

/** `'a' 'b'`: a template, because its text does not stand in one piece. */
export function lowerConcatenatedString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const parts = node.named.flatMap((part) => {
    const lowered = expression(part, context);
    return lowered.kind === 'template' ? lowered.parts : [lowered];
  });
  return { kind: 'template', ...rangeOf(node), parts };
}

function hole(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
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
