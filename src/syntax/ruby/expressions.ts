// Ruby expressions. Everything in Ruby is one, so statements and expressions call each other.
import type { Argument, Assignment, Expression, FunctionExpression, Name, Range, Statement } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  opaqueOf,
  rangeOf,
  withImplicitReturn,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, callOf, choiceOf, functionOf, memberOf, operationOf, prefixOf, unaryOf } from '../tree-sitter/shapes.js';
import { soleExpression, valueBlock } from '../tree-sitter/value-blocks.js';
import { joined } from '../tree-sitter/templates.js';
import { lowerArguments, lowerHash, lowerItems } from './arguments.js';
import { lowerHeredoc } from './heredocs.js';
import { lowerParameters } from './parameters.js';
import { lowerBody, lowerMethod, lowerStatements } from './statements.js';
import { lowerBareString, lowerCharacter, lowerString, lowerSymbol } from './strings.js';
import { lowerTarget } from './targets.js';

export const lowerExpression = expressionDispatcher({
  true: (node) => literalOf(node, true),
  false: (node) => literalOf(node, false),
  nil: (node) => literalOf(node, null),
  integer: numberLiteral,
  float: numberLiteral,
  string: (node, context) => lowerString(node, context, lowerExpression),
  chained_string: (node, context) =>
    joined(
      node,
      node.named.map((part) => lowerExpression(part, context)),
    ),
  bare_string: (node, context) => lowerBareString(node, context, lowerExpression),
  bare_symbol: (node, context) => lowerBareString(node, context, lowerExpression),
  heredoc_beginning: (node, context) => lowerHeredoc(node, context, lowerExpression),
  simple_symbol: lowerSymbol,
  delimited_symbol: (node, context) => lowerString(node, context, lowerExpression),
  character: lowerCharacter,
  self: (node) => nameOf(node, 'this'),
  super: (node) => nameOf(node),
  identifier: (node) => nameOf(node),
  constant: (node) => nameOf(node),
  global_variable: (node) => nameOf(node),
  instance_variable: (node) => variableOfObject(node, 1),
  class_variable: (node) => variableOfObject(node, 2),
  scope_resolution: lowerScopeResolution,
  element_reference: lowerElementReference,
  call: lowerCall,
  yield: lowerYield,
  hash: (node, context) => lowerHash(node, node.named, context, lowerExpression),
  array: (node, context) => listOf(node, node.named, context),
  string_array: (node, context) => listOf(node, node.named, context),
  symbol_array: (node, context) => listOf(node, node.named, context),
  right_assignment_list: (node, context) => listOf(node, node.named, context),
  // `a = *b`
  splat_argument: (node, context) => listOf(node, [node], context),
  // `return a` and `return a, b`
  argument_list: (node, context) => lowerReturned(node, context),
  assignment: lowerAssignment,
  operator_assignment: lowerOperatorAssignment,
  binary: lowerBinary,
  unary: lowerUnary,
  conditional: lowerConditional,
  lambda: lowerLambda,
  method: (node, context) => lowerMethod(node, context).function,
  singleton_method: (node, context) => lowerMethod(node, context).function,
  parenthesized_statements: lowerParenthesised,
  if: valueOf,
  unless: valueOf,
  if_modifier: valueOf,
  unless_modifier: valueOf,
  case: valueOf,
  case_match: valueOf,
  begin: valueOf,
  rescue_modifier: valueOf,
  while: valueOf,
  until: valueOf,
});

/** `@x` is `this.x`; the sigil stands for `this`. */
function variableOfObject(node: Node, sigil: number): Expression {
  const property: Range = { start: node.start + sigil, end: node.end };
  return memberOf(node, { kind: 'name', start: node.start, end: property.start, name: 'this' }, property, node.text.slice(sigil));
}

function lowerScopeResolution(node: Node, context: LoweringContext): Expression {
  const scope = node.child('scope');
  const name = node.child('name');
  if (!name) return opaque(node, lowerExpression, context);
  return scope ? memberOf(node, lowerExpression(scope, context), name, name.text) : nameOf(node, name.text);
}

function lowerElementReference(node: Node, context: LoweringContext): Expression {
  const object = node.child('object');
  const indexes = node.named.filter((child) => child.field === undefined);
  const [first] = indexes;
  if (!object) return opaque(node, lowerExpression, context);
  const range = { start: first?.start ?? object.end, end: indexes.at(-1)?.end ?? object.end };
  const items = lowerItems(indexes, context, lowerExpression);
  const [only] = items;
  const index = items.length === 1 && only && !only.spread ? only.value : { kind: 'list' as const, ...range, items };
  return { kind: 'subscript', ...rangeOf(node), object: lowerExpression(object, context), index };
}

