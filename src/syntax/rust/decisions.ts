// Rust `if` and `match`, as statements and as values.
import type { Block, Expression, Range, Statement, SwitchCase } from '../ir.js';
import { blockOf, emptyBlock, opaque, opaqueOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, parameterOf } from '../tree-sitter/shapes.js';
import { boundValue, conditionalOf, valueBlock, type Arm } from '../tree-sitter/value-blocks.js';
import { expression, value } from './expressions.js';
import { armTests, binds, constantsOf, isCatchAll, isThere, presenceOf, target, wrapped } from './patterns.js';
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
    ...(alternative === undefined
      ? {}
      : { alternate: alternative.type === 'block' ? block(alternative, context) : blockOf(alternative, statements(alternative, context)) }),
  };
  return bindings.length === 0 ? lowered : blockOf(node, [...bindings, lowered]);
}

/** Whether a pattern fits, where it asks no more than whether there is a value. The value stands in the declaration of what the pattern binds, if anything. */
function test(condition: Node, context: LoweringContext): Expression {
  if (condition.type !== 'let_condition' && condition.type !== 'let_chain') return expression(condition, context);
  const pattern = condition.type === 'let_condition' ? condition.child('pattern') : undefined;
  const presence = pattern === undefined ? undefined : presenceOf(pattern);
  if (presence !== undefined) {
    const name = boundBy(condition);
    const held: Expression =
      name.kind === 'name' && binds(name)
        ? { kind: 'name', start: condition.end, end: condition.end, name: name.name }
        : value(condition, 'value', context);
    return isThere({ start: condition.start, end: condition.end }, held, presence);
  }
  if (condition.type === 'let_condition') return opaqueOf(condition, binds(boundBy(condition)) ? [] : [value(condition, 'value', context)]);
  return condition.named
    .map((part) => test(part, context))
    .reduce((left, right) => ({ kind: 'logical', start: left.start, end: right.end, operator: 'and', left, right }));
}

function boundBy(condition: Node): ReturnType<typeof target> {
  return target(condition.child('pattern') ?? condition);
}

export function bindingsOf(condition: Node, context: LoweringContext): readonly Statement[] {
  if (condition.type === 'let_chain') return condition.named.flatMap((part) => bindingsOf(part, context));
  if (condition.type !== 'let_condition') return [];
  const bound = boundBy(condition);
  return binds(bound)
    ? [declarationOf({ range: condition, target: bound, value: value(condition, 'value', context), constant: true })]
    : [];
}

export function matchStatement(node: Node, context: LoweringContext): Statement {
  return presenceMatch(node, context) ?? switchOf(node, context);
}

/** How long the text of a subject may be that is lowered once for every arm. */
const MAX_SUBJECT = 160;

/** `match env::var("X") { Ok(v) if … => …, Err(_) => … }` as a chain of ifs: the arms ask whether there is a value, and what it is. */
function presenceMatch(node: Node, context: LoweringContext): Statement | undefined {
  const subject = node.child('value');
  const arms = armsOf(node);
  if (subject === undefined || subject.text.length > MAX_SUBJECT || arms.length < 2) return undefined;
  const patterns = arms.map((arm) => arm.child('pattern'));
  if (
    !patterns.every((pattern): pattern is Node => pattern !== undefined && isDecided(pattern, context)) ||
    !patterns.some((pattern) => presenceOf(pattern) !== undefined || /^(?:\w+::)*(?:Ok|Some)\(/.test(pattern.text))
  )
    return undefined;
  let rest: Block | undefined;
  for (const [i, arm] of [...arms.entries()].reverse()) {
    const pattern = patterns[i]!;
    const guard = pattern.child('condition');
    const tests = armTests(subject, pattern, context);
    const body = boundBody(arm, subject, pattern, context);
    // Such arms are exhaustive: the last one stands for all that is left.
    if (rest === undefined && guard === undefined) rest = body;
    else {
      const fits =
        guard === undefined
          ? eitherOf(tests)
          : guardedBy(node, tests, bound({ node, subject, pattern, arm, result: expression(guard, context) }, context));
      if (fits === undefined) rest = body;
      else
        rest = blockOf(node, [
          { kind: 'if', ...rangeOf(node), test: fits, consequent: body, ...(rest === undefined ? {} : { alternate: rest }) },
        ]);
    }
  }
  return rest === undefined ? undefined : { ...rest, ...rangeOf(node) };
}

/** Whether it can be said when an arm is taken. */
const isDecided = (pattern: Node, context: LoweringContext): boolean =>
  isCatchAll(pattern) || presenceOf(pattern) !== undefined || constantsOf(wrapped(pattern), context) !== undefined;

function eitherOf(tests: readonly Expression[]): Expression | undefined {
  const [first, ...more] = tests;
  return first === undefined
    ? undefined
    : more.reduce<Expression>(
        (left, right) => ({ kind: 'logical', start: left.start, end: right.end, operator: 'or', left, right }),
        first,
      );
}

/** The body of an arm, in which the pattern's names are the subject. */
function boundBody(arm: Node, subject: Node, pattern: Node, context: LoweringContext): Block {
  const result = arm.child('value');
  if (result === undefined) return emptyBlock(arm);
  const body = result.type === 'block' ? block(result, context) : blockOf(result, statements(result, context));
  const names = target(pattern);
  if (!binds(names) || (presenceOf(pattern) === undefined && !isCatchAll(pattern) && constantsOf(wrapped(pattern), context) !== undefined))
    return body;
  return blockOf({ start: subject.start, end: body.end }, [
    declarationOf({
      range: { start: subject.start, end: pattern.end },
      target: names,
      value: expression(subject, context),
      constant: true,
    }),
    ...body.body,
  ]);
}

function switchOf(node: Node, context: LoweringContext): Statement {
  const cases = armsOf(node).map((arm): SwitchCase => {
    const pattern = arm.child('pattern');
    const guard = pattern?.child('condition');
    const isDefault = guard === undefined && (pattern === undefined || isCatchAll(pattern));
    const constants = isDefault || pattern === undefined || guard !== undefined ? undefined : constantsOf(pattern, context);
    return {
      ...rangeOf(arm),
      tests:
        isDefault || pattern === undefined
          ? []
          : (constants ?? [guard === undefined ? opaqueOf(pattern, []) : opaque(pattern, expression, context, [guard])]),
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
    const isSimple =
      result !== undefined &&
      (result.type !== 'block' || (result.named.length === 1 && result.named[0]?.type.endsWith('_expression') === true));
    if (subject === undefined || pattern === undefined || result === undefined || !isSimple)
      return valueBlock(node, [matchStatement(node, context)]);
    const guard = pattern.child('condition');
    const tests = armTests(subject, pattern, context);
    const guarded =
      guard === undefined
        ? tests
        : [guardedBy(node, tests, bound({ node, subject, pattern, arm, result: expression(guard, context) }, context))];
    arms.push({ tests: guarded, value: bound({ node, subject, pattern, arm, result: expression(result, context) }, context) });
  }
  return conditionalOf(node, arms) ?? opaque(node, expression, context);
}

/** `Ok(url) if url.starts_with("https")`: the pattern fits, and then the guard holds. */
function guardedBy(range: Range, tests: readonly Expression[], guard: Expression): Expression {
  const fits = eitherOf(tests);
  if (fits === undefined) return guard;
  return { kind: 'logical', ...rangeOf(range), operator: 'and', left: fits, right: guard };
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
