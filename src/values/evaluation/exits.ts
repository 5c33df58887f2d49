/** Where a function does not come to an end: what it throws, and calls that end the program. */
import type { FunctionExpression, Node, Statement } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { pathPattern } from '../path-pattern.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { referenceOf } from '../references.js';

/** Methods that are only there to be written elsewhere throw too, and say so. */
const UNWRITTEN = /not.?implemented|unsupported.?operation|abstract|subclass|override/i;

/** The statements of a function after which nothing follows, but for returns; in source order. */
export function exitsOf(fn: FunctionExpression, { index, idioms, program }: Context): readonly Statement[] {
  return index.exitsOf(fn).filter((statement) => {
    if (statement.kind === 'throw') return !UNWRITTEN.test(program.text.slice(statement.start, statement.end));
    const path =
      statement.kind === 'expression' && statement.expression.kind === 'call'
        ? referenceOf(statement.expression.callee, index)?.path
        : undefined;
    return path !== undefined && (idioms.exits ?? []).some((exit) => exit === path || pathPattern(exit).test(path));
  });
}

/** The `try` with handlers in whose body a node stands, below `top`. */
export function tryAround(node: Node, top: Node | undefined, index: ProgramIndex): Extract<Statement, { kind: 'try' }> | undefined {
  let child: Node = node;
  for (let at = index.parent(node); at !== undefined && at !== top; child = at, at = index.parent(at)) {
    if (isKind(at, 'try') && at.body === child && at.handlers.length > 0) return at;
  }
  return undefined;
}

/** Whether a node stands in a handler of errors, below `top`. */
export function isInHandler(node: Node, top: Node, index: ProgramIndex): boolean {
  let child: Node = node;
  for (let at = index.parent(node); at !== undefined && at !== top; child = at, at = index.parent(at)) {
    if (isKind(at, 'try') && (at.handlers as readonly Node[]).includes(child)) return true;
  }
  return false;
}

/** Whether a node stands in what is done at last, below `top`. */
export function isInFinal(node: Node, top: Node, index: ProgramIndex): boolean {
  let child: Node = node;
  for (let at = index.parent(node); at !== undefined && at !== top; child = at, at = index.parent(at)) {
    if (isKind(at, 'try') && at.final === child) return true;
  }
  return false;
}