function listOf(node: Node, items: readonly Node[], context: LoweringContext): Expression {
  return { kind: 'list', ...rangeOf(node), items: lowerItems(items, context, lowerExpression) };
}

const FUNCTION_MAKERS = new Set(['lambda', 'proc', 'Proc.new']);

function lowerCall(node: Node, context: LoweringContext): Expression {
  const receiver = node.child('receiver');
  const method = node.child('method');
  const list = node.child('arguments');
  const blockNode = node.child('block');
  if (!receiver && !method) return opaque(node, lowerExpression, context);
  if (blockNode && !list && FUNCTION_MAKERS.has(`${receiver ? `${receiver.text}.` : ''}${method?.text ?? ''}`)) {
    return { ...lowerBlock(blockNode, context), ...rangeOf(node) };
  }
  return callOf({
    range: node,
    callee: calleeOf(receiver, method, context),
    args: lowerArguments(list?.named ?? [], context, lowerExpression),
    list: isParenthesised(list) ? list : undefined,
    block: blockNode ? lowerBlock(blockNode, context) : blockArgument(list, context),
  });
}

/** `f.(1)` calls `f` itself. */
function calleeOf(receiver: Node | undefined, method: Node | undefined, context: LoweringContext): Expression {
  if (!receiver) return method ? nameOf(method) : opaqueOf({ start: 0, end: 0 }, []);
  const object = lowerExpression(receiver, context);
  return method ? memberOf({ start: receiver.start, end: method.end }, object, method, method.text) : object;
}

function isParenthesised(list: Node | undefined): boolean {
  return list?.children[0]?.type === '(';
}

/** `&->(x) { … }`; `&:name` calls the method of that name, `&block` and `&method(:name)` hand on what they are given. */
function blockArgument(list: Node | undefined, context: LoweringContext): FunctionExpression | undefined {
  const value = list?.find('block_argument')?.named[0];
  if (value === undefined) return undefined;
  if (value.type === 'simple_symbol') {
    const name = { start: value.start + 1, end: value.end };
    const given: Name = { kind: 'name', start: value.start, end: value.start, name: GIVEN };
    return madeBlock(
      value,
      false,
      callOf({ range: value, callee: memberOf(value, given, name, value.text.slice(1)), args: [], list: undefined }),
    );
  }
  const lowered = lowerExpression(value, context);
  if (lowered.kind === 'function') return lowered;
  if (lowered.kind !== 'name' && lowered.kind !== 'call') return undefined;
  const end = { start: value.end, end: value.end };
  const given: Argument = { ...end, value: { kind: 'name', ...end, name: GIVEN }, spread: 'positional' };
  return madeBlock(value, true, callOf({ range: value, callee: lowered, args: [given], list: undefined }));
}

/** What blocks that are made here call what they are given. */
const GIVEN = '(given)';

const madeBlock = (range: Range, rest: boolean, made: Expression): FunctionExpression =>
  functionOf({
    range,
    params: [{ ...rangeOf(range), target: { kind: 'name', start: range.end, end: range.end, name: GIVEN }, ...(rest ? { rest } : {}) }],
    body: blockOf(range, [{ kind: 'return', ...rangeOf(range), value: made }]),
  });

function lowerYield(node: Node, context: LoweringContext): Expression {
  const list = node.find('argument_list');
  const keyword = node.find('yield') ?? node;
  return callOf({
    range: node,
    callee: { kind: 'name', ...rangeOf(keyword), name: 'yield' },
    args: lowerArguments(list?.named ?? [], context, lowerExpression),
    list: isParenthesised(list) ? list : undefined,
  });
}

/** `{ |a| … }` and `do |a| … end`. */
function lowerBlock(node: Node, context: LoweringContext): FunctionExpression {
  const body = node.child('body');
  return functionOf({
    range: node,
    params: lowerParameters(node.child('parameters'), context, lowerExpression),
    body: body ? blockOf(body, withImplicitReturn(lowerBody(body, context))) : emptyBlock(node),
  });
}

