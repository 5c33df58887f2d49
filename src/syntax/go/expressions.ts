// Go expressions.
import type { Argument, Expression, RecordEntry } from '../ir.js';
import {
  bareString,
  calledBlock,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  opaqueOf,
  rangeOf,
  stringLiteral,
  unescape,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { nothing, partsWith } from '../tree-sitter/parts.js';
import { callOf, functionOf, memberOf, operationOf, positional, prefixOf, unaryOf } from '../tree-sitter/shapes.js';
import { parameters } from './declarations.js';
import { isReceiver } from './receivers.js';
import { block } from './statements.js';
import { elementType, impliedType, isSequence, typeExpression } from './types.js';

export const { value } = partsWith((node, context) => expression(node, context));

export const expression = expressionDispatcher({
  identifier: (node, context) => nameOf(node, isReceiver(node, context) ? 'this' : node.text),
  field_identifier: (node) => nameOf(node),
  package_identifier: (node) => nameOf(node),
  true: (node) => literalOf(node, true),
  false: (node) => literalOf(node, false),
  nil: (node) => literalOf(node, null),
  int_literal: numberLiteral,
  float_literal: numberLiteral,
  interpreted_string_literal: quoted,
  rune_literal: quoted,
  raw_string_literal: (node) => {
    const content = insideQuotes(node);
    return stringLiteral(node, node.text.slice(1, -1).replaceAll('\r', ''), content);
  },
  parenthesized_expression: (node, context) => (node.named[0] === undefined ? nothing(node) : expression(node.named[0], context)),
  selector_expression: (node, context) => {
    const field = node.child('field');
    return field === undefined ? opaque(node, expression, context) : memberOf(node, value(node, 'operand', context), field, field.text);
  },
  index_expression: (node, context) => ({
    kind: 'subscript',
    ...rangeOf(node),
    object: value(node, 'operand', context),
    index: value(node, 'index', context),
  }),
  // What the numbers are is read off the text.
  slice_expression: (node, context) => {
    const object = value(node, 'operand', context);
    return {
      kind: 'subscript',
      ...rangeOf(node),
      object,
      index: opaqueOf(
        { start: object.end, end: node.end },
        node.named.slice(1).map((part) => expression(part, context)),
      ),
    };
  },
  type_assertion_expression: (node, context) => value(node, 'operand', context),
  type_instantiation_expression: (node) => typeExpression(node.named[0] ?? node),
  call_expression: call,
  type_conversion_expression: conversion,
  composite_literal: composite,
  literal_value: (node, context) => literalValue(node, undefined, undefined, context),
  literal_element: (node, context) => (node.named[0] === undefined ? nothing(node) : expression(node.named[0], context)),
  unary_expression: unary,
  binary_expression: (node, context) =>
    operationOf(node, node.child('operator')?.text ?? '', value(node, 'left', context), value(node, 'right', context)),
  func_literal: (node, context) => {
    const params = node.child('parameters');
    const body = node.child('body');
    if (params === undefined || body === undefined) return opaque(node, expression, context);
    return functionOf({ range: node, params: parameters(params), body: block(body, context), returnType: node.child('result')?.text });
  },
  expression_list: (node, context) => valuesOf(node, context),
  type_identifier: (node) => typeExpression(node),
  qualified_type: (node) => typeExpression(node),
  generic_type: (node) => typeExpression(node),
  pointer_type: (node) => typeExpression(node),
  slice_type: nothing,
  map_type: nothing,
  array_type: nothing,
  channel_type: nothing,
  function_type: nothing,
  struct_type: nothing,
  interface_type: nothing,
  // Where the parser lost its way a body can stand among expressions.
  block: (node, context) => calledBlock(node, block(node, context)),
});

/** The values of `a` or `a, b`: several are a list. */
export function valuesOf(node: Node, context: LoweringContext): Expression {
  const [only, ...others] = node.named;
  if (only === undefined) return nothing(node);
  if (others.length === 0) return expression(only, context);
  return { kind: 'list', ...rangeOf(node), items: node.named.map((part) => positional(expression(part, context))) };
}

function insideQuotes(node: Node): { start: number; end: number } {
  return { start: node.start + 1, end: Math.max(node.start + 1, node.end - 1) };
}

function quoted(node: Node): Expression {
  return stringLiteral(node, unescape(node.text.slice(1, -1)), insideQuotes(node));
}

function call(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  const args = node.child('arguments');
  if (callee === undefined || args === undefined) return opaque(node, expression, context);
  const types = node.child('type_arguments')?.named.map((type) => type.text);
  return callOf({
    range: node,
    callee: expression(callee, context),
    args: args.named.map((part) => argument(part, context)),
    list: args,
    typeArguments: types,
  });
}

function argument(node: Node, context: LoweringContext): Argument {
  const spread = node.type === 'variadic_argument' ? node.named[0] : undefined;
  if (spread !== undefined) return { ...rangeOf(node), value: expression(spread, context), spread: 'positional' };
  return positional(expression(node, context));
}

/** `T(x)` is a call; so is `f[T](x)`, which the grammar takes for a conversion. */
function conversion(node: Node, context: LoweringContext): Expression {
  const type = node.child('type');
  const operand = node.child('operand');
  const open = node.find('(');
  if (type === undefined || operand === undefined || open === undefined) return opaque(node, expression, context);
  const lowered = expression(operand, context);
  return {
    kind: 'call',
    ...rangeOf(node),
    callee: typeExpression(type),
    args: [positional(lowered)],
    isNew: false,
    argsRange: { start: open.end, end: Math.max(open.end, node.end - 1) },
    parenthesised: true,
  };
}

function composite(node: Node, context: LoweringContext): Expression {
  const type = node.child('type');
  const body = node.child('body');
  if (type === undefined || body === undefined) return opaque(node, expression, context);
  return literalValue(body, type, isSequence(type) ? undefined : typeExpression(type), context, node);
}

/**
 * `{ … }` of a composite literal: a list for slices and arrays, else a record. Fields given by position have it as key.
 * `type` is undefined where it is not known what the braces build.
 */
function literalValue(
  node: Node,
  type: Node | undefined,
  written: Expression | undefined,
  context: LoweringContext,
  range: Node = node,
): Expression {
  const elements = node.named.filter((part) => part.type === 'keyed_element' || part.type === 'literal_element');
  const inner = elementType(type);
  const isList =
    isSequence(type) || (type === undefined && elements.length > 0 && elements.every((part) => part.type === 'literal_element'));
  if (isList) {
    const items = elements.map((part) => positional(elementValue(part.child('value') ?? part, inner, context)));
    return { kind: 'list', ...rangeOf(range), items };
  }
  const fields = fieldNames(type);
  const entries = elements.map((part, index): RecordEntry => {
    const key = part.child('key');
    const given = part.child('value');
    if (part.type === 'literal_element' || key === undefined || given === undefined) {
      const at = { start: part.start, end: part.start };
      const name = fields[index];
      return {
        kind: 'property',
        ...rangeOf(part),
        key: name === undefined ? literalOf(at, index) : { kind: 'literal', ...at, value: name },
        value: elementValue(part, inner, context),
      };
    }
    return { kind: 'property', ...rangeOf(part), key: fieldKey(key, type, context), value: elementValue(given, inner, context) };
  });
  return { kind: 'record', ...rangeOf(range), entries, ...(written === undefined ? {} : { type: written }), style: 'struct' };
}

/** The fields of a struct that is written where it is used: `[]struct{ name string }{{"a"}}`. */
function fieldNames(type: Node | undefined): readonly string[] {
  if (type?.type !== 'struct_type') return [];
  const declared = type.named[0]?.named.filter((part) => part.type === 'field_declaration') ?? [];
  return declared.flatMap((part) =>
    part.named.filter(({ field, type: kind }) => field === 'name' || kind === 'field_identifier').map(({ text }) => text),
  );
}

/** A field's name; in a map a name is a variable. */
function fieldKey(key: Node, type: Node | undefined, context: LoweringContext): Expression {
  const name = key.named[0] ?? key;
  return name.type === 'identifier' && type?.type !== 'map_type' ? bareString(name, name.text) : expression(name, context);
}

/** An element may leave out its type: `[]T{{…}}`, also for `[]*T`. */
function elementValue(node: Node, type: Node | undefined, context: LoweringContext): Expression {
  const part = node.type === 'literal_element' ? (node.named[0] ?? node) : node;
  if (part.type !== 'literal_value' || type === undefined) return expression(part, context);
  const pointed = type.type === 'pointer_type' ? (type.named[0] ?? type) : type;
  const implied = impliedType(pointed, part.start);
  return literalValue(part, pointed, implied.kind === 'opaque' ? undefined : implied, context);
}

/** `&x` and `x` mean the same here. */
function unary(node: Node, context: LoweringContext): Expression {
  const operator = node.child('operator')?.text ?? '';
  const operand = value(node, 'operand', context);
  if (operator === '&') return operand;
  return operator === '<-' ? unaryOf(node, 'other', operand) : prefixOf(node, operator, operand);
}
