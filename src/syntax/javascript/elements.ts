/** Lowers JSX elements: one of a component is a call of it with its properties. */

import type * as es from 'oxc-parser';

import type { Argument, Expression, RecordEntry } from '../ir.js';
import type { Context } from './context.js';
import { rangeOf } from './estree.js';
import { opaqueFields } from './opaque.js';

/** `<Provider options={x}>…</Provider>` is `Provider({ options: x }, …)`; an element of HTML has no shape of its own. */
export function lowerElement(context: Context, node: es.JSXElement): Expression {
  const callee = componentOf(node.openingElement.name);
  if (callee === undefined) return opaqueFields(context, node);
  const { attributes } = node.openingElement;
  const [first, last] = [attributes[0], attributes.at(-1)];
  const at = { start: rangeOf(first ?? node.openingElement.name).end, end: rangeOf(last ?? node.openingElement.name).end };
  const properties = { start: first === undefined ? at.start : rangeOf(first).start, end: at.end };
  const args: Argument[] = [
    {
      ...properties,
      value: { kind: 'record', ...properties, entries: attributes.map((attribute) => lowerAttribute(context, attribute)), style: 'object' },
    },
  ];
  for (const child of node.children) {
    const value = child.type === 'JSXElement' ? context.expression(child) : opaqueFields(context, child);
    if (value.kind !== 'opaque' || value.children.length > 0) args.push({ ...rangeOf(child), value });
  }
  return { kind: 'call', ...rangeOf(node), callee, args, isNew: false, argsRange: properties, parenthesised: false };
}

/** The component that a tag names; undefined for elements of HTML, which begin with a small letter. */
function componentOf(name: es.JSXElementName): Expression | undefined {
  if (name.type === 'JSXIdentifier') return /^[A-Z_$]/.test(name.name) ? { kind: 'name', ...rangeOf(name), name: name.name } : undefined;
  if (name.type !== 'JSXMemberExpression') return undefined;
  const object = memberObject(name.object);
  return object && { kind: 'member', ...rangeOf(name), object, property: name.property.name, propertyRange: rangeOf(name.property) };
}

function memberObject(name: es.JSXMemberExpression['object']): Expression | undefined {
  return name.type === 'JSXIdentifier'
    ? { kind: 'name', ...rangeOf(name), name: name.name }
    : name.type === 'JSXMemberExpression'
      ? componentOf(name)
      : undefined;
}

/** `a={x}`, `a="x"`, `{...x}`; `a` alone is true. */
function lowerAttribute(context: Context, node: es.JSXAttributeItem): RecordEntry {
  if (node.type === 'JSXSpreadAttribute') return { kind: 'spread', ...rangeOf(node), value: context.expression(node.argument) };
  const range = rangeOf(node.name);
  const text = context.text.slice(range.start, range.end);
  return {
    kind: 'property',
    ...rangeOf(node),
    key: { kind: 'literal', ...range, value: text, content: { ...range } },
    value: attributeValue(context, node),
  };
}

function attributeValue(context: Context, { name, value }: es.JSXAttribute): Expression {
  if (value === null) return { kind: 'literal', ...rangeOf(name), value: true };
  if (value.type === 'Literal') return context.expression(value);
  if (value.type !== 'JSXExpressionContainer') return context.expression(value);
  return value.expression.type === 'JSXEmptyExpression'
    ? { kind: 'opaque', ...rangeOf(value), children: [] }
    : context.expression(value.expression);
}
