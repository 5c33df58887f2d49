// C# strings: regular, verbatim, raw and interpolated ones.
import type { Expression, Range } from '../ir.js';
import { opaqueOf, stringLiteral, unescape, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { expression, operands } from './expressions.js';

/** `"…"`, also with the suffix `u8`. */
export function regularString(node: Node): Expression {
  const end = node.find('string_literal_encoding')?.start ?? node.end;
  const content = { start: node.start + 1, end: Math.max(node.start + 1, end - 1) };
  return stringLiteral(node, unescape(textIn(node, content)), content);
}

/** `@"…"`, where quotes are doubled and nothing else is escaped. */
export function verbatimString(node: Node): Expression {
  const content = { start: node.start + 2, end: Math.max(node.start + 2, node.end - 1) };
  return stringLiteral(node, textIn(node, content).replaceAll('""', '"'), content);
}

/** `"""…"""`. */
export function rawString(node: Node): Expression {
  const content = node.find('raw_string_content') ?? { start: node.start + 3, end: Math.max(node.start + 3, node.end - 3) };
  return stringLiteral(node, withoutIndentation(textIn(node, content)), content);
}

export function characterLiteral(node: Node): Expression {
  const content = { start: node.start + 1, end: Math.max(node.start + 1, node.end - 1) };
  return stringLiteral(node, unescape(textIn(node, content)), content);
}

/** `$"…"` in all its forms as a template; a string literal when there are no holes. */
export function interpolatedString(node: Node, context: LoweringContext): Expression {
  const start = node.find('interpolation_start')?.text ?? '$';
  const isVerbatim = node.text.startsWith('@') || start.includes('@');
  const isRaw = (node.find('interpolation_quote')?.text.length ?? 0) >= 3;
  const parts: Expression[] = [];
  let run: Node[] = [];
  const endRun = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined) parts.push(literalPart({ start: first.start, end: last.end }, run, isVerbatim, isRaw));
    run = [];
  };
  for (const child of node.named) {
    if (child.type === 'string_content' || child.type === 'escape_sequence') run.push(child);
    if (child.type !== 'interpolation') continue;
    endRun();
    const [hole] = operands(child).filter((part) => !part.type.startsWith('interpolation_'));
    parts.push(hole === undefined ? opaqueOf(child, []) : expression(hole, context));
  }
  endRun();
  const [only] = parts;
  if (only === undefined) return emptyString(node);
  if (parts.length === 1 && only.kind === 'literal' && node.named.every((child) => child.type !== 'interpolation'))
    return { ...only, start: node.start, end: node.end };
  return { kind: 'template', start: node.start, end: node.end, parts };
}

function literalPart(range: Range, run: readonly Node[], isVerbatim: boolean, isRaw: boolean): Expression {
  const text = run.map((part) => part.text).join('');
  if (isRaw) return stringLiteral(range, text, range);
  const unbraced = text.replaceAll('{{', '{').replaceAll('}}', '}');
  return stringLiteral(range, isVerbatim ? unbraced.replaceAll('""', '"') : unescape(unbraced), range);
}

function emptyString(node: Node): Expression {
  const end = Math.max(node.start, node.end - (/(?<!")"*$/.exec(node.text)?.[0].length ?? 0) / 2);
  return stringLiteral(node, '', { start: end, end });
}

function textIn(node: Node, range: Range): string {
  return node.text.slice(range.start - node.start, range.end - node.start);
}

/**
 * The lines of a raw string without the indentation of its closing quotes.
 * https://learn.microsoft.com/dotnet/csharp/programming-guide/strings/#raw-string-literals
 */
function withoutIndentation(text: string): string {
  const [first, ...rest] = text.split(/\r?\n/);
  const last = rest.pop();
  if (last === undefined) return first ?? '';
  return rest.map((line) => (line.startsWith(last) ? line.slice(last.length) : line.trimStart())).join('\n');
}
