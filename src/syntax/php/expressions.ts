// PHP expressions. Closures hold statements, so expressions and statements call each other.
import type { Assignment, Expression, Name, Pattern, Range } from '../ir.js';
import {
  blockOf,
  expressionDispatcher,
  literalOf,
  nameOf,
  numberLiteral,
  opaque,
  opaqueOf,
  rangeOf,
  returning,
  spanOf,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, callOf, choiceOf, countedOf, functionOf, memberOf, operationOf, positional, prefixOf } from '../tree-sitter/shapes.js';
import { conditionalOf, type Arm } from '../tree-sitter/value-blocks.js';
import { lowerArguments, makesClosure } from './arguments.js';
import { isPattern, lowerArray, lowerPattern, withoutReference } from './arrays.js';
import { lowerAnonymousClass } from './classes.js';
import { lowerName, lowerQualifiedName, lowerVariable, typeText } from './names.js';
import { lowerParameters } from './parameters.js';
import { lowerStatements } from './statements.js';
import { lowerEncapsedString, lowerHeredoc, lowerString } from './strings.js';

export const lowerExpression = expressionDispatcher({
  boolean: (node) => literalOf(node, node.text.toLowerCase() === 'true'),
  null: (node) => literalOf(node, null),
  integer: numberLiteral,
  float: numberLiteral,
  string: lowerString,
  encapsed_string: (node, context) => lowerEncapsedString(node, context, lowerExpression),
  heredoc: (node, context) => lowerHeredoc(node, context, lowerExpression),
  nowdoc: (node, context) => lowerHeredoc(node, context, lowerExpression),
  variable_name: lowerVariable,
  name: lowerName,
  relative_scope: lowerName,
  qualified_name: lowerQualifiedName,
  relative_name: lowerQualifiedName,
  dynamic_variable_name: lowerDynamicVariable,
  member_access_expression: (node, context) => lowerMember(node, node.child('object'), context),
  nullsafe_member_access_expression: (node, context) => lowerMember(node, node.child('object'), context),
  scoped_property_access_expression: (node, context) => lowerMember(node, node.child('scope'), context),
  class_constant_access_expression: lowerClassConstant,
  subscript_expression: lowerSubscript,
  function_call_expression: lowerFunctionCall,
  member_call_expression: (node, context) => lowerMethodCall(node, node.child('object'), context),
  nullsafe_member_call_expression: (node, context) => lowerMethodCall(node, node.child('object'), context),
  scoped_call_expression: (node, context) => lowerMethodCall(node, node.child('scope'), context),
  object_creation_expression: lowerCreation,
  array_creation_expression: (node, context) => lowerArray(node, context, lowerExpression),
  parenthesized_expression: lowerInner,
  error_suppression_expression: lowerInner,
  clone_expression: lowerInner,
  by_ref: lowerInner,
  cast_expression: lowerCast,
  include_expression: lowerInclude,
  include_once_expression: lowerInclude,
  require_expression: lowerInclude,
  require_once_expression: lowerInclude,
  assignment_expression: (node, context) => lowerAssignment(node, '=', context),
  reference_assignment_expression: (node, context) => lowerAssignment(node, '=', context),
  augmented_assignment_expression: (node, context) =>
    lowerAssignment(node, ASSIGNMENTS[node.child('operator')?.type ?? ''] ?? 'other', context),
  binary_expression: lowerBinary,
  unary_op_expression: lowerUnary,
  update_expression: (node, context) =>
    countedOf(node, lowerExpression(node.child('argument') ?? node.named[0]!, context), node.text.includes('--') ? '--' : '++'),
  conditional_expression: lowerConditional,
  match_expression: lowerMatch,
  anonymous_function: lowerClosure,
  arrow_function: lowerClosure,
});

/** `${name}` in a string; `$$name` and `${expression}` are not followed. */
function lowerDynamicVariable(node: Node, context: LoweringContext): Expression {
  const [only] = node.named;
  return only?.type === 'name' ? nameOf(only) : opaque(node, lowerExpression, context);
}

