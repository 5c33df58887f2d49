// Python expressions.
import type {
  Argument,
  Assignment,
  BinaryOperator,
  Expression,
  FunctionExpression,
  Pattern,
  Range,
  RecordEntry,
  UnaryOperator,
} from '../ir.js';
import { COMPREHENSION, COMPREHENSION_OF_PAIRS } from '../comprehension.js';
import {
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  opaqueOf,
  rangeOf,
  returning,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, callOf, choiceOf, insideOf, memberOf, operationOf, pathOf, positional, unaryOf } from '../tree-sitter/shapes.js';
import { joined } from '../tree-sitter/templates.js';
import { lowerParameters } from './parameters.js';
import { isPattern, lowerPattern } from './patterns.js';
import { lowerString } from './strings.js';

export const lowerExpression = expressionDispatcher({
  true: (node) => literalOf(node, true),
  false: (node) => literalOf(node, false),
  none: (node) => literalOf(node, null),
  integer: numberLiteral,
  float: numberLiteral,
  string: (node, context) => lowerString(node, context, lowerExpression),
  concatenated_string: (node, context) =>
    joined(
      node,
      node.named.map((part) => lowerExpression(part, context)),
    ),
  identifier: (node, context) => nameOf(node, node.text === context.receiver ? 'this' : node.text),
  // `Env.PROD` in a `case`.
  dotted_name: (node) => pathOf(node.named),
  attribute: lowerAttribute,
  subscript: lowerSubscript,
  call: lowerCall,
  dictionary: lowerDictionary,
  list: lowerSequence,
  tuple: lowerSequence,
  set: lowerSequence,
  expression_list: lowerSequence,
  pattern_list: lowerSequence,
  parenthesized_expression: lowerParenthesised,
  not_operator: (node, context) => unary(node, 'not', node.child('argument'), context),
  unary_operator: (node, context) => unary(node, UNARY[node.child('operator')?.type ?? ''] ?? 'other', node.child('argument'), context),
  await: (node, context) => unary(node, 'await', node.named[0], context),
  boolean_operator: lowerBooleanOperator,
  binary_operator: (node, context) => binary(node, operatorOf(node), node.child('left'), node.child('right'), context),
  comparison_operator: lowerComparison,
  conditional_expression: lowerConditional,
  lambda: lowerLambda,
  list_comprehension: lowerComprehension,
  set_comprehension: lowerComprehension,
  generator_expression: lowerComprehension,
  dictionary_comprehension: lowerComprehension,
  yield: lowerYield,
  named_expression: (node, context) => lowerAssignment(node, context),
  assignment: (node, context) => lowerAssignment(node, context),
  augmented_assignment: (node, context) => lowerAssignment(node, context),
});

/** An argument list's arguments; also used for the bases of a class. */
export function lowerArguments(list: Node, context: LoweringContext): readonly Argument[] {
  return list.named.flatMap((node) => argument(node, context));
}

function argument(node: Node, context: LoweringContext): Argument[] {
  if (node.type === 'keyword_argument') {
    const name = node.child('name');
    const value = node.child('value');
    if (!name || !value) return [];
    return [{ ...rangeOf(node), name: name.text, nameRange: rangeOf(name), value: lowerExpression(value, context) }];
  }
  const spread = SPREADS[node.type];
  const value = spread ? node.named[0] : node;
  if (!value) return [];
  return [{ ...rangeOf(node), value: lowerExpression(value, context), ...(spread ? { spread } : {}) }];
}

const SPREADS: Readonly<Record<string, 'positional' | 'named'>> = {
  list_splat: 'positional',
  parenthesized_list_splat: 'positional',
  dictionary_splat: 'named',
};

function lowerAttribute(node: Node, context: LoweringContext): Expression {
  const object = node.child('object');
  const property = node.child('attribute');
  if (!object || !property) return opaque(node, lowerExpression, context);
  return memberOf(node, lowerExpression(object, context), property, property.text);
}

