// Strings with holes: literal text between the nodes of a tree that are holes.
import type { Expression, Range } from '../ir.js';
import { rangeOf, stringLiteral } from './lowering.js';

export interface TemplateParts<Hole extends Range> {
  /** Range of the whole, quotes included. */
  readonly range: Range;
  /** Range of the text between the quotes. */
  readonly content: Range;
  readonly source: string;
  /** The holes in source order, delimiters (`#{…}`) included. */
  readonly holes: readonly Hole[];
  readonly hole: (hole: Hole) => Expression;
  /** The value of literal text: escapes resolved. `from` is where it stands. */
  readonly value: (text: string, from: number) => string;
}

/** A string literal when there are no holes, else a template of string literals and lowered holes. Empty text between holes is left out. */
export function templateOf<Hole extends Range>({ range, content, source, holes, hole, value }: TemplateParts<Hole>): Expression {
  if (holes.length === 0) return stringLiteral(range, value(source.slice(content.start, content.end), content.start), content);
  const parts: Expression[] = [];
  const text = (start: number, end: number): void => {
    if (start < end) parts.push(stringLiteral({ start, end }, value(source.slice(start, end), start), { start, end }));
  };
  let from = content.start;
  for (const next of holes) {
    text(from, next.start);
    parts.push(hole(next));
    from = next.end;
  }
  text(from, content.end);
  return { kind: 'template', ...rangeOf(range), parts };
}

/** Strings written side by side or joined by the grammar: a template, because their text does not stand in one piece. */
export function joined(range: Range, strings: readonly Expression[]): Expression {
  return { kind: 'template', ...rangeOf(range), parts: strings.flatMap((part) => (part.kind === 'template' ? part.parts : [part])) };
}

/** Takes up to that many spaces or tabs from the beginning of each line; from the first one only when the text starts there. */
export function withoutIndentation(text: string, indentation: number, startsLine: boolean): string {
  if (indentation === 0) return text;
  const indent = new RegExp(`^[ \\t]{1,${indentation}}`);
  return text
    .split('\n')
    .map((line, index) => (index === 0 && !startsLine ? line : line.replace(indent, '')))
    .join('\n');
}
