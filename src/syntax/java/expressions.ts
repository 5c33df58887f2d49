// Java expressions.
import type { Argument, Expression, FunctionExpression, Parameter } from '../ir.js';
import {
  calledBlock,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  opaqueOf,
  rangeOf,
  returning,
  stringLiteral,
  unescape,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { partsWith } from '../tree-sitter/parts.js';
import {
  assignmentOf,
  binaryOf,
  callOf,
  countedOf,
  functionOf,
  memberOf,
  operationOf,
  parameterOf,
  positional,
  prefixOf,
} from '../tree-sitter/shapes.js';
import { block, classBody, parameters } from './declarations.js';
import { switchValue } from './switches.js';
import { stringValue } from './strings.js';
import { typeArguments, typeExpression } from './types.js';

export const { value } = partsWith((node, context) => expression(node, context));

export const expression = expressionDispatcher({
  identifier: (node) => nameOf(node),
  this: (node) => nameOf(node),
  super: (node) => nameOf(node),
  true: (node) => literalOf(node, true),
  false: (node) => literalOf(node, false),
  null_literal: (node) => literalOf(node, null),
  decimal_integer_literal: numberLiteral,
  hex_integer_literal: numberLiteral,
  binary_integer_literal: numberLiteral,
  octal_integer_literal: (node) => literalOf(node, Number.parseInt(node.text.replaceAll('_', ''), 8)),
  decimal_floating_point_literal: numberLiteral,
  character_literal: (node) => stringLiteral(node, unescape(node.text.slice(1, -1)), insideQuotes(node, 1)),
  string_literal: (node) =>
    node.text.startsWith('"""')
      ? stringLiteral(node, stringValue(node.text), insideQuotes(node, 3))
      : stringLiteral(node, stringValue(node.text), insideQuotes(node, 1)),
  parenthesized_expression: inner,
  cast_expression: (node, context) => value(node, 'value', context),
  field_access: fieldAccess,
  scoped_identifier: (node) => typeExpression(node),
  array_access: (node, context) => ({
    kind: 'subscript',
    start: node.start,
    end: node.end,
    object: value(node, 'array', context),
    index: value(node, 'index', context),
  }),
  method_invocation: invocation,
  object_creation_expression: creation,
  array_creation_expression: (node, context) => {
    const items = node.child('value');
    return items === undefined ? opaque(node, expression, context, node.all('dimensions')) : list(items, context, node);
  },
  array_initializer: (node, context) => list(node, context),
  element_value_array_initializer: (node, context) => list(node, context),
  class_literal: (node) => classLiteral(node),
  unary_expression: (node, context) => prefixOf(node, node.child('operator')?.text ?? '', value(node, 'operand', context)),
  update_expression: (node, context) => countedOf(node, expression(node.named[0]!, context), node.text.includes('--') ? '--' : '++'),
  binary_expression: (node, context) =>
    operationOf(node, node.child('operator')?.text ?? '', value(node, 'left', context), value(node, 'right', context)),
  instanceof_expression: (node, context) => {
    const type = node.child('right') ?? node.child('pattern');
    return type === undefined
      ? opaque(node, expression, context)
      : binaryOf(node, 'instanceof', value(node, 'left', context), typeExpression(patternType(type)));
  },
  ternary_expression: (node, context) => ({
    kind: 'conditional',
    start: node.start,
    end: node.end,
    test: value(node, 'condition', context),
    consequent: value(node, 'consequence', context),
    alternate: value(node, 'alternative', context),
  }),
  assignment_expression: (node, context) =>
    assignmentOf(node, node.child('operator')?.text ?? '=', value(node, 'left', context), value(node, 'right', context)),
  lambda_expression: lambda,
  method_reference: methodReference,
  switch_expression: (node, context) => switchValue(node, context),
  annotation: (node, context) => annotation(node, context),
  marker_annotation: (node, context) => annotation(node, context),
  // Where the parser lost its way a body can stand among expressions.
  block: (node, context) => calledBlock(node, block(node, context)),
  class_body: (node, context) => calledBlock(node, classBody(node, context)),
  type_identifier: (node) => nameOf(node),
  scoped_type_identifier: (node) => typeExpression(node),
  type_arguments: (node) => opaqueOf(node, []),
  modifiers: (node) => opaqueOf(node, []),
});

/** `Boolean::parseBoolean` is the method itself. */
function methodReference(node: Node, context: LoweringContext): Expression {
  const [object, method] = node.named;
  if (object === undefined || method?.type !== 'identifier') return opaque(node, expression, context, node.named.slice(0, 1));
  return memberOf(node, expression(object, context), rangeOf(method), method.text);
}

function inner(node: Node, context: LoweringContext): Expression {
  const part = node.named[0];
  return part === undefined ? opaqueOf(node, []) : expression(part, context);
}

function insideQuotes(node: Node, quotes: number): { start: number; end: number } {
  return { start: node.start + quotes, end: Math.max(node.start + quotes, node.end - quotes) };
}

function fieldAccess(node: Node, context: LoweringContext): Expression {
  const field = node.child('field');
  if (field === undefined) return opaque(node, expression, context);
  // `Outer.this` is the instance of an enclosing class.
  if (field.type === 'this') return nameOf(node, 'this');
  return memberOf(node, value(node, 'object', context), field, field.text);
}

function invocation(node: Node, context: LoweringContext): Expression {
  const name = node.child('name');
  const args = node.child('arguments');
  if (name === undefined || args === undefined) return opaque(node, expression, context);
  const object = node.child('object');
  const callee =
    object === undefined ? nameOf(name) : memberOf({ start: node.start, end: name.end }, expression(object, context), name, name.text);
  return callOf({
    range: node,
    callee,
    args: callArguments(args, context),
    list: args,
    typeArguments: typeArguments(node.child('type_arguments')),
  });
}

/** `new X(…)`. An anonymous class body becomes the call's block: in `new X() {{ setSecure(true); }}` it speaks about the new object. */
function creation(node: Node, context: LoweringContext): Expression {
  const type = node.child('type');
  const args = node.child('arguments');
  if (type === undefined || args === undefined) return opaque(node, expression, context);
  const body = node.find('class_body');
  return callOf({
    range: node,
    callee: typeExpression(type),
    args: callArguments(args, context),
    list: args,
    isNew: true,
    block: body === undefined ? undefined : anonymousBody(body, context),
    typeArguments: typeArguments(type.find('type_arguments')),
  });
}

/** The members of an anonymous class; the statements of its initialiser blocks stand among them. */
function anonymousBody(body: Node, context: LoweringContext): FunctionExpression {
  const members = classBody(body, context);
  return functionOf({
    range: body,
    params: [],
    body: { ...members, body: members.body.flatMap((member) => (member.kind === 'block' ? member.body : [member])) },
  });
}

export function callArguments(node: Node, context: LoweringContext): readonly Argument[] {
  return node.named.map((argument) => positional(expression(argument, context)));
}

function list(node: Node, context: LoweringContext, range: Node = node): Expression {
  return { kind: 'list', start: range.start, end: range.end, items: callArguments(node, context) };
}

function classLiteral(node: Node): Expression {
  const type = node.named[0];
  const word = node.find('class');
  return type === undefined || word === undefined ? opaqueOf(node, []) : memberOf(node, typeExpression(type), word, 'class');
}

/** The type in `x instanceof Foo f` and `x instanceof Point(var a, var b)`. */
function patternType(node: Node): Node {
  const type = node.type.endsWith('pattern') ? node.named[0] : undefined;
  return type === undefined ? node : patternType(type);
}

function lambda(node: Node, context: LoweringContext): Expression {
  const body = node.child('body');
  if (body === undefined) return opaque(node, expression, context);
  const isBlock = body.type === 'block';
  return functionOf({
    range: node,
    params: lambdaParameters(node.child('parameters'), context),
    body: isBlock ? block(body, context) : returning(expression(body, context)),
    isExpressionBody: !isBlock,
  });
}

function lambdaParameters(node: Node | undefined, context: LoweringContext): readonly Parameter[] {
  if (node === undefined) return [];
  if (node.type === 'identifier') return [parameterOf({ range: node, target: nameOf(node) })];
  if (node.type === 'inferred_parameters') return node.named.map((name) => parameterOf({ range: name, target: nameOf(name) }));
  return parameters(node, context);
}

/** `@Value("…")` as a call of `Value`; `@Bean(name = "x")` with named arguments. */
export function annotation(node: Node, context: LoweringContext): Expression {
  const name = node.child('name');
  if (name === undefined) return opaque(node, expression, context);
  const args = node.child('arguments');
  return callOf({
    range: node,
    callee: typeExpression(name),
    args: args?.named.map((argument) => annotationArgument(argument, context)) ?? [],
    list: args,
  });
}

function annotationArgument(node: Node, context: LoweringContext): Argument {
  const key = node.type === 'element_value_pair' ? node.child('key') : undefined;
  if (key === undefined) return positional(expression(node, context));
  return {
    start: node.start,
    end: node.end,
    name: key.text,
    nameRange: { start: key.start, end: key.end },
    value: value(node, 'value', context),
  };
}

/** What a `case` compares with, without the statements; a pattern is opaque. */
export function caseTest(node: Node, context: LoweringContext): Expression {
  if (node.type === 'pattern') return opaqueOf(node, []);
  return expression(node, context);
}
