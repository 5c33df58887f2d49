/** Lowers the properties of object literals. */

import type * as es from 'oxc-parser';

import type { Expression, Literal, Property } from '../ir.js';
import type { Context } from './context.js';
import { endOf, fixedKey, rangeOf, startOf } from './estree.js';
import { lowerFunction } from './functions.js';

/** A property, method, getter or setter. */
export function lowerProperty(context: Context, node: es.ObjectProperty): Property {
  return {
    kind: 'property',
    ...rangeOf(node),
    key: node.kind === 'set' ? setterKey(context, node) : lowerKey(context, node.key, node.computed),
    value: node.method || node.kind !== 'init' ? lowerFunction(context, node.value as es.Function) : context.expression(node.value),
    ...(node.shorthand ? { shorthand: true } : undefined),
    ...(node.kind === 'get' ? { getter: true } : undefined),
  };
}

/** A setter must not stand for the value that its getter gives: its key is `set x`. */
function setterKey(context: Context, node: es.ObjectProperty): Literal {
  const range = { start: startOf(node), end: endOf(node.key) };
  return { kind: 'literal', ...range, value: context.text.slice(range.start, range.end), content: { ...range } };
}

/** A key: a string literal unless it is computed. */
export function lowerKey(context: Context, node: es.PropertyKey, computed: boolean): Expression {
  if (computed) return context.expression(node);
  const value = fixedKey(node);
  if (value === undefined) return context.expression(node);
  const range = rangeOf(node);
  const isQuoted = node.type === 'Literal' && typeof node.value === 'string';
  return { kind: 'literal', ...range, value, content: isQuoted ? { start: range.start + 1, end: range.end - 1 } : { ...range } };
}
