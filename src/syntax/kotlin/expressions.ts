// Kotlin expressions.
import type { Argument, Block, Expression, FunctionExpression, Parameter } from '../ir.js';
import { identifierRange, identifierText } from '../tree-sitter/backticks.js';
import {
  blockOf,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  rangeOf,
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
  unaryOf,
} from '../tree-sitter/shapes.js';
import { ifValue, valueBlock } from '../tree-sitter/value-blocks.js';
import { annotationCall, classBody, bases, functionBody, functionParameters, variableTarget } from './declarations.js';
import { ifStatement, whenValue } from './decisions.js';
import { prefixedChain } from './prefixes.js';
import { statements, tryStatement } from './statements.js';
import { stringExpression } from './strings.js';
import { typeArguments, typeExpression } from './types.js';

const parts = partsWith((node, context) => expression(node, context));
const { first, last } = parts;
export const { value } = parts;

export const expression = expressionDispatcher({
  identifier,
  this_expression: (node) => nameOf(node, 'this'),
  super_expression: (node) => nameOf(node, 'super'),
  number_literal: numberLiteral,
  float_literal: numberLiteral,
  character_literal: (node) =>
    stringLiteral(node, unescape(node.text.slice(1, -1)), { start: node.start + 1, end: Math.max(node.start + 1, node.end - 1) }),
  string_literal: stringExpression,
  multiline_string_literal: stringExpression,
  parenthesized_expression: first,
  annotated_expression: (node, context) => last(node, context),
  as_expression: (node, context) => value(node, 'left', context),
  navigation_expression: (node, context) => prefixedChain(navigation(node, context)),
  // `::harden` is the function itself.
  callable_reference: first,
  index_expression: (node, context) => {
    const [object, ...indices] = node.named;
    const [index, ...others] = indices;
    if (object === undefined || index === undefined) return nothing(node);
    const lowered: Expression =
      others.length === 0
        ? expression(index, context)
        : {
            kind: 'list',
            start: index.start,
            end: others.at(-1)?.end ?? index.end,
            items: indices.map((part) => positional(expression(part, context))),
          };
    return prefixedChain({ kind: 'subscript', ...rangeOf(node), object: expression(object, context), index: lowered });
  },
  call_expression: (node, context) => prefixedChain(call(node, context)),
  infix_expression: infix,
  binary_expression: binary,
  unary_expression: unary,
  in_expression: (node, context) =>
    binaryOf(node, node.has('!in') ? 'not in' : 'in', value(node, 'left', context), value(node, 'right', context)),
  is_expression: (node, context) => {
    const type = node.child('right');
    const test = binaryOf(node, 'instanceof', value(node, 'left', context), type === undefined ? nothing(node) : typeExpression(type));
    return node.has('!is') ? unaryOf(node, 'not', test) : test;
  },
  assignment: (node, context) =>
    assignmentOf(node, node.child('operator')?.text ?? '=', value(node, 'left', context), value(node, 'right', context)),
  if_expression: (node, context) => ifValue(node, ifStatement(node, context)),
  when_expression: whenValue,
  try_expression: (node, context) => valueBlock(node, [tryStatement(node, context)]),
  // Leaving expressions (`a ?: return b`) have no value here.
  return_expression: (node, context) =>
    opaque(
      node,
      expression,
      context,
      node.named.filter((part) => part.field !== 'label'),
    ),
  lambda_literal: lambda,
  annotated_lambda: (node, context) => last(node, context),
  anonymous_function: (node, context) => {
    const params = node.find('function_value_parameters');
    const { body, isExpressionBody } = functionBody(node, context);
    return functionOf({ range: node, params: params === undefined ? [] : functionParameters(params, context), body, isExpressionBody });
  },
  object_literal: (node, context) => {
    const body = node.find('class_body');
    const declaration = {
      kind: 'class-declaration' as const,
      ...rangeOf(node),
      name: '',
      bases: bases(node),
      body: body === undefined ? blockOf({ start: node.end, end: node.end }, []) : classBody(body, context),
    };
    return { kind: 'class-expression', ...rangeOf(node), declaration };
  },
  collection_literal: (node, context) => ({
    kind: 'list',
    ...rangeOf(node),
    items: node.named.map((part) => positional(expression(part, context))),
  }),
  annotation: (node, context) => annotationCall(node, context),
  user_type: (node) => typeExpression(node),
  type_arguments: nothing,
  modifiers: nothing,
  label: nothing,
  // Where the parser lost its way a body can stand among expressions.
  block: (node, context) =>
    valueBlock(
      node,
      node.named.flatMap((part) => statements(part, context)),
    ),
});

/** Keywords that are values look like names to the grammar. */
function identifier(node: Node): Expression {
  switch (node.text) {
    case 'true':
      return literalOf(node, true);
    case 'false':
      return literalOf(node, false);
    case 'null':
      return literalOf(node, null);
    default:
      return nameOf(node, identifierText(node));
  }
}

/** `a.b`, `a?.b`; `a::b` is the method itself. */
function navigation(node: Node, context: LoweringContext): Expression {
  const [object, property] = node.named;
  if (object === undefined || property === undefined) return opaque(node, expression, context);
  return memberOf(node, expression(object, context), identifierRange(property), identifierText(property));
}

