// Ruby here-documents, whose text stands below the line that begins them.
import type { Expression } from '../ir.js';
import { opaqueOf, unescape, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { templateOf, withoutIndentation } from '../tree-sitter/templates.js';
import { lowerHole } from './holes.js';

export const HEREDOC_BODY = 'heredoc_body';

const BEGINNING = 'heredoc_beginning';

/** Bodies by the node that begins them. */
const bodies = new WeakMap<Node, Node>();

/** Finds the body of each here-document of a file: the first one after it that ends with its tag and belongs to none before. */
export function pairHeredocs(root: Node, detached: readonly Node[]): void {
  const open = detached.filter((node) => node.type === HEREDOC_BODY);
  if (open.length === 0) return;
  const beginnings = [root, ...open].flatMap(beginningsIn).sort((a, b) => a.start - b.start);
  for (const beginning of beginnings) {
    const at = open.findIndex((body) => body.start > beginning.start && endOf(body)?.text.trim() === tagOf(beginning));
    const [body] = at < 0 ? [] : open.splice(at, 1);
    if (body) bodies.set(beginning, body);
  }
}

function beginningsIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === BEGINNING) found.push(node);
    stack.push(...node.named);
  }
  return found;
}

function endOf(body: Node): Node | undefined {
  return body.find('heredoc_end');
}

/** `A` of `<<~'A'`. */
function tagOf(beginning: Node): string {
  return beginning.text.replace(/^<<[~-]?/, '').replace(/^(["'`])(.*)\1$/, '$2');
}

/** Has the range of `<<~A`; the content and the holes have theirs in the body. */
export function lowerHeredoc(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const body = bodies.get(node);
  if (!body) return opaqueOf(node, []);
  const { source } = context;
  const end = endOf(body)?.start ?? body.end;
  const lineEnd = source.indexOf('\n', body.start);
  const start = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
  // The line of the closing tag may be indented.
  const content = { start, end: Math.max(start, source.lastIndexOf('\n', end - 1) + 1) };
  const isRaw = node.text.includes("'");
  const indentation = node.text.startsWith('<<~') ? commonIndentation(source.slice(content.start, content.end)) : 0;
  return templateOf({
    range: node,
    content,
    source,
    holes: body.named.filter((part) => part.type === 'interpolation'),
    hole: (part) => lowerHole(part, context, expression),
    value(text, from) {
      const dedented = withoutIndentation(text, indentation, from === content.start || source[from - 1] === '\n');
      return isRaw ? dedented : unescape(dedented);
    },
  });
}

/** `<<~` takes away the indentation of its least indented line; blank lines do not count. */
function commonIndentation(text: string): number {
  const indented = text.split('\n').filter((line) => line.trim() !== '');
  return indented.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), indented.length === 0 ? 0 : Infinity);
}
