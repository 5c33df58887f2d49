/** Lowers ESTree and TS-ESTree, from whichever parser, into the IR. */

import type * as es from 'oxc-parser';

import type { Comment, Program, Range, Statement, SyntaxProblem } from '../ir.js';
import type { Context } from './context.js';
import { type EstreeComment, type EstreeNode, rangeOf } from './estree.js';
import { lowerExpression } from './expressions.js';
import { tooDeep } from './opaque.js';
import { lowerStatement } from './statements.js';

export type { EstreeComment, EstreeNode };

/** Deeper code than this becomes `opaque`: later stages recurse, and no one writes such code by hand. */
const MAX_DEPTH = 600;

/** What is known about a text beyond its syntax tree. */
export interface Reading {
  /** What the parser could not read. */
  readonly problems?: readonly SyntaxProblem[];
  /** Parts that a template engine fills in, in order; the parser saw something else in their place. */
  readonly holes?: readonly Range[];
}

/**
 * Lowers a parsed file. The syntax tree is only read.
 * @param ast an ESTree `Program` whose offsets are UTF-16 code units of `text`
 * @param text the text that the offsets refer to
 * @param path path of the file, with forward slashes
 * @param comments the comments of the file, by default those that hang on the tree
 */
export function lowerEstree(
  ast: EstreeNode,
  text: string,
  path: string,
  comments: readonly EstreeComment[] = (ast as { comments?: readonly EstreeComment[] }).comments ?? [],
  { problems = [], holes = [] }: Reading = {},
): Program {
  const context = contextOf(text, [...problems], holes);
  return {
    path,
    language: 'javascript',
    text,
    body: context.statements((ast as es.Program).body),
    comments: comments.map((comment) => lowerComment(comment, text)),
    problems: context.problems,
  };
}

/** Cuts the text out of the file, where what the parser saw may have been blanked out. */
function lowerComment(comment: EstreeComment, text: string): Comment {
  const { start, end } = rangeOf(comment);
  const isBlock = text.startsWith('/*', start);
  if (!isBlock && !text.startsWith('//', start)) return { start, end, text: comment.value };
  return { start, end, text: text.slice(start + 2, isBlock ? end - 2 : end) };
}

/** The context of one file: counts how deep the lowering stands in the tree. */
function contextOf(text: string, problems: SyntaxProblem[], holes: readonly Range[]): Context {
  let depth = 0;
  const context: Context = {
    text,
    holes,
    problems,
    expression: (node) => {
      if (depth >= MAX_DEPTH) return tooDeep(context, node);
      depth++;
      const expression = lowerExpression(context, node);
      depth--;
      return expression;
    },
    statement: (node, out) => {
      if (depth >= MAX_DEPTH) {
        out.push({ kind: 'expression', ...rangeOf(node), expression: tooDeep(context, node) });
        return;
      }
      depth++;
      lowerStatement(context, node, out);
      depth--;
    },
    statements: (nodes) => {
      const statements: Statement[] = [];
      for (const node of nodes) context.statement(node, statements);
      return statements;
    },
  };
  return context;
}
