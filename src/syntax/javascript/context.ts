/** What the lowering of one file hands from node to node. */

import type * as es from 'oxc-parser';

import type { Block, Expression, Range, Statement, SyntaxProblem } from '../ir.js';
import { endOf, type EstreeNode, rangeOf, startOf } from './estree.js';

/** Goes through the lowering of a file: its text, and the ways back to the lowering of whole expressions and statements. */
export interface Context {
  readonly text: string;
  /** Parts of the text that a template engine fills in, in order. */
  readonly holes: readonly Range[];
  readonly problems: SyntaxProblem[];
  readonly expression: (node: es.Expression | es.PrivateIdentifier | es.Super) => Expression;
  /** Lowers one statement into `out`: none for what only declares types, several for `let a, b`. */
  readonly statement: (node: es.Statement, out: Statement[]) => void;
  readonly statements: (nodes: readonly es.Statement[]) => Statement[];
}

/** A block, or the one statement that stands for it. */
export function lowerBlock(context: Context, node: es.Statement | es.FunctionBody): Block {
  const body = node.type === 'BlockStatement' ? context.statements(node.body as es.Statement[]) : context.statements([node]);
  return { kind: 'block', ...rangeOf(node), body };
}

/** A property that is only there when the syntax tree has the expression. */
export function optional<Field extends string>(
  context: Context,
  field: Field,
  node: es.Expression | null | undefined,
): { [F in Field]?: Expression } {
  return node ? ({ [field]: context.expression(node) } as { [F in Field]: Expression }) : {};
}

/** The source text of a node. */
export function sourceOf(context: Context, node: EstreeNode): string {
  return context.text.slice(startOf(node), endOf(node));
}
