/** Lowers calls of every form: plain, `new`, `import()`, tagged templates. */

import type * as es from 'oxc-parser';

import type { Argument, Call, Name, Range } from '../ir.js';
import { type Context, sourceOf } from './context.js';
import { endOf, rangeOf, startOf } from './estree.js';
import { lowerTemplate } from './literals.js';

/** `f(x)`, `new F(x)`, and `new F` without parentheses. */
export function lowerCall(context: Context, node: es.CallExpression | es.NewExpression): Call {
  const range = rangeOf(node);
  const typeArguments = node.typeArguments;
  return {
    kind: 'call',
    ...range,
    callee: context.expression(node.callee),
    args: node.arguments.map((argument) => lowerArgument(context, argument)),
    isNew: node.type === 'NewExpression',
    ...parenthesesOf(context, typeArguments ? endOf(typeArguments) : endOf(node.callee), range.end),
    ...(typeArguments ? { typeArguments: typeArguments.params.map((type) => sourceOf(context, type)) } : undefined),
  };
}

/** Finds the parentheses of a call between the end of its callee (or type arguments) and its own end. */
function parenthesesOf(context: Context, from: number, end: number): { argsRange: Range; parenthesised: boolean } {
  const text = context.text;
  for (let index = from; index < end; index++) {
    const character = text[index];
    if (character === '(') return { argsRange: { start: index + 1, end: end - 1 }, parenthesised: true };
    if (character !== '/') continue;
    // Between callee and arguments a slash can only open a comment.
    const close = text[index + 1] === '*' ? text.indexOf('*/', index + 2) + 1 : text.indexOf('\n', index);
    if (close <= index) break;
    index = close;
  }
  return { argsRange: { start: from, end: from }, parenthesised: false };
}

function lowerArgument(context: Context, node: es.Argument): Argument {
  if (node.type === 'SpreadElement') {
    return { ...rangeOf(node), value: context.expression(node.argument), spread: 'positional' };
  }
  const value = context.expression(node);
  return { start: value.start, end: value.end, value };
}

/** The elements of an array literal. */
export function lowerItems(context: Context, node: es.ArrayExpression): Argument[] {
  const items: Argument[] = [];
  let end = startOf(node) + 1;
  for (const element of node.elements) {
    if (element) {
      const item = lowerArgument(context, element);
      end = item.end;
      items.push(item);
    } else {
      // A hole reads as undefined, and keeps the places of those that follow.
      items.push({ start: end, end, value: { kind: 'literal', start: end, end, value: undefined } });
    }
  }
  return items;
}

/** `import('m')` calls `import`. */
export function lowerImportCall(context: Context, node: es.ImportExpression): Call {
  const range = rangeOf(node);
  const calleeEnd = range.start + 'import'.length;
  const args = [lowerArgument(context, node.source)];
  if (node.options) args.push(lowerArgument(context, node.options));
  return {
    kind: 'call',
    ...range,
    callee: { kind: 'name', start: range.start, end: calleeEnd, name: 'import' },
    args,
    isNew: false,
    ...parenthesesOf(context, calleeEnd, range.end),
  };
}

/** `` tag`…` `` calls `tag` with the template. */
export function lowerTaggedTemplate(context: Context, node: es.TaggedTemplateExpression): Call {
  const callee = context.expression(node.tag);
  const value = lowerTemplate(context, node.quasi);
  return {
    kind: 'call',
    ...rangeOf(node),
    callee,
    args: [{ start: value.start, end: value.end, value }],
    isNew: false,
    argsRange: { start: value.start, end: value.start },
    parenthesised: false,
  };
}

/** The right side of `import x = require('m')`. */
export function lowerRequire(context: Context, node: es.TSExternalModuleReference): Call {
  const range = rangeOf(node);
  const callee: Name = { kind: 'name', start: range.start, end: range.start + 'require'.length, name: 'require' };
  return {
    kind: 'call',
    ...range,
    callee,
    args: [lowerArgument(context, node.expression)],
    isNew: false,
    ...parenthesesOf(context, callee.end, range.end),
  };
}
