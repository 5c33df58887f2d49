// Builders of the IR shapes that every lowering of a C-like language needs: members, calls, functions, declarations, operators, loops.
import type {
  Argument,
  Assignment,
  BinaryOperator,
  Block,
  Call,
  Conditional,
  Expression,
  FunctionExpression,
  Member,
  Name,
  Parameter,
  Pattern,
  PatternElement,
  Range,
  Statement,
  UnaryOperator,
} from '../ir.js';
import { countingOf } from '../counting.js';
import { blockOf, expressionStatement, literalOf, nameOf, rangeOf, spanOf } from './lowering.js';
import type { Node } from './node.js';

// ------------------------------------------------------------------ members and calls

export function memberOf(range: Range, object: Expression, property: Range, name: string): Member {
  return { kind: 'member', ...rangeOf(range), object, property: name, propertyRange: rangeOf(property) };
}

/** A dotted or `::` path of identifier nodes: `a.b.C` as members of members. */
export function pathOf(parts: readonly Node[]): Expression {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('a path needs at least one part');
  return rest.reduce<Expression>(
    (object, part) => memberOf({ start: object.start, end: part.end }, object, part, part.text),
    nameOf(first),
  );
}

export interface CallParts {
  readonly range: Range;
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** The node with the parentheses around the arguments; undefined for a call written without them. */
  readonly list: Node | undefined;
  readonly isNew?: boolean;
  readonly block?: FunctionExpression | undefined;
  readonly initializer?: Call['initializer'];
  readonly typeArguments?: readonly string[] | undefined;
}

export function callOf({ range, callee, args, list, isNew = false, block, initializer, typeArguments }: CallParts): Call {
  return {
    kind: 'call',
    ...rangeOf(range),
    callee,
    args,
    isNew,
    argsRange: list === undefined ? { start: callee.end, end: callee.end } : insideOf(list),
    parenthesised: list !== undefined,
    ...(block === undefined ? {} : { block }),
    ...(initializer === undefined ? {} : { initializer }),
    ...(typeArguments === undefined || typeArguments.length === 0 ? {} : { typeArguments }),
  };
}

interface CallAbove {
  readonly range: Node;
  readonly word: 'super' | 'base';
  readonly args: readonly Argument[];
  readonly list: Node;
  /** The class has parameters of its own. */
  readonly isParametrised: boolean;
}

/**
 * The body of a class whose header says what the class above is made with, `class A(x) : B(x)`: that call comes before all else, as
 * `super(x)` does in a constructor. `range` is that of `B(x)`; `B()` of a class without parameters, too, says nothing.
 */
export function afterCallAbove(body: Block, { range, word, args, list, isParametrised }: CallAbove): Block {
  if (args.length === 0 && !isParametrised) return body;
  const call = callOf({ range, callee: { kind: 'name', start: range.start, end: list.start, name: word }, args, list });
  return blockOf(spanOf(range, body), [expressionStatement(call), ...body.body]);
}

export function positional(value: Expression, range: Range = value): Argument {
  return { ...rangeOf(range), value };
}

/** The text between a node's first and last token: between parentheses, brackets or braces. A closing token that is missing takes no room. */
export function insideOf(node: Node): Range {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return rangeOf(node);
  const start = first.isNamed ? node.start : first.end;
  return { start, end: Math.max(start, last.isNamed ? node.end : last.start) };
}

// ------------------------------------------------------------------ functions

export interface FunctionParts {
  readonly range: Range;
  readonly name?: string | undefined;
  readonly params: readonly Parameter[];
  readonly body: Block;
  readonly isExpressionBody?: boolean;
  readonly isAsync?: boolean;
  readonly returnType?: string | undefined;
  readonly decorators?: readonly Expression[];
}