function lowerLambda(node: Node, context: LoweringContext): Expression {
  const body = node.child('body');
  if (!body) return opaque(node, lowerExpression, context);
  const params = lowerParameters(node.child('parameters'), context, lowerExpression);
  return { ...lowerBlock(body, context), ...rangeOf(node), params };
}

function lowerReturned(node: Node, context: LoweringContext): Expression {
  const items = lowerItems(node.named, context, lowerExpression);
  const [only] = items;
  return items.length === 1 && only && !only.spread ? only.value : { kind: 'list', ...rangeOf(node), items };
}

function lowerAssignment(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  if (!left || !right) return opaque(node, lowerExpression, context);
  return assign(node, '=', left, right, context);
}

const OPERATORS: Readonly<Record<string, Assignment['operator']>> = { '||=': 'or', '&&=': 'and', '+=': 'append', '<<=': 'append' };

function lowerOperatorAssignment(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  if (!left || !right) return opaque(node, lowerExpression, context);
  return assign(node, OPERATORS[node.child('operator')?.type ?? ''] ?? 'other', left, right, context);
}

export function assign(range: Range, operator: Assignment['operator'], left: Node, right: Node, context: LoweringContext): Assignment {
  const target = lowerTarget(left, context, lowerExpression);
  return { kind: 'assignment', ...rangeOf(range), target, operator, value: lowerExpression(right, context) };
}

function lowerBinary(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  const sign = node.child('operator')?.type ?? '';
  if (!left || !right) return opaque(node, lowerExpression, context);
  // `<<` on anything but a number appends.
  if (sign === '<<' && left.type !== 'integer') return assign(node, 'append', left, right, context);
  const operands = [lowerExpression(left, context), lowerExpression(right, context)] as const;
  if (sign === '!~') return unaryOf(node, 'not', binaryOf(node, 'matches', ...operands));
  return operationOf(node, sign, ...operands);
}

function lowerUnary(node: Node, context: LoweringContext): Expression {
  const operand = node.child('operand');
  const operator = node.child('operator')?.type ?? '';
  // https://docs.ruby-lang.org/en/3.4/syntax/miscellaneous_rdoc.html#label-defined-3F: nothing is held by a variable that nobody has set.
  const asked = operand?.type === 'parenthesized_statements' ? operand.named[0] : operand;
  if (operator === 'defined?' && asked !== undefined && /^(?:instance|class|global)_variable$/.test(asked.type))
    return binaryOf(node, '!=', lowerExpression(asked, context), literalOf({ start: node.end, end: node.end }, null));
  if (!operand || operator === 'defined?') return opaque(node, lowerExpression, context);
  return operator === 'not'
    ? unaryOf(node, 'not', lowerExpression(operand, context))
    : prefixOf(node, operator, lowerExpression(operand, context));
}

function lowerConditional(node: Node, context: LoweringContext): Expression {
  const test = node.child('condition');
  const consequent = node.child('consequence');
  const alternate = node.child('alternative');
  if (!test || !consequent || !alternate) return opaque(node, lowerExpression, context);
  return choiceOf(node, lowerExpression(test, context), lowerExpression(consequent, context), lowerExpression(alternate, context));
}

function lowerParenthesised(node: Node, context: LoweringContext): Expression {
  const [only, ...rest] = node.named;
  return only && rest.length === 0 ? lowerExpression(only, context) : valueBlock(node, lowerStatements(node.named, context));
}

/** A statement used as a value: a conditional where it is as simple as one, else a function called at once. */
function valueOf(node: Node, context: LoweringContext): Expression {
  const statements = lowerStatements([node], context);
  const [only, ...rest] = statements;
  return (only && rest.length === 0 ? conditionalOf(only) : undefined) ?? valueBlock(node, statements);
}

/** `if a then b end` is nil when it does not hold. */
function conditionalOf(statement: Statement): Expression | undefined {
  if (statement.kind === 'expression') return statement.expression;
  if (statement.kind !== 'if') return undefined;
  const consequent = branchValue(statement.consequent.body);
  const alternate = statement.alternate
    ? branchValue(statement.alternate.body)
    : literalOf({ start: statement.end, end: statement.end }, null);
  return consequent && alternate && choiceOf(statement, statement.test, consequent, alternate);
}

function branchValue(body: readonly Statement[]): Expression | undefined {
  const [only] = body;
  return soleExpression(body) ?? (only?.kind === 'if' && body.length === 1 ? conditionalOf(only) : undefined);
}
