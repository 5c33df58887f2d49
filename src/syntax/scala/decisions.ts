// Scala `if`, `match` and `try`, as statements and as values, and functions made of cases.
import type { Block, Expression, FunctionExpression, Statement, SwitchCase } from '../ir.js';
import { blockOf, emptyBlock, opaque, opaqueOf, rangeOf, withImplicitReturn, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, functionOf, parameterOf } from '../tree-sitter/shapes.js';
import { boundValue, branchValue, conditionalOf, valueBlock, type Arm } from '../tree-sitter/value-blocks.js';
import { expression, value } from './expressions.js';
import { binds, caseTests, constantsOf, isCatchAll, target } from './patterns.js';
import { statements } from './statements.js';

/** Blocks in braces or by indentation. */
export function isBlock(node: Node): boolean {
  return node.type === 'block' || node.type === 'indented_block';
}

/** An expression or block as a block. */
export function branch(node: Node | undefined, context: LoweringContext, around: Node): Block {
  if (node === undefined) return emptyBlock(around);
  return blockOf(node, isBlock(node) ? node.named.flatMap((part) => statements(part, context)) : statements(node, context));
}

export function ifStatement(node: Node, context: LoweringContext): Statement {
  const alternative = node.child('alternative');
  return {
    kind: 'if',
    ...rangeOf(node),
    test: value(node, 'condition', context),
    consequent: branch(node.child('consequence'), context, node),
    ...(alternative === undefined ? {} : { alternate: branch(alternative, context, node) }),
  };
}

// ------------------------------------------------------------------ match

function clausesOf(node: Node | undefined): readonly Node[] {
  return node?.named.filter((part) => part.type === 'case_clause') ?? [];
}

function guardOf(clause: Node): Node | undefined {
  return clause.find('guard')?.child('condition');
}

export function matchStatement(node: Node, context: LoweringContext): Statement {
  return {
    kind: 'switch',
    ...rangeOf(node),
    subject: value(node, 'value', context),
    cases: clausesOf(node.child('body')).map((clause) => switchCase(clause, context)),
  };
}

/** Names that the pattern binds are declared first, without a value. */
function switchCase(clause: Node, context: LoweringContext): SwitchCase {
  const pattern = clause.child('pattern');
  const guard = guardOf(clause);
  const body = clauseBody(clause, context);
  const isDefault = pattern === undefined || (guard === undefined && isCatchAll(pattern));
  const constants = isDefault || guard !== undefined ? undefined : constantsOf(pattern, context);
  const names = pattern === undefined ? undefined : target(pattern);
  return {
    ...rangeOf(clause),
    tests: isDefault
      ? []
      : (constants ?? [
          opaqueOf({ start: pattern.start, end: guard?.end ?? pattern.end }, guard === undefined ? [] : [expression(guard, context)]),
        ]),
    body:
      pattern === undefined || names === undefined || !binds(names)
        ? body
        : blockOf({ start: pattern.start, end: body.end }, [
            declarationOf({ range: pattern, target: names, constant: true }),
            ...body.body,
          ]),
  };
}

function clauseBody(clause: Node, context: LoweringContext): Block {
  const parts = clause.all('body');
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return emptyBlock(clause);
  return blockOf(
    { start: first.start, end: last.end },
    parts.flatMap((part) => (isBlock(part) ? branch(part, context, clause).body : statements(part, context))),
  );
}

/** Nested conditionals when every case is an expression, else the statement as a block that has a value. */
export function matchValue(node: Node, context: LoweringContext): Expression {
  const subject = node.child('value');
  const arms: Arm[] = [];
  for (const clause of clausesOf(node.child('body'))) {
    const pattern = clause.child('pattern');
    const result = branchValue(clauseBody(clause, context));
    if (subject === undefined || pattern === undefined || result === undefined) return valueBlock(node, [matchStatement(node, context)]);
    const guard = guardOf(clause);
    const tests = caseTests(subject, pattern, context);
    arms.push({
      tests: guard === undefined ? tests : [expression(guard, context)],
      value: bound({ node, subject, pattern, clause, result }, context),
    });
  }
  return conditionalOf(node, arms) ?? opaque(node, expression, context);
}

interface BoundCase {
  readonly node: Node;
  readonly subject: Node;
  readonly pattern: Node;
  readonly clause: Node;
  readonly result: Expression;
}

function bound({ node, subject, pattern, clause, result }: BoundCase, context: LoweringContext): Expression {
  const names = target(pattern);
  return binds(names)
    ? boundValue(node, clause, parameterOf({ range: pattern, target: names }), result, expression(subject, context))
    : result;
}

/** `{ case (a, b) => … }`: a function of the pattern when there is one case, else of a parameter without a name. */
export function caseFunction(node: Node, context: LoweringContext): FunctionExpression {
  const clauses = clausesOf(node);
  const [only, ...others] = clauses;
  const pattern = only?.child('pattern');
  if (only !== undefined && pattern !== undefined && others.length === 0) {
    const body = clauseBody(only, context);
    return functionOf({
      range: node,
      params: [parameterOf({ range: pattern, target: target(pattern) })],
      body: { ...body, body: withImplicitReturn(body.body) },
    });
  }
  const place = { start: node.start, end: node.start };
  const cases = clauses.map((clause) => switchCase(clause, context));
  const decision: Statement = { kind: 'switch', ...rangeOf(node), subject: { kind: 'name', ...place, name: '_' }, cases };
  return functionOf({
    range: node,
    params: [parameterOf({ range: place, target: { kind: 'name', ...place, name: '_' } })],
    body: blockOf(node, withImplicitReturn([decision])),
  });
}

// ------------------------------------------------------------------ try

export function tryStatement(node: Node, context: LoweringContext): Statement {
  const final = node.find('finally_clause')?.named[0];
  const handlers = node.find('catch_clause');
  const clauses = handlers?.named.flatMap((part) => clausesOf(part)) ?? [];
  return {
    kind: 'try',
    ...rangeOf(node),
    body: branch(node.child('body'), context, node),
    handlers: clauses.map((clause) => clauseBody(clause, context)),
    ...(final === undefined ? {} : { final: branch(final, context, node) }),
  };
}