/** `$a->b`, `A::$b`; a name that is computed (`$a->$b`, `$a->{'b'}`) makes a subscript. */
function lowerMember(node: Node, object: Node | undefined, context: LoweringContext): Expression {
  return accessOf(node, object, node.child('name'), context);
}

function accessOf(range: Range, object: Node | undefined, name: Node | undefined, context: LoweringContext): Expression {
  if (!object || !name) return opaqueOf(range, []);
  const lowered = lowerExpression(object, context);
  if (name.type === 'name') return memberOf(range, lowered, name, name.text);
  const isStaticProperty = name.type === 'variable_name' && object.end + 2 === name.start && context.source.startsWith('::', object.end);
  if (isStaticProperty) return memberOf(range, lowered, { start: name.start + 1, end: name.end }, name.text.slice(1));
  return { kind: 'subscript', ...rangeOf(range), object: lowered, index: lowerExpression(name, context) };
}

function lowerClassConstant(node: Node, context: LoweringContext): Expression {
  const [scope, name] = node.named;
  return accessOf(node, scope, name, context);
}

function lowerSubscript(node: Node, context: LoweringContext): Expression {
  const [object, index] = node.named;
  if (!object || !index) return opaque(node, lowerExpression, context);
  return { kind: 'subscript', ...rangeOf(node), object: lowerExpression(object, context), index: lowerExpression(index, context) };
}

function lowerFunctionCall(node: Node, context: LoweringContext): Expression {
  const callee = node.child('function');
  const list = node.child('arguments');
  if (!callee || !list) return opaque(node, lowerExpression, context);
  if (makesClosure(list)) return lowerExpression(callee, context);
  return callOf({ range: node, callee: lowerExpression(callee, context), args: lowerArguments(list, context, lowerExpression), list });
}

function lowerMethodCall(node: Node, object: Node | undefined, context: LoweringContext): Expression {
  const name = node.child('name');
  const list = node.child('arguments');
  if (!object || !name || !list) return opaque(node, lowerExpression, context);
  // A braced name (`$a->{$b}()`) ends before its brace.
  const callee = accessOf({ start: node.start, end: name.end }, object, name, context);
  if (makesClosure(list)) return callee;
  return callOf({ range: node, callee, args: lowerArguments(list, context, lowerExpression), list });
}

function lowerCreation(node: Node, context: LoweringContext): Expression {
  const list = node.find('arguments');
  const anonymous = node.find('anonymous_class');
  const named = node.named.find((child) => child !== list);
  if (anonymous) {
    const inner = anonymous.find('arguments');
    const args = inner ? lowerArguments(inner, context, lowerExpression) : [];
    return { ...callOf({ range: node, callee: lowerAnonymousClass(anonymous, context), args, list: inner, isNew: true }) };
  }
  if (!named) return opaque(node, lowerExpression, context);
  return callOf({
    range: node,
    callee: named.type === 'static' ? lowerName(named) : lowerExpression(named, context),
    args: list ? lowerArguments(list, context, lowerExpression) : [],
    list,
    isNew: true,
  });
}

function lowerInner(node: Node, context: LoweringContext): Expression {
  const [inner] = node.named;
  return inner ? lowerExpression(inner, context) : opaqueOf(node, []);
}

const CASTS: Readonly<Record<string, string>> = { boolean: 'bool', integer: 'int' };

/** `(bool) $x` is `bool($x)`. */
function lowerCast(node: Node, context: LoweringContext): Expression {
  const type = node.child('type');
  const value = node.child('value');
  if (!type || !value) return opaque(node, lowerExpression, context);
  const name = type.text.trim().toLowerCase();
  return callOf({
    range: node,
    callee: nameOf(type, CASTS[name] ?? name),
    args: [positional(lowerExpression(value, context))],
    list: undefined,
  });
}