/** A trailing lambda belongs to the call before it: the grammar has one call around another. */
function call(node: Node, context: LoweringContext): Expression {
  const lambdaNode = node.find('annotated_lambda');
  const inner = node.named[0];
  if (inner === undefined) return nothing(node);
  const isSplit =
    lambdaNode !== undefined && inner.type === 'call_expression' && !inner.has('annotated_lambda') && !node.has('value_arguments');
  const parts = isSplit ? inner : node;
  const callee = parts.named[0] ?? inner;
  const args = parts.find('value_arguments');
  return callOf({
    range: node,
    callee: expression(callee, context),
    args: args === undefined ? [] : callArguments(args, context),
    list: args,
    block: lambdaNode === undefined ? undefined : trailingLambda(lambdaNode, context),
    typeArguments: typeArguments(parts.find('type_arguments')),
  });
}

function trailingLambda(node: Node, context: LoweringContext): FunctionExpression | undefined {
  const literal = node.find('lambda_literal');
  return literal === undefined ? undefined : lambda(literal, context);
}

export function callArguments(node: Node, context: LoweringContext): readonly Argument[] {
  return node.named.filter((part) => part.type === 'value_argument').map((part) => argument(part, context));
}

function argument(node: Node, context: LoweringContext): Argument {
  const parts = node.named.filter((part) => part.type !== 'annotation');
  const given = parts.at(-1);
  if (given === undefined) return positional(nothing(node));
  if (given.type === 'spread_expression') return { ...rangeOf(node), value: first(given, context), spread: 'positional' };
  const name = node.has('=') && parts.length > 1 ? parts[0] : undefined;
  const lowered = expression(given, context);
  return name === undefined
    ? positional(lowered, node)
    : { ...rangeOf(node), name: identifierText(name), nameRange: identifierRange(name), value: lowered };
}

/** `a to b` is the call `a.to(b)`. */
function infix(node: Node, context: LoweringContext): Expression {
  const [left, operator, right] = node.named;
  if (left === undefined || operator === undefined || right === undefined) return opaque(node, expression, context);
  const callee = memberOf(
    { start: left.start, end: operator.end },
    expression(left, context),
    identifierRange(operator),
    identifierText(operator),
  );
  return callOf({ range: node, callee, args: [positional(expression(right, context))], list: undefined });
}

function binary(node: Node, context: LoweringContext): Expression {
  const operator = node.child('operator')?.text ?? '';
  const left = node.child('left');
  const right = node.child('right');
  if (left === undefined || right === undefined) return opaque(node, expression, context);
  if (operator === '>') {
    const generic = genericCall(node, left, right, context);
    if (generic !== undefined) return generic;
  }
  return operationOf(node, operator, expression(left, context), expression(right, context));
}

/** `a.b<T>(x)` with one argument reads as two comparisons to the grammar. Nobody compares a comparison with something in parentheses. */
function genericCall(node: Node, left: Node, right: Node, context: LoweringContext): Expression | undefined {
  const callee = left.child('left');
  const type = left.child('right');
  if (left.type !== 'binary_expression' || left.child('operator')?.text !== '<' || callee === undefined || type === undefined)
    return undefined;
  if (type.type !== 'identifier' && type.type !== 'navigation_expression') return undefined;
  const lambdaNode = right.type === 'call_expression' ? right.find('annotated_lambda') : undefined;
  const args = lambdaNode === undefined ? right : right.named[0];
  if (args?.type !== 'parenthesized_expression') return undefined;
  return callOf({
    range: node,
    callee: expression(callee, context),
    args: args.named.map((part) => positional(expression(part, context))),
    list: args,
    block: lambdaNode === undefined ? undefined : trailingLambda(lambdaNode, context),
    typeArguments: [type.text],
  });
}

function unary(node: Node, context: LoweringContext): Expression {
  const operator = node.child('operator')?.text ?? '';
  if (operator === '!!') return value(node, 'argument', context);
  return prefixOf(node, operator, value(node, 'argument', context));
}

/** Without written parameters there is the implicit `it`, of no width. The last expression is the result. */
function lambda(node: Node, context: LoweringContext): FunctionExpression {
  const written = node.find('lambda_parameters');
  const implicit: Parameter = parameterOf({
    range: { start: node.start + 1, end: node.start + 1 },
    target: { kind: 'name', start: node.start + 1, end: node.start + 1, name: 'it' },
  });
  const body = node.named.filter((part) => part !== written).flatMap((part) => statements(part, context));
  return functionOf({
    range: node,
    params: written === undefined ? [implicit] : lambdaParameters(written),
    body: lambdaBlock(node, withImplicitReturn(body)),
  });
}

function lambdaBlock(node: Node, body: Block['body']): Block {
  const inside = insideOf(node);
  const arrow = node.find('->');
  return blockOf({ start: arrow?.end ?? inside.start, end: inside.end }, body);
}

function lambdaParameters(node: Node): readonly Parameter[] {
  return node.named.map((part) => {
    const type = part.type === 'variable_declaration' ? part.named[1] : undefined;
    return parameterOf({ range: part, target: variableTarget(part), typeName: type?.text });
  });
}
