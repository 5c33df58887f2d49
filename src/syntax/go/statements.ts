// Go statements.
import { withFallthrough } from '../cases.js';
import type { Block, Expression, Name, Pattern, Statement, SwitchCase } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  literalOf,
  nameOf,
  opaqueOf,
  rangeOf,
  spanOf,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { assignmentOf, binaryOf, countedOf, countingLoop, declarationOf, leftOver, positionalPattern } from '../tree-sitter/shapes.js';
import { declarations, typeDeclaration, variableDeclarations } from './declarations.js';
import { expression, value, valuesOf } from './expressions.js';
import { typeExpression } from './types.js';

export function block(node: Node, context: LoweringContext): Block {
  return blockOf(
    node,
    node.named.flatMap((part) => statements(part, context)),
  );
}

/** A statement; several for `a, b = 1, 2`, none for an empty one. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'statement_list':
    case 'ERROR':
      return node.named.flatMap((part) => statements(part, context));
    case 'expression_statement':
    case 'defer_statement':
    case 'go_statement':
      return node.named.map((part) => expressionStatement(expression(part, context), node));
    case 'short_var_declaration':
      return declarations({ range: node, names: node.child('left')?.named ?? [], values: node.child('right'), constant: false }, context);
    case 'var_declaration':
    case 'const_declaration':
      return variableDeclarations(node, context);
    case 'type_declaration':
      return typeDeclaration(node);
    case 'inc_statement':
    case 'dec_statement':
      return [expressionStatement(countedOf(node, expression(node.named[0]!, context), node.type === 'dec_statement' ? '--' : '++'), node)];
    case 'assignment_statement':
      return assignments(node, context);
    case 'block':
      return [block(node, context)];
    case 'if_statement':
      return [withInitializer(node, ifStatement(node, context), context)];
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'select_statement':
      return [withInitializer(node, switchStatement(node, context), context)];
    case 'for_statement':
      return [forStatement(node, context)];
    case 'return_statement': {
      const list = node.named[0];
      return [
        {
          kind: 'return',
          ...rangeOf(node),
          ...(list === undefined ? {} : { value: list.type === 'expression_list' ? valuesOf(list, context) : expression(list, context) }),
        },
      ];
    }
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      return [{ kind: 'jump', ...rangeOf(node) }];
    case 'fallthrough_statement':
      return [];
    case 'labeled_statement':
      return node.named.slice(1).flatMap((part) => statements(part, context));
    case 'empty_statement':
    case 'comment':
      return [];
    default:
      return leftOver(expression(node, context));
  }
}

function assignments(node: Node, context: LoweringContext): readonly Statement[] {
  const operator = node.child('operator')?.text ?? '=';
  const targets = node.child('left')?.named ?? [];
  const values = node.child('right')?.named ?? [];
  const [value] = values;
  if (targets.length > 1 && values.length === 1 && value !== undefined)
    return [assignmentOfResults(node, targets, value, operator, context)];
  return targets.map((target, index) => {
    const part = values[index];
    const assigned = part === undefined ? opaqueOf(target, []) : expression(part, context);
    const assignment = assignmentOf(
      targets.length === 1 ? node : spanOf(target, part ?? target),
      operator,
      expression(target, context),
      assigned,
    );
    return expressionStatement(assignment, targets.length === 1 ? node : assignment);
  });
}

/** `a, err = f()`. A pattern holds names only, so of `s.store, err = f()` just the first field is kept, as element of the result. */
function assignmentOfResults(node: Node, targets: readonly Node[], value: Node, operator: string, context: LoweringContext): Statement {
  const result = expression(value, context);
  const names = targets.map((target) => expression(target, context));
  const plain = names.filter((name) => name.kind === 'name');
  const [first] = names;
  const last = targets.at(-1);
  if (plain.length === names.length && first !== undefined && last !== undefined) {
    return expressionStatement(assignmentOf(node, operator, positionalPattern(spanOf(first, last), plain), result), node);
  }
  const index = names.findIndex((name) => name.kind !== 'name');
  const element: Expression = {
    kind: 'subscript',
    ...rangeOf(result),
    object: result,
    index: literalOf({ start: result.end, end: result.end }, index),
  };
  return expressionStatement(assignmentOf(node, operator, names[index] ?? opaqueOf(node, []), element), node);
}

/** `if x := f(); …`: a block around both, which is the scope of `x`. */
function withInitializer(node: Node, statement: Statement, context: LoweringContext): Statement {
  const before = node.child('initializer');
  return before === undefined ? statement : blockOf(node, [...statements(before, context), statement]);
}