function lowerSubscript(node: Node, context: LoweringContext): Expression {
  const object = node.child('value');
  const indexes = node.all('subscript');
  const [first, ...rest] = indexes;
  if (!object || !first) return opaque(node, lowerExpression, context);
  const index: Expression =
    rest.length === 0
      ? lowerExpression(first, context)
      : { kind: 'list', start: first.start, end: rest.at(-1)?.end ?? first.end, items: indexes.flatMap((item) => argument(item, context)) };
  return { kind: 'subscript', ...rangeOf(node), object: lowerExpression(object, context), index };
}

function lowerCall(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  const list = node.child('arguments');
  if (!callee || !list) return opaque(node, lowerExpression, context);
  // `f(x for x in y)` has the brackets of its generator.
  const args =
    list.type === 'argument_list' ? lowerArguments(list, context) : [positional(lowerComprehension(list, context, insideOf(list)))];
  return callOf({ range: node, callee: lowerExpression(callee, context), args, list });
}

function lowerDictionary(node: Node, context: LoweringContext): Expression {
  const entries = node.named.flatMap((item): RecordEntry[] => {
    const range = rangeOf(item);
    if (item.type === 'dictionary_splat') {
      const value = item.named[0];
      return value ? [{ kind: 'spread', ...range, value: lowerExpression(value, context) }] : [];
    }
    const key = item.child('key');
    const value = item.child('value');
    if (!key || !value) return [];
    return [{ kind: 'property', ...range, key: lowerExpression(key, context), value: lowerExpression(value, context) }];
  });
  return { kind: 'record', ...rangeOf(node), entries, style: 'dict' };
}

function lowerSequence(node: Node, context: LoweringContext): Expression {
  return { kind: 'list', ...rangeOf(node), items: lowerArguments(node, context) };
}

function lowerParenthesised(node: Node, context: LoweringContext): Expression {
  const inner = node.named[0];
  return inner ? lowerExpression(inner, context) : opaqueOf(node, []);
}

const UNARY: Readonly<Record<string, UnaryOperator>> = { '-': 'minus', '+': 'plus' };

function unary(node: Node, operator: UnaryOperator, operand: Node | undefined, context: LoweringContext): Expression {
  if (!operand) return opaque(node, lowerExpression, context);
  return unaryOf(node, operator, lowerExpression(operand, context));
}

function lowerBooleanOperator(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  if (!left || !right) return opaque(node, lowerExpression, context);
  return operationOf(node, node.child('operator')?.type ?? '', lowerExpression(left, context), lowerExpression(right, context));
}

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  '==': '==',
  is: '==',
  '!=': '!=',
  '<>': '!=',
  'is not': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  'not in': 'not in',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
};

function operatorOf(node: Node): BinaryOperator {
  return BINARY[node.child('operator')?.type ?? ''] ?? 'other';
}

function binary(
  node: Range,
  operator: BinaryOperator,
  left: Node | undefined,
  right: Node | undefined,
  context: LoweringContext,
): Expression {
  if (!left || !right) return { kind: 'opaque', ...rangeOf(node), children: [] };
  return binaryOf(node, operator, lowerExpression(left, context), lowerExpression(right, context));
}

/** `[make(one) for one in all if one.on]` with one `for`; others stay opaque, and what gives a name to the function around too. */
function lowerComprehension(node: Node, context: LoweringContext, range: Range = node): Expression {
  const [body, clause, ...tests] = node.named;
  const [left, right] = [clause?.child('left'), clause?.child('right')];
  const isPlain =
    body !== undefined && clause?.type === 'for_in_clause' && tests.every(({ type }) => type === 'if_clause') && !node.text.includes(':=');
  if (!isPlain || !left || !right || !(left.type === 'identifier' || isPattern(left)))
    return { ...opaque(node, lowerExpression, context), ...rangeOf(range) };
  const [key, held] = body.type === 'pair' ? [body.child('key'), body.child('value')] : [];
  const made: Expression =
    key && held
      ? { kind: 'list', ...rangeOf(body), items: [positional(lowerExpression(key, context)), positional(lowerExpression(held, context))] }
      : lowerExpression(body, context);
  const item = (): FunctionExpression['params'] => [
    { ...rangeOf(left), target: left.type === 'identifier' ? nameOf(left) : lowerPattern(left) },
  ];
  const functionOf = (value: Expression): Argument =>
    positional({ kind: 'function', ...rangeOf(range), params: item(), body: returning(value), isExpressionBody: true });
  const conditions = tests.flatMap(({ named }) => named.map((test) => lowerExpression(test, context)));
  const all = conditions.reduce<Expression | undefined>(
    (one, other) =>
      one === undefined ? other : { kind: 'logical', start: one.start, end: other.end, operator: 'and', left: one, right: other },
    undefined,
  );
  const name = key && held ? COMPREHENSION_OF_PAIRS : COMPREHENSION;
  return callOf({
    range,
    callee: memberOf(right, lowerExpression(right, context), { start: right.end, end: right.end }, name),
    args: all === undefined ? [functionOf(made)] : [functionOf(made), functionOf(all)],
    list: undefined,
  });
}

