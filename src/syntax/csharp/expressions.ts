// C# expressions.
import type { Argument, Expression, Parameter, RecordEntry, RecordExpression } from '../ir.js';
import {
  bareString,
  blockOf,
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
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { nothing, partsWith } from '../tree-sitter/parts.js';
import {
  assignmentOf,
  callOf,
  countedOf,
  functionOf,
  memberOf,
  operationOf,
  parameterOf,
  positional,
  positionalPattern,
  prefixOf,
  unaryOf,
} from '../tree-sitter/shapes.js';
import { conditionalOf, type Arm } from '../tree-sitter/value-blocks.js';
import { block, parameters } from './declarations.js';
import { isPattern, patternTest } from './patterns.js';
import { conditionalEntries } from './regions.js';
import { characterLiteral, interpolatedString, rawString, regularString, verbatimString } from './strings.js';
import { identifierOf, identifierText, typeArguments, typeExpression } from './types.js';

const identifier = (node: Node): Expression => nameOf(node, identifierText(node));
export const { value } = partsWith((node, context) => expression(node, context));

export const expression = expressionDispatcher({
  identifier,
  generic_name: (node) => typeExpression(node),
  qualified_name: (node) => typeExpression(node),
  alias_qualified_name: (node) => typeExpression(node),
  predefined_type: (node) => nameOf(node),
  this: (node) => nameOf(node),
  base: (node) => nameOf(node),
  boolean_literal: (node) => literalOf(node, node.text === 'true'),
  null_literal: (node) => literalOf(node, null),
  default_expression: (node) => literalOf(node, null),
  integer_literal: numberLiteral,
  real_literal: numberLiteral,
  character_literal: characterLiteral,
  string_literal: regularString,
  verbatim_string_literal: verbatimString,
  raw_string_literal: rawString,
  interpolated_string_expression: interpolatedString,
  parenthesized_expression: onlyOperand,
  cast_expression: (node, context) => value(node, 'value', context),
  as_expression: (node, context) => value(node, 'left', context),
  checked_expression: onlyOperand,
  ref_expression: onlyOperand,
  declaration_expression: (node) => {
    const name = node.child('name');
    return name === undefined ? nothing(node) : identifier(name);
  },
  member_access_expression: (node, context) => {
    const object = node.child('expression');
    const name = node.child('name');
    return object === undefined || name === undefined ? opaque(node, expression, context) : access(node, expression(object, context), name);
  },
  conditional_access_expression: conditionalAccess,
  element_access_expression: (node, context) => {
    const object = node.child('expression');
    return object === undefined
      ? opaque(node, expression, context)
      : element(node, expression(object, context), node.child('subscript'), context);
  },
  invocation_expression: invocation,
  object_creation_expression: creation,
  implicit_object_creation_expression: creation,
  anonymous_object_creation_expression: anonymousObject,
  array_creation_expression: array,
  implicit_array_creation_expression: array,
  stackalloc_expression: array,
  implicit_stackalloc_expression: array,
  initializer_expression: (node, context) => (isCollection(node) ? list(node, operands(node), context) : initializer(node, context)),
  collection_expression: (node, context) => collection(node, context),
  tuple_expression: (node, context) => ({ kind: 'list', ...rangeOf(node), items: callArguments(node, context) }),
  with_expression: withExpression,
  assignment_expression: assignment,
  binary_expression: (node, context) =>
    operationOf(node, node.child('operator')?.text ?? '', value(node, 'left', context), value(node, 'right', context)),
  prefix_unary_expression: (node, context) => prefixOf(node, node.children[0]?.text ?? '', onlyOperand(node, context)),
  // `x!` only silences the compiler.
  postfix_unary_expression: (node, context) =>
    node.children.at(-1)?.text === '!'
      ? onlyOperand(node, context)
      : countedOf(node, onlyOperand(node, context), node.children.at(-1)?.text ?? ''),
  await_expression: (node, context) => unaryOf(node, 'await', onlyOperand(node, context)),
  typeof_expression: (node) => {
    const type = node.child('type');
    return type === undefined ? nothing(node) : unaryOf(node, 'typeof', typeExpression(type));
  },
  conditional_expression: (node, context) => ({
    kind: 'conditional',
    ...rangeOf(node),
    test: value(node, 'condition', context),
    consequent: value(node, 'consequence', context),
    alternate: value(node, 'alternative', context),
  }),
  is_pattern_expression: isPattern,
  switch_expression: switchExpression,
  // What is thrown where a value is wanted: a function that is called and does not come back.
  throw_expression: (node, context) =>
    calledBlock(node, blockOf(node, [{ kind: 'throw', ...rangeOf(node), value: opaque(node, expression, context, operands(node)) }])),
  lambda_expression: lambda,
  anonymous_method_expression: lambda,
  // Where the parser lost its way a body can stand among expressions.
  block: (node, context) => calledBlock(node, block(node, context)),
  argument: (node, context) => argument(node, context).value,
  sizeof_expression: nothing,
  implicit_type: nothing,
  nullable_type: nothing,
  array_type: nothing,
  pointer_type: nothing,
  type_argument_list: nothing,
  modifier: nothing,
});

/** Children that are expressions: `this` and `base` are plain tokens in the grammar. */
export function operands(node: Node): readonly Node[] {
  return node.children.filter((child) => child.isNamed || child.type === 'this' || child.type === 'base');
}

function onlyOperand(node: Node, context: LoweringContext): Expression {
  const part = operands(node)[0];
  return part === undefined ? nothing(node) : expression(part, context);
}

function access(range: Node, object: Expression, name: Node): Expression {
  const property = identifierOf(name);
  return memberOf({ start: object.start, end: Math.max(range.end, name.end) }, object, property, identifierText(property));
}

function element(range: Node, object: Expression, subscript: Node | undefined, context: LoweringContext): Expression {
  const indices = subscript?.named.filter((part) => part.type === 'argument').map((part) => argument(part, context)) ?? [];
  const [first, ...others] = indices;
  if (first === undefined) return opaqueOf(range, [object]);
  const index: Expression =
    others.length === 0 ? first.value : { kind: 'list', start: first.start, end: others.at(-1)?.end ?? first.end, items: indices };
  return { kind: 'subscript', start: object.start, end: range.end, object, index };
}

/** `a?.B` and `a?[0]`: the question mark is dropped. */
function conditionalAccess(node: Node, context: LoweringContext): Expression {
  const object = node.child('condition');
  const binding = node.named.at(-1);
  if (object === undefined || binding === undefined || binding === object) return opaque(node, expression, context);
  const lowered = expression(object, context);
  const name = binding.child('name');
  if (binding.type === 'member_binding_expression' && name !== undefined) return access(node, lowered, name);
  if (binding.type === 'element_binding_expression') return element(node, lowered, binding, context);
  return opaqueOf(node, [lowered, expression(binding, context)]);
}

function invocation(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  const args = node.child('arguments');
  if (callee === undefined || args === undefined) return opaque(node, expression, context);
  if (callee.type === 'identifier' && callee.text === 'nameof') return nameLiteral(node, args);
  const name = callee.type === 'generic_name' ? callee : (callee.child('name') ?? callee.find('member_binding_expression')?.child('name'));
  return callOf({
    range: node,
    callee: expression(callee, context),
    args: callArguments(args, context),
    list: args,
    typeArguments: typeArguments(name),
  });
}

/** `nameof(a.B)` is the string `B`. */
function nameLiteral(node: Node, args: Node): Expression {
  const named = args.named[0]?.named[0];
  const name = named === undefined ? undefined : identifierOf(named.child('name') ?? named);
  return name === undefined ? nothing(node) : stringLiteral(node, name.text, name);
}

export function callArguments(node: Node, context: LoweringContext): readonly Argument[] {
  return node.named.filter((part) => part.type === 'argument').map((part) => argument(part, context));
}

function argument(node: Node, context: LoweringContext): Argument {
  const name = node.child('name');
  const part = operands(node).find((operand) => operand !== name);
  const lowered = part === undefined ? nothing(node) : expression(part, context);
  const out =
    !node.has('out') && !node.has('ref')
      ? {}
      : { out: part?.type === 'declaration_expression' ? ('declared' as const) : ('existing' as const) };
  return name === undefined
    ? { ...positional(lowered, node), ...out }
    : { ...rangeOf(node), name: identifierText(name), nameRange: rangeOf(name), value: lowered, ...out };
}

/**
 * `new X(…) { … }`. In the target-typed form `new() { … }` the callee is the name `new`, where the word stands:
 * the type is that of the parameter or member it is given to; declarations put theirs in its place (`withTargetType`).
 */
function creation(node: Node, context: LoweringContext): Expression {
  const type = node.child('type');
  const word = node.find('new');
  const args = node.find('argument_list');
  const entries = node.find('initializer_expression');
  const untyped = word === undefined ? nothing(node) : nameOf(word);
  const callee = type === undefined ? untyped : typeExpression(type);
  return callOf({
    range: node,
    callee,
    args: args === undefined ? [] : callArguments(args, context),
    list: args,
    isNew: true,
    initializer: entries === undefined ? undefined : initializer(entries, context),
    typeArguments: typeArguments(type),
  });
}

/** `{ A = 1, ["b"] = 2, { "c", 3 } }`. Elements of a collection have their position as key. */
function initializer(node: Node, context: LoweringContext): RecordExpression {
  const parts = operands(node);
  return {
    kind: 'record',
    ...rangeOf(node),
    entries: conditionalEntries(node, parts, context, (part) => initializerEntry(part, parts.indexOf(part), context)),
    style: 'initializer',
  };
}

function initializerEntry(node: Node, position: number, context: LoweringContext): RecordEntry {
  const left = node.type === 'assignment_expression' ? node.child('left') : undefined;
  if (left !== undefined) {
    const right = node.child('right');
    // A nested initialiser is a record even when it is empty.
    const entry =
      right?.type === 'initializer_expression' && !isCollection(right) ? initializer(right, context) : value(node, 'right', context);
    return { kind: 'property', ...rangeOf(node), key: entryKey(left, context), value: entry };
  }
  const [key, entry] = node.type === 'initializer_expression' ? node.named : [];
  if (key !== undefined && entry !== undefined)
    return { kind: 'property', ...rangeOf(node), key: expression(key, context), value: expression(entry, context) };
  return {
    kind: 'property',
    ...rangeOf(node),
    key: literalOf({ start: node.start, end: node.start }, position),
    value: expression(node, context),
  };
}

function entryKey(left: Node, context: LoweringContext): Expression {
  if (left.type === 'identifier') return bareString(left, identifierText(left));
  const [index] = left.type === 'element_binding_expression' ? callArguments(left, context) : [];
  return index === undefined ? expression(left, context) : index.value;
}

function isCollection(node: Node): boolean {
  return (
    operands(node).length > 0 &&
    operands(node).every((part) => part.type !== 'assignment_expression' && part.type !== 'initializer_expression')
  );
}

/** `new { A = 1, b.C, d }`: entries without a name are called like the member they copy. */
function anonymousObject(node: Node, context: LoweringContext): Expression {
  const entries: RecordEntry[] = [];
  const parts = node.children;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || operands(node).every((operand) => operand !== part)) continue;
    const isNamed = parts[index + 1]?.type === '=';
    const given = isNamed ? parts[index + 2] : part;
    const name = isNamed ? part : identifierOf(part.child('name') ?? part);
    if (given === undefined) continue;
    entries.push({
      kind: 'property',
      start: part.start,
      end: given.end,
      key:
        name.type === 'identifier'
          ? bareString(name, identifierText(name))
          : literalOf({ start: part.start, end: part.start }, entries.length),
      value: expression(given, context),
      ...(isNamed ? {} : { shorthand: true }),
    });
    if (isNamed) index += 2;
  }
  return { kind: 'record', ...rangeOf(node), entries, style: 'object' };
}

