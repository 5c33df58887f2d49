/** Lowers functions, their parameters and decorators. */

import type * as es from 'oxc-parser';

import type { Block, Expression, FunctionExpression, Parameter, Range, Statement } from '../ir.js';
import { type Context, lowerBlock, optional, sourceOf } from './context.js';
import { decoratedRange, endOf, type EstreeNode, rangeOf } from './estree.js';
import { bindingTarget, typeNameOf } from './patterns.js';

type AnyFunction = es.Function | es.ArrowFunctionExpression;

/** `function f() {}`. */
export function lowerFunctionDeclaration(context: Context, node: es.Function): Statement {
  return { kind: 'function-declaration', ...rangeOf(node), name: node.id?.name ?? '', function: lowerFunction(context, node) };
}

/** @param range where the function starts and ends, when it is written as a method */
export function lowerFunction(context: Context, node: AnyFunction, range: Range = rangeOf(node)): FunctionExpression {
  const returnType = node.returnType ? sourceOf(context, node.returnType.typeAnnotation) : undefined;
  const isExpressionBody = node.body !== null && node.body.type !== 'BlockStatement';
  const params: Parameter[] = [];
  for (const param of node.params) {
    // TypeScript's `this` parameter takes no argument.
    if (param.type === 'Identifier' && param.name === 'this') continue;
    params.push(lowerParameter(context, param));
  }
  return {
    kind: 'function',
    start: range.start,
    end: range.end,
    ...(node.id ? { name: node.id.name } : undefined),
    params,
    body: isExpressionBody ? expressionBody(context, node.body as es.Expression) : functionBody(context, node, range),
    isExpressionBody,
    ...(node.async ? { isAsync: true } : undefined),
    ...(returnType === undefined ? undefined : { returnType }),
  };
}

function functionBody(context: Context, node: AnyFunction, range: Range): Block {
  if (!node.body) return { kind: 'block', start: range.end, end: range.end, body: [] };
  return lowerBlock(context, node.body as es.FunctionBody);
}

function expressionBody(context: Context, node: es.Expression): Block {
  const value = context.expression(node);
  const range = { start: value.start, end: value.end };
  return { kind: 'block', ...range, body: [{ kind: 'return', ...range, value }] };
}

function lowerParameter(context: Context, node: es.ParamPattern): Parameter {
  const inner = node.type === 'TSParameterProperty' ? node.parameter : node;
  const rest = inner.type === 'RestElement';
  const withDefault = inner.type === 'AssignmentPattern' ? inner : undefined;
  const target = withDefault ? withDefault.left : rest ? inner.argument : inner;
  const typeName = typeNameOf(context, target) ?? typeNameOf(context, inner as es.BindingPattern);
  const decorators = [...(node.decorators ?? []), ...(inner === node ? [] : (inner.decorators ?? []))];
  const range = decoratedRange({ ...rangeOf(node), type: node.type, decorators });
  const type = (target as { typeAnnotation?: EstreeNode | null }).typeAnnotation;
  return {
    start: range.start,
    end: type ? Math.max(endOf(type), range.end) : range.end,
    target: bindingTarget(context, target),
    ...optional(context, 'default', withDefault?.right),
    ...(typeName === undefined ? undefined : { typeName }),
    ...(rest ? { rest: true } : undefined),
    ...lowerDecorators(context, decorators),
  };
}

/** The decorators of whatever has some. */
export function lowerDecorators(context: Context, nodes: readonly es.Decorator[] | undefined): { decorators?: readonly Expression[] } {
  if (nodes === undefined || nodes.length === 0) return {};
  return { decorators: nodes.map((decorator) => context.expression(decorator.expression)) };
}
