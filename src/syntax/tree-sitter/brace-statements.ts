// Statements that the grammars of C# and Java give the same shape.
import type { Block, Expression, Name, Pattern, Statement } from '../ir.js';
import { blockOf, emptyBlock, expressionStatement, rangeOf, type LoweringContext } from './lowering.js';
import type { Node } from './node.js';
import { partsWith } from './parts.js';
import { countingLoop } from './shapes.js';

/** What a front-end lowers itself. */
export interface BraceFrontEnd {
  readonly expression: (node: Node, context: LoweringContext) => Expression;
  readonly statements: (node: Node, context: LoweringContext) => readonly Statement[];
  readonly block: (node: Node, context: LoweringContext) => Block;
}

export interface ForLoop {
  /** The field of what runs before the loop, and the type of the nodes there that declare variables. */
  readonly initializer: string;
  readonly declaration: string;
}

export interface ForEach {
  /** The field of the loop's variable, and what it binds. */
  readonly variable: string;
  readonly targetOf: (variable: Node) => Name | Pattern;
  /** The field of what is looped over. */
  readonly iterable: string;
}

export interface BraceStatements {
  /** The statement under a branch as a block; empty, at the end of `around`, where there is none. */
  readonly branch: (node: Node | undefined, context: LoweringContext, around: Node) => Block;
  readonly ifStatement: (node: Node, context: LoweringContext) => Statement;
  /** `while` and `do`. */
  readonly whileLoop: (node: Node, context: LoweringContext) => Statement;
  readonly forLoop: (node: Node, context: LoweringContext, fields: ForLoop) => Statement;
  readonly forEach: (node: Node, context: LoweringContext, fields: ForEach) => Statement;
  readonly tryStatement: (node: Node, context: LoweringContext) => Statement;
}

/** Lowerings of the statements over a front-end's own parts. */
export function braceStatements({ expression, statements, block }: BraceFrontEnd): BraceStatements {
  const { value } = partsWith(expression);
  const branch: BraceStatements['branch'] = (node, context, around) => {
    if (node === undefined) return emptyBlock(around);
    return node.type === 'block' ? block(node, context) : blockOf(node, statements(node, context));
  };
  const body = (node: Node, context: LoweringContext): Block => branch(node.child('body'), context, node);
  return {
    branch,
    ifStatement(node, context) {
      const alternative = node.child('alternative');
      return {
        kind: 'if',
        ...rangeOf(node),
        test: value(node, 'condition', context),
        consequent: branch(node.child('consequence'), context, node),
        ...(alternative === undefined ? {} : { alternate: branch(alternative, context, node) }),
      };
    },
    whileLoop: (node, context) => ({ kind: 'loop', ...rangeOf(node), test: value(node, 'condition', context), body: body(node, context) }),
    forLoop(node, context, { initializer, declaration }) {
      const condition = node.child('condition');
      return countingLoop({
        range: node,
        before: node
          .all(initializer)
          .flatMap((part) => (part.type === declaration ? statements(part, context) : [expressionStatement(expression(part, context))])),
        test: condition === undefined ? undefined : expression(condition, context),
        updates: node.all('update').map((part) => expressionStatement(expression(part, context))),
        body: body(node, context),
      });
    },
    forEach(node, context, { variable, targetOf, iterable }) {
      const bound = node.child(variable);
      return {
        kind: 'loop',
        ...rangeOf(node),
        ...(bound === undefined ? {} : { target: targetOf(bound) }),
        iterable: value(node, iterable, context),
        body: body(node, context),
      };
    },
    tryStatement(node, context) {
      const final = node.find('finally_clause')?.find('block');
      return {
        kind: 'try',
        ...rangeOf(node),
        body: body(node, context),
        handlers: node.named.filter((part) => part.type === 'catch_clause').map((clause) => body(clause, context)),
        ...(final === undefined ? {} : { final: block(final, context) }),
      };
    },
  };
}
