/** Builds the few IR nodes that settings files lower to. */

import type {
  Argument,
  Call,
  Comment,
  Expression,
  ExpressionStatement,
  FunctionExpression,
  ListExpression,
  Literal,
  Name,
  Opaque,
  Property,
  Range,
  RecordEntry,
  RecordExpression,
  SpreadEntry,
  Statement,
  SyntaxProblem,
} from '../ir.js';

export function rangeOf(start: number, end: number): Range {
  return { start, end };
}

/** A string literal; `content` is the text between the quotes and equals the whole range where there are none. */
export function stringLiteral(value: string, range: Range, content: Range = range): Literal {
  return { kind: 'literal', value, start: range.start, end: range.end, content: rangeOf(content.start, content.end) };
}

/** An unquoted string literal whose value is its own text. */
export function bareLiteral(text: string, start: number, end: number): Literal {
  return stringLiteral(text.slice(start, end), rangeOf(start, end));
}

/** A number, boolean or null. */
export function plainLiteral(value: number | boolean | null | undefined, range: Range): Literal {
  return { kind: 'literal', value, start: range.start, end: range.end };
}

export function nameNode(name: string, range: Range): Name {
  return { kind: 'name', name, start: range.start, end: range.end };
}

export function opaqueNode(range: Range, children: readonly Expression[] = []): Opaque {
  return { kind: 'opaque', children, start: range.start, end: range.end };
}

export function propertyNode(
  key: Expression,
  value: Expression,
  range: Range = rangeOf(key.start, Math.max(key.end, value.end)),
): Property {
  return { kind: 'property', key, value, start: range.start, end: range.end };
}

export function spreadEntry(value: Expression, range: Range = value): SpreadEntry {
  return { kind: 'spread', value, start: range.start, end: range.end };
}

export function settingsRecord(entries: readonly RecordEntry[], range: Range): RecordExpression {
  return { kind: 'record', entries, style: 'settings', start: range.start, end: range.end };
}

export function listNode(values: readonly Expression[], range: Range): ListExpression {
  return { kind: 'list', items: values.map(positional), start: range.start, end: range.end };
}

export function positional(value: Expression): Argument {
  return { value, start: value.start, end: value.end };
}

export function expressionStatement(expression: Expression, range: Range = expression): ExpressionStatement {
  return { kind: 'expression', expression, start: range.start, end: range.end };
}

/** The body of a directive or section: a function without parameters. `range` includes the delimiters. */
export function directiveBlock(body: readonly Statement[], range: Range): FunctionExpression {
  const { start, end } = range;
  return { kind: 'function', params: [], body: { kind: 'block', body, start, end }, isExpressionBody: false, start, end };
}

/** A call written without parentheses: `name arg arg { … }`. */
export function directiveCall(callee: Name, args: readonly Argument[], range: Range, block?: FunctionExpression): Call {
  return {
    kind: 'call',
    callee,
    args,
    isNew: false,
    argsRange: rangeOf(callee.end, callee.end),
    parenthesised: false,
    start: range.start,
    end: range.end,
    ...(block === undefined ? {} : { block }),
  };
}

/** A comment whose delimiters take `opening` and `closing` units of its range. */
export function commentNode(text: string, range: Range, opening: number, closing = 0): Comment {
  const { start, end } = range;
  return { start, end, text: text.slice(Math.min(start + opening, end), Math.max(end - closing, Math.min(start + opening, end))) };
}

export function problem(message: string, start: number, end: number): SyntaxProblem {
  return { message, start, end };
}