function array(node: Node, context: LoweringContext): Expression {
  const items = node.find('initializer_expression');
  return items === undefined ? opaque(node, expression, context) : list(node, operands(items), context);
}

function list(range: Node, items: readonly Node[], context: LoweringContext): Expression {
  return { kind: 'list', ...rangeOf(range), items: items.map((item) => positional(expression(item, context))) };
}

/** `[a, ..b]`. */
function collection(node: Node, context: LoweringContext): Expression {
  const items = node.named.flatMap((wrapper): Argument[] => {
    const part = wrapper.type === 'collection_element' ? wrapper.named[0] : wrapper;
    const item = part?.type.endsWith('_element') === true ? operands(part)[0] : part;
    if (part === undefined || item === undefined) return [];
    const lowered = expression(item, context);
    return [part.type === 'spread_element' ? { ...rangeOf(part), value: lowered, spread: 'positional' } : positional(lowered)];
  });
  return { kind: 'list', ...rangeOf(node), items };
}

/** `r with { A = 1 }`: the copy is a record that spreads the original. */
function withExpression(node: Node, context: LoweringContext): Expression {
  const [original, ...changes] = operands(node);
  if (original === undefined) return nothing(node);
  const copied = expression(original, context);
  const entries: RecordEntry[] = [{ kind: 'spread', ...rangeOf(copied), value: copied }];
  for (const change of changes) {
    const [name, given] = operands(change);
    if (change.type !== 'with_initializer' || name === undefined || given === undefined) continue;
    const lowered = given.type === 'initializer_expression' ? initializer(given, context) : expression(given, context);
    entries.push({ kind: 'property', ...rangeOf(change), key: bareString(name, identifierText(name)), value: lowered });
  }
  return { kind: 'record', ...rangeOf(node), entries, style: 'initializer' };
}

