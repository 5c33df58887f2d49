// Strings with holes: literal text between the nodes of a tree that are holes.
import type { Expression, Range } from '../ir.js';
import { rangeOf, stringLiteral } from './lowering.js';
import type { Node } from './node.js';

export interface TemplateParts {
  /** Range of the whole, quotes included. */
  readonly range: Range;
  /** Range of the text between the quotes. */
  readonly content: Range;
  readonly source: string;
  /** The holes in source order, delimiters (`#{…}`) included. */
  readonly holes: readonly Node[];
  readonly hole: (node: Node) => Expression;
  /** The value of literal text: escapes resolved. `from` is where it stands. */
  readonly value: (text: string, from: number) => string;
}

/** A string literal when there are no holes, else a template of string literals and lowered holes. Empty text between holes is left out. */
export function templateOf({ range, content, source, holes, hole, value }: TemplateParts): Expression {
  if (holes.length === 0) return stringLiteral(range, value(source.slice(content.start, content.end), content.start), content);
  const parts: Expression[] = [];
  const text = (start: number, end: number): void => {
    if (start < end) parts.push(stringLiteral({ start, end }, value(source.slice(start, end), start), { start, end }));
  };
  let from = content.start;
  for (const node of holes) {
    text(from, node.start);
    parts.push(hole(node));
    from = node.end;
  }
  text(from, content.end);
  return { kind: 'template', ...rangeOf(range), parts };
}

/** Strings written side by side or joined by the grammar: a template, because their text does not stand in one piece. */
export function joined(range: Range, strings: readonly Expression[]): Expression {
  return { kind: 'template', ...rangeOf(range), parts: strings.flatMap((part) => (part.kind === 'template' ? part.parts : [part])) };
}
