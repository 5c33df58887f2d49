/** Keeps the sub-expressions of what has no shape of its own. */

import type * as es from 'oxc-parser';

import type { Expression, Statement } from '../ir.js';
import type { Context } from './context.js';
import { type EstreeNode, isNode, rangeOf } from './estree.js';

const NESTED_STATEMENT = /Statement$/;

/** Nodes that are only frames around expressions. */
const NO_VALUE = /^JSX(?!Element$|Fragment$)|^(?:SpreadElement|TemplateElement|Property|Decorator)$/;

/** An opaque expression around the given ones. */
export function opaqueOf(context: Context, node: EstreeNode, nodes: readonly es.Expression[]): Expression {
  return { kind: 'opaque', ...rangeOf(node), children: nodes.map((child) => context.expression(child)) };
}

/** What has no shape of its own (JSX, `yield`, newer syntax): every expression below it is kept. */
export function opaqueFields(context: Context, node: EstreeNode): Expression {
  const children: Expression[] = [];
  collect(context, node, children);
  return { kind: 'opaque', ...rangeOf(node), children: children.sort((a, b) => a.start - b.start) };
}

/** Stands for what is nested too deeply, and says so. */
export function tooDeep(context: Context, node: EstreeNode): Expression {
  context.problems.push({ ...rangeOf(node), message: 'Nested too deeply to be read further.' });
  return { kind: 'opaque', ...rangeOf(node), children: [] };
}

function collect(context: Context, node: EstreeNode, out: Expression[]): void {
  for (const [field, value] of Object.entries(node)) {
    if (field === 'parent' || field === 'loc' || field === 'range' || field === 'typeAnnotation') continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) collectNode(context, child, out);
    }
  }
}

function collectNode(context: Context, node: EstreeNode, out: Expression[]): void {
  if (NESTED_STATEMENT.test(node.type)) {
    const body: Statement[] = [];
    context.statement(node as es.Statement, body);
    for (const statement of body) {
      if (statement.kind === 'expression') out.push(statement.expression);
    }
  } else if (NO_VALUE.test(node.type)) {
    collect(context, node, out);
  } else if (!node.type.startsWith('TS') || node.type.endsWith('Expression')) {
    const expression = context.expression(node as es.Expression);
    // Names of attributes and text between tags hold nothing.
    if (expression.kind !== 'opaque' || expression.children.length > 0) out.push(expression);
  }
}

/** A statement of a newer or foreign syntax tree: keeps its sub-expressions. */
export function unknownStatement(context: Context, node: EstreeNode, out: Statement[]): void {
  out.push({ kind: 'expression', ...rangeOf(node), expression: opaqueFields(context, node) });
}
