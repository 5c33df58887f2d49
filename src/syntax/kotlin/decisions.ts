// Kotlin `if` and `when`, as statements and as values.
import type { Block, Expression, Statement, SwitchCase } from '../ir.js';
import { blockOf, emptyBlock, opaque, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf, declarationOf, unaryOf } from '../tree-sitter/shapes.js';
import { branchValue, conditionalOf, valueBlock, type Arm } from '../tree-sitter/value-blocks.js';
import { variableTarget } from './declarations.js';
import { expression, value } from './expressions.js';
import { statements } from './statements.js';
import { typeExpression } from './types.js';

/** The statement or block of a branch as a block. */
export function branch(node: Node | undefined, context: LoweringContext, around: Node): Block {
  if (node === undefined) return emptyBlock(around);
  return blockOf(node, node.type === 'block' ? node.named.flatMap((part) => statements(part, context)) : statements(node, context));
}

function branchesOf(node: Node): { readonly consequence: Node | undefined; readonly alternative: Node | undefined } {
  const close = node.children.findIndex((part) => part.field !== 'condition' && part.type === ')');
  const otherwise = node.children.findIndex((part) => part.type === 'else');
  const between = node.children.slice(close + 1, otherwise < 0 ? undefined : otherwise);
  return {
    consequence: between.find((part) => part.isNamed),
    alternative: otherwise < 0 ? undefined : node.children.slice(otherwise + 1).find((part) => part.isNamed),
  };
}

export function ifStatement(node: Node, context: LoweringContext): Statement {
  const { consequence, alternative } = branchesOf(node);
  return {
    kind: 'if',
    ...rangeOf(node),
    test: value(node, 'condition', context),
    consequent: branch(consequence, context, node),
    ...(alternative === undefined ? {} : { alternate: branch(alternative, context, node) }),
  };
}

interface Subject {
  readonly value: Node;
  /** `when (val x = …)`. */
  readonly variable: Node | undefined;
}

function subjectOf(node: Node): Subject | undefined {
  const subject = node.find('when_subject');
  const value = subject?.named.at(-1);
  return value === undefined ? undefined : { value, variable: subject?.find('variable_declaration') };
}

export function whenStatement(node: Node, context: LoweringContext): Statement {
  const subject = subjectOf(node);
  const cases = node.named
    .filter((part) => part.type === 'when_entry')
    .map((entry): SwitchCase => ({
      ...rangeOf(entry),
      tests: entry
        .all('condition')
        .map((condition) => (subject === undefined ? expression(condition, context) : comparedWith(condition, context))),
      body: branch(entryBody(entry), context, entry),
    }));
  const lowered: Statement = {
    kind: 'switch',
    ...rangeOf(node),
    ...(subject === undefined ? {} : { subject: expression(subject.value, context) }),
    cases,
  };
  if (subject?.variable === undefined) return lowered;
  const range = { start: subject.variable.start, end: subject.value.end };
  return blockOf(node, [
    declarationOf({ range, target: variableTarget(subject.variable), value: expression(subject.value, context), constant: true }),
    lowered,
  ]);
}

/** Nested conditionals when every branch is an expression, else the statement as a block that has a value. */
export function whenValue(node: Node, context: LoweringContext): Expression {
  const subject = subjectOf(node);
  const arms: Arm[] = [];
  for (const entry of node.named) {
    if (entry.type !== 'when_entry') continue;
    const result = branchValue(branch(entryBody(entry), context, entry));
    if (result === undefined) return valueBlock(node, [whenStatement(node, context)]);
    arms.push({
      tests: entry
        .all('condition')
        .map((condition) => (subject === undefined ? expression(condition, context) : conditionOn(subject.value, condition, context))),
      value: result,
    });
  }
  return conditionalOf(node, arms) ?? opaque(node, expression, context);
}

function entryBody(entry: Node): Node | undefined {
  const arrow = entry.children.findIndex((part) => part.type === '->');
  return entry.children.slice(arrow + 1).find((part) => part.isNamed);
}

/** What a case of a `switch` compares with; tests of type and range are opaque there. */
function comparedWith(condition: Node, context: LoweringContext): Expression {
  return condition.type === 'type_test' || condition.type === 'range_test'
    ? opaque(condition, expression, context)
    : expression(condition, context);
}

/** The subject is lowered again for each condition, because a node may occur only once in a tree. */
function conditionOn(subject: Node, condition: Node, context: LoweringContext): Expression {
  const range = { start: subject.start, end: condition.end };
  const operand = condition.named[0] ?? condition;
  if (condition.type === 'type_test') {
    const test = binaryOf(range, 'instanceof', expression(subject, context), typeExpression(operand));
    return condition.has('!is') ? unaryOf(range, 'not', test) : test;
  }
  if (condition.type === 'range_test')
    return binaryOf(range, condition.has('!in') ? 'not in' : 'in', expression(subject, context), expression(operand, context));
  return binaryOf(range, '==', expression(subject, context), expression(condition, context));
}