function ifStatement(node: Node, context: LoweringContext): Statement {
  const consequence = node.child('consequence');
  const alternative = node.child('alternative');
  return {
    kind: 'if',
    ...rangeOf(node),
    test: value(node, 'condition', context),
    consequent: consequence === undefined ? emptyBlock(node) : block(consequence, context),
    ...(alternative === undefined
      ? {}
      : { alternate: alternative.type === 'block' ? block(alternative, context) : blockOf(alternative, statements(alternative, context)) }),
  };
}

/** `switch`, `switch x := v.(type)` and `select`. What a channel is compared with is opaque. */
function switchStatement(node: Node, context: LoweringContext): Statement {
  const subject = node.child('value');
  const parts = node.named.filter((part) => part.type.endsWith('_case'));
  const isOfTypes = node.type === 'type_switch_statement';
  const falling = parts.map((part) => part.find('statement_list')?.named.at(-1)?.type === 'fallthrough_statement');
  const cases = withFallthrough(
    parts.map((part) => switchCase(part, context, isOfTypes ? subject : undefined)),
    (_, index) => falling[index] === true,
  );
  const lowered: Statement = {
    kind: 'switch',
    ...rangeOf(node),
    ...(subject === undefined || isOfTypes ? {} : { subject: expression(subject, context) }),
    cases,
  };
  const alias = node.child('alias')?.named[0];
  if (alias === undefined || subject === undefined) return lowered;
  return blockOf(node, [
    declarationOf({ range: spanOf(alias, subject), target: nameOf(alias), value: expression(subject, context), constant: false }),
    lowered,
  ]);
}

function switchCase(node: Node, context: LoweringContext, typed: Node | undefined): SwitchCase {
  const communication = node.child('communication');
  const values = node.child('value');
  const body = node.find('statement_list');
  const before = communication === undefined ? [] : communicationStatements(communication, context);
  const [first] = before;
  const bodyStart = first?.start ?? body?.start ?? node.end;
  return {
    ...rangeOf(node),
    tests:
      values !== undefined
        ? values.named.map((part) => expression(part, context))
        : communication !== undefined
          ? [opaqueOf({ start: communication.start, end: communication.start }, [])]
          : node.all('type').map((type) => typeTest(typed, type, context)),
    body: blockOf({ start: bodyStart, end: Math.max(bodyStart, node.end) }, [
      ...before,
      ...(body === undefined ? [] : statements(body, context)),
    ]),
  };
}

/** `case bool:` of a type switch asks whether the value is one. */
function typeTest(value: Node | undefined, type: Node, context: LoweringContext): Expression {
  if (value === undefined) return opaqueOf(type, []);
  const place = { start: type.start, end: type.start };
  return type.text === 'nil'
    ? binaryOf(type, '==', movedTo(expression(value, context), place), literalOf(type, null))
    : binaryOf(type, 'instanceof', movedTo(expression(value, context), place), typeExpression(type));
}

/** What is asked of one thing again and again is it each time; only names can be written twice. */
const movedTo = (asked: Expression, place: { readonly start: number; readonly end: number }): Expression =>
  asked.kind === 'name' ? { ...asked, ...place } : opaqueOf(place, []);

/** `case v := <-ch:` */
function communicationStatements(node: Node, context: LoweringContext): readonly Statement[] {
  const left = node.child('left');
  const right = node.child('right');
  if (node.type !== 'receive_statement' || right === undefined) return leftOver(expression(node, context));
  if (left === undefined) return [expressionStatement(expression(right, context))];
  const [name] = left.named;
  return name === undefined
    ? []
    : [declarationOf({ range: node, target: nameOf(name), value: expression(right, context), constant: false })];
}

function forStatement(node: Node, context: LoweringContext): Statement {
  const bodyNode = node.child('body');
  const body = bodyNode === undefined ? emptyBlock(node) : block(bodyNode, context);
  const range = node.find('range_clause');
  if (range !== undefined) {
    const target = loopVariable(range.child('left'));
    return { kind: 'loop', ...rangeOf(node), ...(target === undefined ? {} : { target }), iterable: value(range, 'right', context), body };
  }
  const clause = node.find('for_clause');
  const condition = clause === undefined ? node.named.find((part) => part !== bodyNode) : clause.child('condition');
  const before = clause?.child('initializer');
  const update = clause?.child('update');
  return countingLoop({
    range: node,
    before: before === undefined ? [] : statements(before, context),
    test: condition === undefined ? undefined : expression(condition, context),
    updates: update === undefined ? [] : statements(update, context),
    body,
  });
}

/** `for _, v := range xs` goes over the elements; with both names, or with the position alone, the target is a pair. */
function loopVariable(left: Node | undefined): Name | Pattern | undefined {
  const [key, element] = left?.named ?? [];
  if (left === undefined || key === undefined) return undefined;
  if (element === undefined) return positionalPattern(left, [nameOf(key)]);
  return key.text === '_' ? nameOf(element) : positionalPattern(left, [nameOf(key), nameOf(element)]);
}
