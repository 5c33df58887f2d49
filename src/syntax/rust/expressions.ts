// Rust expressions.
import type { Argument, Expression, Parameter, RecordEntry } from '../ir.js';
import {
  bareString,
  calledBlock,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  rangeOf,
  returning,
  stringLiteral,
  unescape,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { nothing, partsWith } from '../tree-sitter/parts.js';
import { assignmentOf, callOf, functionOf, memberOf, operationOf, parameterOf, positional, prefixOf } from '../tree-sitter/shapes.js';
import { ifValue, valueBlock } from '../tree-sitter/value-blocks.js';
import { ifStatement, matchValue } from './decisions.js';
import { ofWrittenType } from './defaults.js';
import { items } from './items.js';
import { macroInvocation } from './macros.js';
import { target } from './patterns.js';
import { blockStatements, functionBlock, statements } from './statements.js';
import { stringExpression } from './strings.js';
import { typeExpression } from './types.js';

const parts = partsWith((node, context) => expression(node, context));
const { first } = parts;
export const { value } = parts;
const path = (node: Node): Expression => typeExpression(node);

export const expression = expressionDispatcher({
  identifier: (node) => nameOf(node),
  self: (node) => nameOf(node, 'this'),
  field_identifier: (node) => nameOf(node),
  scoped_identifier: path,
  type_identifier: path,
  scoped_type_identifier: path,
  generic_type: path,
  generic_type_with_turbofish: path,
  primitive_type: path,
  crate: path,
  super: path,
  boolean_literal: (node) => literalOf(node, node.text === 'true'),
  integer_literal: numberLiteral,
  float_literal: numberLiteral,
  negative_literal: (node, context) => prefixOf(node, '-', first(node, context)),
  char_literal: (node) =>
    stringLiteral(node, unescape(node.text.replace(/^b?'|'$/g, '')), {
      start: node.end - node.text.replace(/^b?'/, '').length,
      end: node.end - 1,
    }),
  string_literal: stringExpression,
  raw_string_literal: stringExpression,
  unit_expression: (node) => literalOf(node, undefined),
  parenthesized_expression: first,
  reference_expression: (node, context) => value(node, 'value', context),
  try_expression: first,
  await_expression: first,
  type_cast_expression: (node, context) => value(node, 'value', context),
  unary_expression: (node, context) => prefixOf(node, node.children[0]?.type ?? '', first(node, context)),
  binary_expression: (node, context) =>
    operationOf(node, node.child('operator')?.text ?? '', value(node, 'left', context), value(node, 'right', context)),
  assignment_expression: (node, context) => assignmentOf(node, '=', value(node, 'left', context), value(node, 'right', context)),
  compound_assignment_expr: (node, context) =>
    assignmentOf(node, node.child('operator')?.text ?? '', value(node, 'left', context), value(node, 'right', context)),
  field_expression: (node, context) => {
    const field = node.child('field');
    return field === undefined ? opaque(node, expression, context) : memberOf(node, value(node, 'value', context), field, field.text);
  },
  index_expression: (node, context) => {
    const [object, index] = node.named;
    if (object === undefined || index === undefined) return opaque(node, expression, context);
    return { kind: 'subscript', ...rangeOf(node), object: expression(object, context), index: expression(index, context) };
  },
  generic_function: (node, context) => value(node, 'function', context),
  call_expression: call,
  macro_invocation: macroInvocation,
  struct_expression: struct,
  tuple_expression: list,
  array_expression: (node, context) => (node.child('length') === undefined ? list(node, context) : opaque(node, expression, context)),
  closure_expression: closure,
  if_expression: (node, context) => ifValue(node, ifStatement(node, context)),
  match_expression: matchValue,
  block: blockValue,
  unsafe_block: blockValue,
  const_block: blockValue,
  // Its `return` leaves only the block.
  async_block: (node, context) => calledBlock(node, functionBlock(node.find('block') ?? node, context)),
  loop_expression: (node, context) => valueBlock(node, statements(node, context)),
  while_expression: (node, context) => valueBlock(node, statements(node, context)),
  for_expression: (node, context) => valueBlock(node, statements(node, context)),
  // What leaves (`None => return x`) has no value here.
  return_expression: (node, context) => opaque(node, expression, context),
  break_expression: nothing,
  continue_expression: nothing,
  type_arguments: nothing,
  attribute_item: nothing,
  inner_attribute_item: nothing,
  // Where the parser lost its way items can stand among expressions.
  function_item: (node, context) => valueBlock(node, items([node], context)),
  declaration_list: (node, context) => valueBlock(node, items(node.named, context)),
});

function call(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  const args = node.child('arguments');
  if (callee === undefined || args === undefined) return opaque(node, expression, context);
  const grown = grownText(node, callee, args, context);
  if (grown !== undefined) return grown;
  const types = callee.type === 'generic_function' ? callee.child('type_arguments')?.named.map((type) => type.text) : undefined;
  return callOf({ range: node, callee: expression(callee, context), args: elements(args, context), list: args, typeArguments: types });
}

/** https://doc.rust-lang.org/std/string/struct.String.html#method.push_str: the text grows in place. */
function grownText(node: Node, callee: Node, args: Node, context: LoweringContext): Expression | undefined {
  const object = callee.type === 'field_expression' ? callee.child('value') : undefined;
  const [only] = args.named;
  if (object?.type !== 'identifier' || only === undefined || callee.child('field')?.text !== 'push_str') return undefined;
  return assignmentOf(node, '+=', expression(object, context), expression(only, context));
}

function elements(node: Node, context: LoweringContext): readonly Argument[] {
  return node.named.filter((part) => part.type !== 'attribute_item').map((part) => positional(expression(part, context)));
}

function list(node: Node, context: LoweringContext): Expression {
  return { kind: 'list', ...rangeOf(node), items: elements(node, context) };
}

/** `T { a: 1, b, ..c }`: what is written wins over the base, wherever it stands. */
function struct(node: Node, context: LoweringContext): Expression {
  const type = node.child('name');
  const entries = node.child('body')?.named.flatMap((part): RecordEntry[] => {
    if (part.type === 'base_field_initializer') {
      const base = part.named[0];
      return base === undefined
        ? []
        : [{ kind: 'spread', ...rangeOf(part), value: ofWrittenType(base, type) ?? expression(base, context) }];
    }
    if (part.type === 'shorthand_field_initializer') {
      const name = part.find('identifier') ?? part;
      return [{ kind: 'property', ...rangeOf(part), key: bareString(name, name.text), value: nameOf(name), shorthand: true }];
    }
    const field = part.child('field');
    return field === undefined
      ? []
      : [{ kind: 'property', ...rangeOf(part), key: bareString(field, field.text), value: value(part, 'value', context) }];
  });
  const ordered = [...(entries ?? [])].sort((a, b) => Number(b.kind === 'spread') - Number(a.kind === 'spread'));
  return {
    kind: 'record',
    ...rangeOf(node),
    entries: ordered,
    ...(type === undefined ? {} : { type: typeExpression(type) }),
    style: 'struct',
  };
}

function closure(node: Node, context: LoweringContext): Expression {
  const body = node.child('body');
  if (body === undefined) return opaque(node, expression, context);
  const isBlock = body.type === 'block';
  return functionOf({
    range: node,
    params: node.child('parameters')?.children.flatMap(closureParameter) ?? [],
    body: isBlock ? functionBlock(body, context) : returning(expression(body, context)),
    isExpressionBody: !isBlock,
    isAsync: node.has('async'),
  });
}

/** `_` is a plain token. */
function closureParameter(node: Node): Parameter[] {
  if (node.type === '_') return [parameterOf({ range: node, target: nameOf(node) })];
  if (!node.isNamed) return [];
  const pattern = node.type === 'parameter' ? node.child('pattern') : node;
  return pattern === undefined ? [] : [parameterOf({ range: node, target: target(pattern), typeName: node.child('type')?.text })];
}

/** A block that stands for its last expression; one that is nothing else is that expression. */
function blockValue(node: Node, context: LoweringContext): Expression {
  const inner = node.type === 'block' ? node : (node.find('block') ?? node);
  const [only, ...others] = inner.named;
  if (only !== undefined && others.length === 0 && only.type.endsWith('_expression') && only.type !== 'return_expression')
    return expression(only, context);
  return valueBlock(node, blockStatements(inner, context));
}
