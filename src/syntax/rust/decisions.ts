// Rust `if` and `match`, as statements and as values.
import type { Block, Expression, Statement, SwitchCase } from '../ir.js';
import { blockOf, emptyBlock, opaque, opaqueOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, parameterOf } from '../tree-sitter/shapes.js';
import { boundValue, conditionalOf, valueBlock, type Arm } from '../tree-sitter/value-blocks.js';
import { expression, value } from './expressions.js';
import { armTests, binds, constantsOf, isCatchAll, target } from './patterns.js';
import { block, statements } from './statements.js';

function alternativeOf(node: Node): Node | undefined {
  return node.child('alternative')?.named[0];
}

/** `if let` declares what it binds in a block around the `if`. */
export function ifStatement(node: Node, context: LoweringContext): Statement {
  const condition = node.child('condition');
  const consequence = node.child('consequence');
  const alternative = alternativeOf(node);
  const bindings = condition === undefined ? [] : bindingsOf(condition, context);
  const lowered: Statement = {
    kind: 'if',
    ...rangeOf(node),
    test: condition === undefined ? opaqueOf(node, []) : test(condition, context),
    consequent: consequence === undefined ? emptyBlock(node) : block(consequence, context),
    ...(alternative === undefined ? {} : { alternate: alternative.type === 'block' ? block(alternative, context) : blockOf(alternative, statements(alternative, context)) }),
  };
  return bindings.length === 0 ? lowered : blockOf(node, [...bindings, lowered]);
}

/** Whether a pattern fits is not known. The value stands in the declaration of what the pattern binds, if anything. */
function test(condition: Node, context: LoweringContext): Expression {
  if (condition.type !== 'let_condition' && condition.type !== 'let_chain') return expression(condition, context);
  if (condition.type === 'let_condition') return opaqueOf(condition, binds(boundBy(condition)) ? [] : [value(condition, 'value', context)]);
  return condition.named.map((part) => test(part, context)).reduce((left, right) => ({ kind: 'logical', start: left.start, end: right.end, operator: 'and', left, right }));
}

function boundBy(condition: Node): ReturnType<typeof target> {
  return target(condition.child('pattern') ?? condition);
}

export function bindingsOf(condition: Node, context: LoweringContext): readonly Statement[] {
  if (condition.type === 'let_chain') return condition.named.flatMap((part) => bindingsOf(part, context));
  if (condition.type !== 'let_condition') return [];
  const bound = boundBy(condition);
  return binds(bound) ? [declarationOf({ range: condition, target: bound, value: value(condition, 'value', context), constant: true })] : [];
}

export function matchStatement(node: Node, context: LoweringContext): Statement {
  const cases = armsOf(node).map((arm): SwitchCase => {
    const pattern = arm.child('pattern');
    const guard = pattern?.child('condition');
    const isDefault = guard === undefined && (pattern === undefined || isCatchAll(pattern));
    const constants = isDefault || pattern === undefined || guard !== undefined ? undefined : constantsOf(pattern, context);
    return {
      ...rangeOf(arm),
      tests: isDefault || pattern === undefined ? [] : (constants ?? [guard === undefined ? opaqueOf(pattern, []) : opaque(pattern, expression, context, [guard])]),
      body: armBody(arm, pattern, context),
    };
  });
  return { kind: 'switch', ...rangeOf(node), subject: value(node, 'value', context), cases };
}

function armsOf(node: Node): readonly Node[] {
  return node.child('body')?.named.filter((part) => part.type === 'match_arm') ?? [];
}

/** Names that the pattern binds are declared first, without a value. */
function armBody(arm: Node, pattern: Node | undefined, context: LoweringContext): Block {
  const result = arm.child('value');
  if (result === undefined) return emptyBlock(arm);
  const body = result.type === 'block' ? block(result, context) : blockOf(result, statements(result, context));
  if (pattern === undefined || (constantsOf(pattern, context) !== undefined && !isCatchAll(pattern))) return body;
  const names = target(pattern);
  if (!binds(names)) return body;
  return blockOf({ start: pattern.start, end: body.end }, [declarationOf({ range: pattern, target: names, constant: true }), ...body.body]);
}

/** Nested conditionals when every arm is an expression, else the statement as a block that has a value. */
export function matchValue(node: Node, context: LoweringContext): Expression {
  const subject = node.child('value');
  const arms: Arm[] = [];
  for (const arm of armsOf(node)) {
    const pattern = arm.child('pattern');
    const result = arm.child('value');
    const isSimple = result !== undefined && (result.type !== 'block' || (result.named.length === 1 && result.named[0]?.type.endsWith('_expression') === true));
    if (subject === undefined || pattern === undefined || result === undefined || !isSimple) return valueBlock(node, [matchStatement(node, context)]);
    const guard = pattern.child('condition');
    const tests = armTests(subject, pattern, context);
    const guarded = guard === undefined ? tests : [...tests, expression(guard, context)].slice(-1);
    arms.push({ tests: guarded, value: bound({ node, subject, pattern, arm, result: expression(result, context) }, context) });
  }
  return conditionalOf(node, arms) ?? opaque(node, expression, context);
}

interface BoundArm {
  readonly node: Node;
  readonly subject: Node;
  readonly pattern: Node;
  readonly arm: Node;
  readonly result: Expression;
}

function bound({ node, subject, pattern, arm, result }: BoundArm, context: LoweringContext): Expression {
  const names = target(pattern);
  if (!binds(names) || (constantsOf(pattern, context) !== undefined && !isCatchAll(pattern))) return result;
  return boundValue(node, arm, parameterOf({ range: pattern, target: names }), result, expression(subject, context));
}
