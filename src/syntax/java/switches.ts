// Java switches, as statements and as values.
import { withFallthrough } from '../cases.js';
import type { Expression, Return, Statement, Switch, SwitchCase } from '../ir.js';
import { blockOf, calledBlock, opaque, opaqueOf, rangeOf, spanOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { binaryOf } from '../tree-sitter/shapes.js';
import { conditionalOf, type Arm } from '../tree-sitter/value-blocks.js';
import { block } from './declarations.js';
import { caseTest, expression, value } from './expressions.js';
import { statements } from './statements.js';

/** A `switch` whose value nobody uses. */
export function switchStatement(node: Node, context: LoweringContext): Statement {
  return switchOf(node, context, armStatements);
}

/** A `switch` used as a value: nested conditionals when every arm is an expression, else a block with the statement in it. */
export function switchValue(node: Node, context: LoweringContext): Expression {
  const arms = expressionArms(node, context);
  const chained = arms === undefined ? undefined : conditionalOf(node, arms);
  if (chained !== undefined) return chained;
  return calledBlock(node, blockOf(node, [switchOf(node, context, yieldingStatements)]));
}

type ArmBody = (node: Node, context: LoweringContext) => readonly Statement[];

function switchOf(node: Node, context: LoweringContext, body: ArmBody): Switch {
  const cases: SwitchCase[] = [];
  const arms = node.child('body')?.named ?? [];
  for (const arm of arms) {
    const labels = arm.named.filter((part) => part.type === 'switch_label');
    const rest = arm.named.filter((part) => part.type !== 'switch_label');
    const isDefault = labels.some((label) => label.has('default'));
    cases.push({
      ...rangeOf(arm),
      tests: isDefault ? [] : labels.flatMap((label) => labelTests(label, context)),
      body: blockOf(
        bodyRange(arm, rest),
        rest.flatMap((part) => body(part, context)),
      ),
    });
  }
  // What stands behind an arrow goes on nowhere.
  const hasArrows = arms.some((arm) => arm.type === 'switch_rule');
  return {
    kind: 'switch',
    ...rangeOf(node),
    subject: value(node, 'condition', context),
    cases: hasArrows ? cases : withFallthrough(cases),
  };
}

function bodyRange(arm: Node, body: readonly Node[]): { start: number; end: number } {
  const [first] = body;
  return first === undefined ? { start: arm.end, end: arm.end } : spanOf(first, arm);
}

function labelTests(label: Node, context: LoweringContext): readonly Expression[] {
  const guard = label.find('guard');
  if (guard !== undefined) return [opaque(label, expression, context, guard.named)];
  return label.named.map((test) => caseTest(test, context));
}

function armStatements(node: Node, context: LoweringContext): readonly Statement[] {
  return node.type === 'block' ? block(node, context).body : statements(node, context);
}

/** In a switch that is a value, the expression after `->` and the one after `yield` are its results. */
function yieldingStatements(node: Node, context: LoweringContext): readonly Statement[] {
  const result = node.type === 'expression_statement' ? node.named[0] : undefined;
  if (result === undefined) return armStatements(node, context);
  const returned: Return = { kind: 'return', ...rangeOf(node), value: expression(result, context) };
  return [returned];
}

function expressionArms(node: Node, context: LoweringContext): readonly Arm[] | undefined {
  const arms: Arm[] = [];
  for (const rule of node.child('body')?.named ?? []) {
    const label = rule.find('switch_label');
    const result = rule.named.at(-1);
    if (rule.type !== 'switch_rule' || label === undefined || result === undefined || result.type === 'block') return undefined;
    const tests = label.has('default') ? [] : labelTests(label, context).map((test) => comparison(node, test, context));
    arms.push({ tests, value: result.type === 'expression_statement' ? armValue(result, context) : opaque(result, expression, context) });
  }
  return arms;
}

function armValue(node: Node, context: LoweringContext): Expression {
  const result = node.named[0];
  return result === undefined ? opaqueOf(node, []) : expression(result, context);
}

/** `subject == test`; the subject is lowered again for each arm, because a node may occur only once in a tree. */
function comparison(node: Node, test: Expression, context: LoweringContext): Expression {
  if (test.kind === 'opaque') return test;
  const subject = value(node, 'condition', context);
  return binaryOf(spanOf(subject, test), '==', subject, test);
}