export function functionOf({
  range,
  name,
  params,
  body,
  isExpressionBody = false,
  isAsync = false,
  returnType,
  decorators = [],
}: FunctionParts): FunctionExpression {
  return {
    kind: 'function',
    ...rangeOf(range),
    ...(name === undefined ? {} : { name }),
    params,
    body,
    isExpressionBody,
    ...(isAsync ? { isAsync } : {}),
    ...(returnType === undefined ? {} : { returnType }),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

export function functionDeclaration(
  parts: FunctionParts & {
    readonly name: string;
    readonly isStatic?: boolean;
    readonly isGetter?: boolean;
    readonly extends?: string | undefined;
  },
): Statement {
  return {
    kind: 'function-declaration',
    ...rangeOf(parts.range),
    name: parts.name,
    function: functionOf(parts),
    ...(parts.isStatic === true ? { isStatic: true } : {}),
    ...(parts.isGetter === true ? { isGetter: true } : {}),
    ...(parts.extends === undefined ? {} : { extends: parts.extends }),
  };
}

export interface DeclarationParts {
  readonly range: Range;
  readonly target: Name | Pattern;
  readonly value?: Expression | undefined;
  readonly typeName?: string | undefined;
  readonly constant: boolean;
  readonly isStatic?: boolean;
  readonly decorators?: readonly Expression[];
}

export function declarationOf({
  range,
  target,
  value,
  typeName,
  constant,
  isStatic = false,
  decorators = [],
}: DeclarationParts): Statement {
  return {
    kind: 'declaration',
    ...rangeOf(range),
    target,
    ...(value === undefined ? {} : { value }),
    ...(typeName === undefined ? {} : { typeName }),
    scope: 'block',
    constant,
    ...(isStatic ? { isStatic } : {}),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

export interface ParameterParts {
  readonly range: Range;
  readonly target: Name | Pattern;
  readonly default?: Expression | undefined;
  readonly typeName?: string | undefined;
  readonly rest?: boolean;
  readonly decorators?: readonly Expression[];
}

export function parameterOf({ range, target, default: value, typeName, rest = false, decorators = [] }: ParameterParts): Parameter {
  return {
    ...rangeOf(range),
    target,
    ...(value === undefined ? {} : { default: value }),
    ...(typeName === undefined ? {} : { typeName }),
    ...(rest ? { rest } : {}),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

/** `(a, b)` as a target: elements under their positions. */
export function positionalPattern(range: Range, targets: readonly (Name | Pattern)[]): Pattern {
  return { kind: 'pattern', ...rangeOf(range), elements: targets.map((target, key) => ({ ...rangeOf(target), key, target })) };
}

/** Destructuring of a list: `targetOf` tells what an item binds, if anything; an item of type `rest` takes what is left over. */
export function listPattern(node: Node, rest: string, targetOf: (item: Node) => Name | Pattern | undefined): Pattern {
  const elements = node.named.flatMap((item, index): PatternElement[] => {
    const inner = item.type === rest ? item.named[0] : item;
    const target = inner && targetOf(inner);
    return target ? [{ ...rangeOf(item), key: item.type === rest ? '...' : index, target }] : [];
  });
  return { kind: 'pattern', ...rangeOf(node), elements };
}

// ------------------------------------------------------------------ operators

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  '==': '==',
  '===': '==',
  eq: '==',
  '!=': '!=',
  '!==': '!=',
  ne: '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
  '=~': 'matches',
  instanceof: 'instanceof',
};

const LOGICAL: Readonly<Record<string, 'and' | 'or' | 'nullish'>> = {
  '&&': 'and',
  and: 'and',
  '||': 'or',
  or: 'or',
  '??': 'nullish',
  '?:': 'nullish',
};

const UNARY: Readonly<Record<string, UnaryOperator>> = { '!': 'not', '-': 'minus', '+': 'plus', '*': 'deref' };

const ASSIGNMENT: Readonly<Record<string, Assignment['operator']>> = {
  '=': '=',
  ':=': '=',
  '+=': 'append',
  '??=': 'nullish',
  '||=': 'or',
  '&&=': 'and',
  '|=': 'other',
};

export function operationOf(range: Range, operator: string, left: Expression, right: Expression): Expression {
  const logical = LOGICAL[operator];
  if (logical !== undefined) return { kind: 'logical', ...rangeOf(range), operator: logical, left, right };
  return binaryOf(range, BINARY[operator] ?? 'other', left, right);
}

export function binaryOf(range: Range, operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', ...rangeOf(range), operator, left, right };
}

export function choiceOf(range: Range, test: Expression, consequent: Expression, alternate: Expression): Conditional {
  return { kind: 'conditional', ...rangeOf(range), test, consequent, alternate };
}

/** A prefix operator. A minus before a number is part of the number. */
export function prefixOf(range: Range, operator: string, operand: Expression): Expression {
  if (operator === '-' && operand.kind === 'literal' && typeof operand.value === 'number') return literalOf(range, -operand.value);
  if (operator === '++' || operator === '--') return countedOf(range, operand, operator);
  return unaryOf(range, UNARY[operator] ?? 'other', operand);
}

/** `n++`, `--n`: what is counted holds something else afterwards. */
export function countedOf(range: Range, operand: Expression, operator: string): Expression {
  if (operand.kind !== 'name' && operand.kind !== 'member' && operand.kind !== 'subscript')
    return { kind: 'opaque', ...rangeOf(range), children: [operand] };
  return countingOf(range, operand, operator);
}

export function unaryOf(range: Range, operator: UnaryOperator, operand: Expression): Expression {
  return { kind: 'unary', ...rangeOf(range), operator, operand };
}

export function assignmentOf(range: Range, operator: string, target: Assignment['target'], value: Expression): Assignment {
  return { kind: 'assignment', ...rangeOf(range), target, value, operator: ASSIGNMENT[operator] ?? 'other' };
}

// ------------------------------------------------------------------ statements

export interface CountingLoop {
  readonly range: Range;
  readonly before: readonly Statement[];
  readonly test: Expression | undefined;
  readonly updates: readonly Statement[];
  readonly body: Block;
}

/** `for (before; test; updates) body`: a block around the loop holds what comes before. The updates run after the body but stand before it. */
export function countingLoop({ range, before, test, updates, body }: CountingLoop): Statement {
  const [firstUpdate] = updates;
  const loop: Statement = {
    kind: 'loop',
    ...rangeOf(range),
    ...(test === undefined ? {} : { test }),
    body: firstUpdate === undefined ? body : blockOf({ start: firstUpdate.start, end: body.end }, [...body.body, ...updates]),
  };
  return before.length === 0 ? loop : blockOf(range, [...before, loop]);
}

/** Bare expressions are left over where the parser lost its way; names and types among them say nothing. */
export function leftOver(lowered: Expression): readonly Statement[] {
  const isEmpty = lowered.kind === 'name' || (lowered.kind === 'opaque' && lowered.children.length === 0);
  return isEmpty ? [] : [expressionStatement(lowered)];
}

export interface EnumConstant {
  readonly range: Range;
  readonly name: Node;
  readonly args: readonly Argument[];
  /** The node with the parentheses around the arguments, if there are any. */
  readonly list: Node | undefined;
  /** The members of a constant with a body of its own. */
  readonly body: Block | undefined;
  readonly isNew: boolean;
  readonly decorators?: readonly Expression[];
}

/** A constant of an enum; one with arguments or members is a construction. */
export function enumConstant({ range, name, args, list, body, isNew, decorators = [] }: EnumConstant): Statement {
  const block = body === undefined ? undefined : functionOf({ range: body, params: [], body });
  const value = list === undefined && body === undefined ? undefined : callOf({ range, callee: nameOf(name), args, list, isNew, block });
  return declarationOf({ range, target: nameOf(name), value, constant: true, isStatic: true, decorators });
}