/** `include`, `include_once`, `require` and `require_once` are calls of `require`. */
function lowerInclude(node: Node, context: LoweringContext): Expression {
  const [keyword] = node.children;
  const [path] = node.named;
  if (!keyword || !path) return opaque(node, lowerExpression, context);
  return callOf({ range: node, callee: nameOf(keyword, 'require'), args: [positional(lowerExpression(path, context))], list: undefined });
}

const ASSIGNMENTS: Readonly<Record<string, Assignment['operator']>> = { '??=': 'nullish', '.=': 'append', '+=': 'append' };

function lowerAssignment(node: Node, operator: Assignment['operator'], context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  if (!left || !right) return opaque(node, lowerExpression, context);
  const value = lowerExpression(right, context);
  const [list] = left.named;
  // `$list[] = …` appends.
  if (left.type === 'subscript_expression' && list && left.named.length === 1) {
    return { kind: 'assignment', ...rangeOf(node), target: lowerTarget(list, context), operator: 'append', value };
  }
  return { kind: 'assignment', ...rangeOf(node), target: lowerTarget(left, context), operator, value };
}

function lowerTarget(node: Node, context: LoweringContext): Expression | Name | Pattern {
  return isPattern(node) ? lowerPattern(node) : lowerExpression(node, context);
}

function lowerBinary(node: Node, context: LoweringContext): Expression {
  const left = node.child('left');
  const right = node.child('right');
  const sign = node.child('operator')?.text.toLowerCase() ?? '';
  if (!left || !right) return opaque(node, lowerExpression, context);
  return operationOf(node, sign === '.' ? '+' : sign, lowerExpression(left, context), lowerExpression(right, context));
}

function lowerUnary(node: Node, context: LoweringContext): Expression {
  const operand = node.child('argument') ?? node.named.at(-1);
  return operand
    ? prefixOf(node, node.child('operator')?.type ?? node.children[0]?.type ?? '', lowerExpression(operand, context))
    : opaqueOf(node, []);
}

/** `a ?: b` is `a or b`. */
function lowerConditional(node: Node, context: LoweringContext): Expression {
  const test = node.child('condition');
  const consequent = node.child('body');
  const alternate = node.child('alternative');
  if (!test || !alternate) return opaque(node, lowerExpression, context);
  const lowered = [lowerExpression(test, context), lowerExpression(alternate, context)] as const;
  return consequent ? choiceOf(node, lowered[0], lowerExpression(consequent, context), lowered[1]) : operationOf(node, '||', ...lowered);
}

/** Nested conditionals; every test compares the subject again, except in `match (true)`. */
function lowerMatch(node: Node, context: LoweringContext): Expression {
  const subject = node.child('condition')?.named[0];
  const arms = (node.child('body')?.named ?? []).flatMap((arm): Arm[] => {
    const value = arm.child('return_expression');
    const conditions = arm.child('conditional_expressions')?.named ?? [];
    if (!value) return [];
    return [{ tests: conditions.map((condition) => armTest(subject, condition, context)), value: lowerExpression(value, context) }];
  });
  return conditionalOf(node, arms) ?? opaque(node, lowerExpression, context);
}

function armTest(subject: Node | undefined, condition: Node, context: LoweringContext): Expression {
  const lowered = lowerExpression(condition, context);
  if (!subject || (subject.type === 'boolean' && subject.text.toLowerCase() === 'true')) return lowered;
  return binaryOf(spanOf(subject, condition), '==', lowerExpression(subject, context), lowered);
}

/** Closures see the variables they `use` under the same name, so that the list adds nothing. */
function lowerClosure(node: Node, context: LoweringContext): Expression {
  const body = node.child('body');
  const returnType = node.child('return_type');
  if (!body) return opaque(node, lowerExpression, context);
  const isArrow = node.type === 'arrow_function';
  return functionOf({
    range: node,
    params: lowerParameters(node.child('parameters'), context, lowerExpression),
    body: isArrow ? returning(lowerExpression(withoutReference(body), context)) : blockOf(body, lowerStatements(body.named, context)),
    isExpressionBody: isArrow,
    returnType: returnType && typeText(returnType),
  });
}
