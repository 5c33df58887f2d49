// Statements and decisions that stand where a value is wanted: `if`, `switch`, `when` and `match` used as expressions, and blocks.
import type { Block, Expression, If, Parameter, Range, Statement } from '../ir.js';
import { blockOf, calledBlock, rangeOf, returning, withImplicitReturn } from './lowering.js';
import { choiceOf, functionOf, positional } from './shapes.js';

/** One arm of a `switch`, `when` or `match` that is used as a value. */
export interface Arm {
  /** The conditions of the arm, one of which has to hold; none for the default. */
  readonly tests: readonly Expression[];
  readonly value: Expression;
}

/**
 * Arms as nested conditionals, first arm outermost; all have the range of the whole, since each test repeats the subject.
 * Without a default the last arm stands for all other cases, since such expressions have to be exhaustive.
 */
export function conditionalOf(range: Range, arms: readonly Arm[]): Expression | undefined {
  const fallbackAt = arms.findIndex((arm) => arm.tests.length === 0);
  const fallback = arms.at(fallbackAt);
  if (fallback === undefined) return undefined;
  const decided = fallbackAt < 0 ? arms.slice(0, -1) : arms.filter((arm) => arm !== fallback);
  return decided.reduceRight((alternate, arm) => {
    const test = arm.tests.reduce((left, right) => ({ kind: 'logical', start: left.start, end: right.end, operator: 'or', left, right }));
    return choiceOf(range, test, arm.value, alternate);
  }, fallback.value);
}

/**
 * Statements that stand where a value is wanted (`val x = if (a) { …; b } else { … }`): a function called at once whose last
 * expression is the value. A `return` in it leaves the function around it and gives no value here: the index of the file knows.
 */
export function valueBlock(range: Range, body: readonly Statement[]): Expression {
  return calledBlock(range, blockOf(range, withImplicitReturn(body)));
}

/** A decision as a value: a conditional when both branches are expressions, else a block with the statement in it. */
export function ifValue(range: Range, statement: Statement): Expression {
  return (statement.kind === 'if' ? conditionalOfIf(statement) : undefined) ?? valueBlock(range, [statement]);
}

function conditionalOfIf(statement: If): Expression | undefined {
  const consequent = branchValue(statement.consequent);
  const alternate = statement.alternate === undefined ? undefined : branchValue(statement.alternate);
  return consequent && alternate && choiceOf(statement, statement.test, consequent, alternate);
}

/** The value of a branch that is nothing but an expression; also of an `else if`, which lowers to a statement. */
export function branchValue({ body }: Block): Expression | undefined {
  const [only] = body;
  return soleExpression(body) ?? (only?.kind === 'if' && body.length === 1 ? conditionalOfIf(only) : undefined);
}

/** The only expression of a block, when the block is nothing else. */
export function soleExpression(body: readonly Statement[]): Expression | undefined {
  const [only, ...rest] = body;
  return only?.kind === 'expression' && rest.length === 0 ? only.expression : undefined;
}

/** The value of a case whose pattern binds names: they are the parameters of a function that is called with the subject. */
export function boundValue(range: Range, clause: Range, pattern: Parameter, result: Expression, subject: Expression): Expression {
  const callee = functionOf({ range: clause, params: [pattern], body: returning(result), isExpressionBody: true });
  return {
    kind: 'call',
    ...rangeOf(range),
    callee,
    args: [positional(subject)],
    isNew: false,
    argsRange: { start: callee.end, end: callee.end },
    parenthesised: false,
  };
}
