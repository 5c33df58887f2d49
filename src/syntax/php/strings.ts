// PHP strings: quoted, interpolated, heredoc and nowdoc.
import type { Expression, Range } from '../ir.js';
import { bareString, rangeOf, stringLiteral, unescape, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { insideOf } from '../tree-sitter/shapes.js';
import { templateOf, withoutIndentation } from '../tree-sitter/templates.js';

/** `'a'` knows two escapes only. */
export function lowerString(node: Node, context: LoweringContext): Expression {
  const content = insideOf(node);
  const text = context.source.slice(content.start, content.end);
  return stringLiteral(node, text.replaceAll(/\\([\\'])/g, '$1'), content);
}

/** `"a $b {$c->d}"`. */
export function lowerEncapsedString(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  return templateOf({
    range: node,
    content: insideOf(node),
    source: context.source,
    holes: holesOf(node),
    hole: (hole) => lowerHole(hole, context, expression),
    value: unescape,
  });
}

/** `<<<A` and `<<<'A'`. The indentation of the closing tag is taken from every line. */
export function lowerHeredoc(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const body = node.child('value');
  const end = node.child('end_tag');
  const lineEnd = context.source.indexOf('\n', node.start) + 1;
  // The body may begin with the end of the line that opens it.
  const content = { start: lineEnd, end: Math.max(lineEnd, body?.end ?? lineEnd) };
  const indentation = end ? end.start - (context.source.lastIndexOf('\n', end.start - 1) + 1) : 0;
  return templateOf({
    range: node,
    content,
    source: context.source,
    holes: body ? holesOf(body) : [],
    hole: (hole) => lowerHole(hole, context, expression),
    value(text, from) {
      const dedented = withoutIndentation(text, indentation, from === content.start || context.source[from - 1] === '\n');
      return node.type === 'nowdoc' ? dedented : unescape(dedented);
    },
  });
}

interface Hole extends Range {
  readonly node: Node;
  readonly isBraced: boolean;
}

const TEXT = new Set(['string_content', 'escape_sequence', 'nowdoc_string']);

function holesOf(node: Node): readonly Hole[] {
  return node.children.flatMap((child, index): Hole[] => {
    if (!child.isNamed || TEXT.has(child.type)) return [];
    const before = node.children[index - 1];
    const after = node.children[index + 1];
    const isBraced = before?.type === '{' && after?.type === '}';
    return [{ node: child, isBraced, start: isBraced ? before.start : child.start, end: isBraced ? after.end : child.end }];
  });
}

function lowerHole({ node, isBraced }: Hole, context: LoweringContext, expression: LowerExpression): Expression {
  const [object, index] = node.named;
  // Without braces, the key in "$a[b]" is a string.
  if (!isBraced && node.type === 'subscript_expression' && object && index?.type === 'name') {
    return { kind: 'subscript', ...rangeOf(node), object: expression(object, context), index: bareString(index, index.text) };
  }
  return expression(node, context);
}