function lowerYield(node: Node, context: LoweringContext): Expression {
  const [given] = node.named;
  if (!given || node.text.startsWith('yield from')) return opaque(node, lowerExpression, context);
  return unaryOf(node, 'yield', lowerExpression(given, context));
}

/** `a < b < c` is `a < b and b < c`: its middle operand is lowered twice, which names and literals bear. */
function lowerComparison(node: Node, context: LoweringContext): Expression {
  const operators = node.children.filter((child) => child.field === 'operators');
  const [first, middle, last] = node.named;
  if (
    operators.length === 2 &&
    first &&
    middle &&
    last &&
    /^(?:identifier|integer|float|string|true|false|none|attribute)$/.test(middle.type)
  ) {
    const [one, other] = operators.map(({ type }) => BINARY[type] ?? 'other');
    const left = binary({ start: first.start, end: middle.end }, one!, first, middle, context);
    const right = binary({ start: middle.start, end: last.end }, other!, middle, last, context);
    return { kind: 'logical', ...rangeOf(node), operator: 'and', left, right };
  }
  if (operators.length !== 1) return opaque(node, lowerExpression, context);
  return binary(node, BINARY[operators[0]?.type ?? ''] ?? 'other', node.named[0], node.named[1], context);
}

function lowerConditional(node: Node, context: LoweringContext): Expression {
  const [consequent, test, alternate] = node.named;
  if (!consequent || !test || !alternate) return opaque(node, lowerExpression, context);
  return choiceOf(node, lowerExpression(test, context), lowerExpression(consequent, context), lowerExpression(alternate, context));
}

function lowerLambda(node: Node, context: LoweringContext): Expression {
  const body = node.child('body');
  if (!body) return opaque(node, lowerExpression, context);
  return {
    kind: 'function',
    ...rangeOf(node),
    params: lowerParameters(node.child('parameters'), context, lowerExpression),
    body: returning(lowerExpression(body, context)),
    isExpressionBody: true,
  };
}

/** `a = b`, `a: t = b`, `a += b`, `a := b`. An annotation without a value is a declaration and no business of this function. */
function lowerAssignment(node: Node, context: LoweringContext): Expression {
  const left = node.child('left') ?? node.child('name');
  const right = node.child('right') ?? node.child('value');
  if (!left || !right) return opaque(node, lowerExpression, context);
  const operator = node.type !== 'augmented_assignment' ? '=' : node.child('operator')?.type === '+=' ? 'append' : 'other';
  const type = node.child('type')?.text;
  return {
    ...assignment(node, lowerTarget(left, context), operator, lowerExpression(right, context)),
    ...(type === undefined ? {} : { typeName: type }),
  };
}

export function assignment(range: Node, target: Expression | Pattern, operator: Assignment['operator'], value: Expression): Assignment {
  return { kind: 'assignment', ...rangeOf(range), target, operator, value };
}

/** What an assignment, a loop or a `with` binds. */
export function lowerTarget(node: Node, context: LoweringContext): Expression | Pattern {
  return isPattern(node) ? lowerPattern(node) : lowerExpression(node, context);
}