function assignment(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const operator = node.child('operator')?.text ?? '=';
  const assigned = value(node, 'right', context);
  if (left?.type === 'tuple_expression') {
    const targets = callArguments(left, context).map((item) => item.value);
    const names = targets.filter((target) => target.kind === 'name');
    if (names.length === targets.length) return assignmentOf(node, operator, positionalPattern(left, names), assigned);
  }
  return assignmentOf(node, operator, value(node, 'left', context), assigned);
}

/** Arms are expressions, so a `switch` expression is always nested conditionals. */
function switchExpression(node: Node, context: LoweringContext): Expression {
  const [subject, ...rest] = operands(node);
  if (subject === undefined) return nothing(node);
  const arms = rest
    .filter((part) => part.type === 'switch_expression_arm')
    .flatMap((arm): Arm[] => {
      const [pattern, ...parts] = operands(arm);
      const result = parts.at(-1);
      if (pattern === undefined || result === undefined) return [];
      const tests = [
        patternTest(subject, pattern, context),
        guard(
          parts.find((part) => part.type === 'when_clause'),
          context,
        ),
      ].filter((test) => test !== undefined);
      return [{ tests: allOf(tests), value: expression(result, context) }];
    });
  return conditionalOf(node, arms) ?? opaque(node, expression, context);
}

function guard(clause: Node | undefined, context: LoweringContext): Expression | undefined {
  return clause === undefined ? undefined : onlyOperand(clause, context);
}

function allOf(tests: readonly Expression[]): readonly Expression[] {
  const [first, ...others] = tests;
  if (first === undefined) return [];
  return [
    others.reduce(
      (left, right): Expression => ({ kind: 'logical', start: left.start, end: right.end, operator: 'and', left, right }),
      first,
    ),
  ];
}

function lambda(node: Node, context: LoweringContext): Expression {
  const body = node.child('body') ?? node.find('block');
  if (body === undefined) return opaque(node, expression, context);
  const isBlock = body.type === 'block';
  return functionOf({
    range: node,
    params: lambdaParameters(node.child('parameters'), context),
    body: isBlock ? block(body, context) : returning(expression(body, context)),
    isExpressionBody: !isBlock,
    isAsync: node.named.some((part) => part.type === 'modifier' && part.text === 'async'),
  });
}

function lambdaParameters(node: Node | undefined, context: LoweringContext): readonly Parameter[] {
  if (node === undefined) return [];
  if (node.type === 'implicit_parameter') return [parameterOf({ range: node, target: nameOf(node, identifierText(node)) })];
  return parameters(node, context);
}
