// Scala expressions.
import type { Argument, Block, Expression, FunctionExpression, Name, Parameter, Range } from '../ir.js';
import { identifierRange, identifierText } from '../tree-sitter/backticks.js';
import {
  bareString,
  blockOf,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  rangeOf,
  returning,
  stringLiteral,
  unescape,
  withImplicitReturn,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { nothing, partsWith } from '../tree-sitter/parts.js';
import {
  assignmentOf,
  binaryOf,
  callOf,
  functionOf,
  insideOf,
  memberOf,
  operationOf,
  parameterOf,
  positional,
  prefixOf,
} from '../tree-sitter/shapes.js';
import { ifValue, valueBlock } from '../tree-sitter/value-blocks.js';
import { annotationCall, templateBody } from './declarations.js';
import { caseFunction, ifStatement, isBlock, matchValue, tryStatement } from './decisions.js';
import { infixTree, isInfix, type Infix, type InfixOperand } from './precedence.js';
import { statements } from './statements.js';
import { interpolated, plainString } from './strings.js';
import { typeExpression } from './types.js';

const parts = partsWith((node, context) => expression(node, context));
const { first, last } = parts;
export const { value } = parts;

export const expression = expressionDispatcher({
  identifier,
  operator_identifier: (node) => nameOf(node),
  wildcard: (node) => nameOf(node),
  stable_identifier: (node, context) => {
    const [object, property] = node.named;
    return object === undefined || property === undefined
      ? nothing(node)
      : memberOf(node, expression(object, context), identifierRange(property), identifierText(property));
  },
  boolean_literal: (node) => literalOf(node, node.text === 'true'),
  null_literal: (node) => literalOf(node, null),
  unit: (node) => literalOf(node, undefined),
  integer_literal: number,
  floating_point_literal: number,
  character_literal: (node) =>
    stringLiteral(node, unescape(node.text.slice(1, -1)), { start: node.start + 1, end: Math.max(node.start + 1, node.end - 1) }),
  string: plainString,
  interpolated_string_expression: interpolated,
  quote_expression: (node) => (node.named[0]?.type === 'identifier' ? bareString(node.named[0], node.named[0].text) : nothing(node)),
  parenthesized_expression: first,
  ascription_expression: first,
  field_expression: (node, context) => {
    const field = node.child('field');
    return field === undefined
      ? opaque(node, expression, context)
      : memberOf(node, value(node, 'value', context), identifierRange(field), identifierText(field));
  },
  generic_function: generic,
  call_expression: call,
  instance_expression: creation,
  infix_expression: infix,
  prefix_expression: (node, context) => prefixOf(node, node.children[0]?.text ?? '', last(node, context)),
  postfix_expression: (node, context) => opaque(node, expression, context, node.named.slice(0, 1)),
  assignment_expression: (node, context) => assignmentOf(node, '=', assignmentTarget(node, context), value(node, 'right', context)),
  tuple_expression: list,
  lambda_expression: (node, context) => lambda(node, node, context),
  case_block: caseFunction,
  if_expression: (node, context) => ifValue(node, ifStatement(node, context)),
  match_expression: matchValue,
  try_expression: (node, context) => valueBlock(node, [tryStatement(node, context)]),
  block: blockValue,
  indented_block: blockValue,
  for_expression: (node, context) => valueBlock(node, statements(node, context)),
  while_expression: (node, context) => valueBlock(node, statements(node, context)),
  do_while_expression: (node, context) => valueBlock(node, statements(node, context)),
  annotation: (node, context) => annotationCall(node, context),
  type_arguments: nothing,
  modifiers: nothing,
  template_body: (node, context) => valueBlock(node, templateBody(node, context).body),
});

function identifier(node: Node): Expression {
  return nameOf(node, identifierText(node));
}

/** A sign may be part of the literal. */
function number(node: Node): Expression {
  if (!node.text.startsWith('-')) return numberLiteral(node);
  const value = Number(/^-[\d_.]+(?:[eE][+-]?\d+)?/.exec(node.text)?.[0].replaceAll('_', ''));
  return Number.isNaN(value) ? nothing(node) : literalOf(node, value);
}

function list(node: Node, context: LoweringContext): Expression {
  return { kind: 'list', ...rangeOf(node), items: node.named.map((part) => positional(expression(part, context))) };
}

/** Casts are transparent, tests are `instanceof`; other type arguments belong to the call around. */
function generic(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  if (callee === undefined) return nothing(node);
  const object = callee.child('value');
  const method = callee.child('field')?.text;
  const type = node.child('type_arguments')?.named[0];
  if (object !== undefined && method === 'asInstanceOf') return expression(object, context);
  if (object !== undefined && method === 'isInstanceOf' && type !== undefined)
    return binaryOf(node, 'instanceof', expression(object, context), typeExpression(type));
  return expression(callee, context);
}

/** A block after the arguments, or instead of them, belongs to the call: `setCookie(c) { … }`, `xs.map { x => … }`. */
function call(node: Node, context: LoweringContext): Expression {
  const args = node.child('arguments');
  const callee = node.child('function');
  if (args === undefined || callee === undefined) return opaque(node, expression, context);
  if (args.type === 'arguments') {
    return callOf({
      range: node,
      callee: expression(callee, context),
      args: callArguments(args, context),
      list: args,
      typeArguments: typeArgumentsOf(callee),
    });
  }
  const inner = callee.type === 'call_expression' ? callee.child('arguments') : undefined;
  const block = blockArgument(args, context);
  const innerCallee = callee.child('function');
  if (inner?.type === 'arguments' && innerCallee !== undefined) {
    return callOf({
      range: node,
      callee: expression(innerCallee, context),
      args: callArguments(inner, context),
      list: inner,
      block,
      typeArguments: typeArgumentsOf(innerCallee),
    });
  }
  return callOf({
    range: node,
    callee: expression(callee, context),
    args: [],
    list: undefined,
    block,
    typeArguments: typeArgumentsOf(callee),
  });
}

function typeArgumentsOf(callee: Node): readonly string[] | undefined {
  return callee.type === 'generic_function' ? callee.child('type_arguments')?.named.map((type) => type.text) : undefined;
}

function blockArgument(node: Node, context: LoweringContext): FunctionExpression {
  if (node.type === 'case_block') return caseFunction(node, context);
  const [only, ...others] = node.named;
  if (only?.type === 'lambda_expression' && others.length === 0) return lambda(only, node, context);
  return functionOf({ range: node, params: [], body: functionBlock(node, context) });
}

/** Statements whose last expression is the result. */
export function functionBlock(node: Node, context: LoweringContext): Block {
  return blockOf(node, withImplicitReturn(node.named.flatMap((part) => statements(part, context))));
}

export function callArguments(node: Node, context: LoweringContext): readonly Argument[] {
  return node.named.map((part) => argument(part, context));
}

function argument(node: Node, context: LoweringContext): Argument {
  const name = node.type === 'assignment_expression' ? node.child('left') : undefined;
  if (name?.type === 'identifier') {
    const given = node.child('right');
    return {
      ...rangeOf(node),
      name: identifierText(name),
      nameRange: identifierRange(name),
      value: given === undefined ? nothing(node) : placeholderFunction(given, context),
    };
  }
  const spread = spreadOf(node);
  if (spread !== undefined) return { ...rangeOf(node), value: expression(spread, context), spread: 'positional' };
  return positional(placeholderFunction(node, context), node);
}

/** `xs: _*` and `xs*`. */
function spreadOf(node: Node): Node | undefined {
  const isSpread =
    (node.type === 'ascription_expression' && node.has('repeated_parameter_type')) ||
    (node.type === 'postfix_expression' && node.named.at(-1)?.text === '*');
  return isSpread ? node.named[0] : undefined;
}

/** `_.secure` as an argument is a function of `_`. */
function placeholderFunction(node: Node, context: LoweringContext): Expression {
  const places = node.type === 'wildcard' ? [] : placeholders(node);
  if (places.length === 0) return expression(node, context);
  const params = places.map((place): Parameter => parameterOf({ range: place, target: nameOf(place) }));
  return functionOf({ range: node, params, body: returning(expression(node, context)), isExpressionBody: true });
}

/** The `_` of an expression, not those of arguments and functions inside it. */
function placeholders(node: Node): readonly Node[] {
  if (node.type === 'wildcard') return [node];
  if (
    node.type === 'arguments' ||
    node.type === 'lambda_expression' ||
    node.type === 'case_block' ||
    isBlock(node) ||
    node.type.endsWith('_type')
  )
    return [];
  return node.named.flatMap(placeholders);
}

/** `new X(…) { … }`: the members of an anonymous class are the block of the call. */
function creation(node: Node, context: LoweringContext): Expression {
  const [type] = node.named;
  if (type === undefined || type.type === 'template_body') return opaque(node, expression, context);
  const [args] = node.all('arguments');
  const body = node.find('template_body');
  return callOf({
    range: node,
    callee: typeExpression(type),
    args: args === undefined ? [] : callArguments(args, context),
    list: args,
    isNew: true,
    block: body === undefined ? undefined : functionOf({ range: body, params: [], body: templateBody(body, context) }),
    typeArguments: type.find('type_arguments')?.named.map((argumentType) => argumentType.text),
  });
}

const OPERATORS = new Set(['==', '!=', '&&', '||', '<', '>', '<=', '>=', '+', '-', '*', '/', '%', 'eq', 'ne']);

/** A chain of infix operators. */
function infix(node: Node, context: LoweringContext): Expression {
  const tree = infixTree(node);
  return isInfix(tree) ? operation(tree, context) : opaque(node, expression, context);
}

function operand(part: InfixOperand, context: LoweringContext): Expression {
  return isInfix(part) ? operation(part, context) : expression(part, context);
}

/** Operators, pairs (`a -> b` is a list), `a += b`, and calls written without a dot. */
function operation({ left, operator, right }: Infix, context: LoweringContext): Expression {
  const word = operator.text;
  const target = operand(left, context);
  const argumentNode = isInfix(right) ? undefined : right;
  if (OPERATORS.has(word) || word === '->' || operator.type === 'operator_identifier') {
    const given = operand(right, context);
    const range = { start: target.start, end: Math.max(given.end, argumentNode?.end ?? 0) };
    if (OPERATORS.has(word)) return operationOf(range, word, target, given);
    if (word === '->') return { kind: 'list', ...range, items: [positional(target), positional(given)] };
    return /^[+\-*/|&:]+=$/.test(word) ? assignmentOf(range, word, target, given) : binaryOf(range, 'other', target, given);
  }
  const callee = memberOf({ start: target.start, end: operator.end }, target, identifierRange(operator), identifierText(operator));
  const isBlockArgument = argumentNode !== undefined && (argumentNode.type === 'case_block' || isBlock(argumentNode));
  const args = isBlockArgument
    ? []
    : argumentNode === undefined
      ? [positional(operand(right, context))]
      : argumentNode.type === 'tuple_expression'
        ? callArguments(argumentNode, context)
        : [positional(placeholderFunction(argumentNode, context))];
  return callOf({
    range: { start: target.start, end: argumentNode?.end ?? args.at(-1)?.end ?? callee.end },
    callee,
    args,
    list: undefined,
    block: isBlockArgument ? blockArgument(argumentNode, context) : undefined,
  });
}

/** `x(0) = 1` assigns to an element. */
function assignmentTarget(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const object = left?.type === 'call_expression' ? left.child('function') : undefined;
  const index = left?.child('arguments')?.named[0];
  if (left === undefined || object === undefined || index === undefined) return value(node, 'left', context);
  return { kind: 'subscript', ...rangeOf(left), object: expression(object, context), index: expression(index, context) };
}

/** `x => …`, also in braces (`around`), where several statements may follow. */
function lambda(node: Node, around: Node, context: LoweringContext): FunctionExpression {
  const arrow = node.children.findIndex((part) => part.type === '=>' || part.type === '?=>');
  const [parameters] = node.children.slice(0, Math.max(arrow, 0)).filter((part) => part.isNamed && part.field !== 'type_parameters');
  const body = node.children.slice(arrow + 1).filter((part) => part.isNamed);
  const [only, ...others] = body;
  const isExpressionBody = node === around && only !== undefined && others.length === 0 && !isBlock(only);
  const start = node.children[arrow]?.end ?? node.start;
  const block: Block = isExpressionBody
    ? returning(expression(only, context))
    : lambdaBlock({ start, end: around === node ? node.end : insideOf(around).end }, body, context);
  return functionOf({ range: around, params: parameters === undefined ? [] : lambdaParameters(parameters), body: block, isExpressionBody });
}

function lambdaBlock(range: Range, body: readonly Node[], context: LoweringContext): Block {
  const inner = body.flatMap((part) => (isBlock(part) ? part.named : [part])).flatMap((part) => statements(part, context));
  return blockOf({ start: range.start, end: Math.max(range.start, range.end) }, withImplicitReturn(inner));
}

function lambdaParameters(node: Node): readonly Parameter[] {
  if (node.type !== 'bindings') return [parameterOf({ range: node, target: parameterName(node) })];
  return node.named.map((binding) =>
    parameterOf({ range: binding, target: parameterName(binding.child('name') ?? binding), typeName: binding.child('type')?.text }),
  );
}

function parameterName(node: Node): Name {
  return nameOf(node, identifierText(node));
}

function blockValue(node: Node, context: LoweringContext): Expression {
  const [only, ...others] = node.named;
  if (only !== undefined && others.length === 0 && !only.type.endsWith('_definition') && only.type !== 'return_expression')
    return expression(only, context);
  return valueBlock(
    node,
    node.named.flatMap((part) => statements(part, context)),
  );
}
