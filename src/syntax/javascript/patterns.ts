/** Lowers what is declared or assigned to: names and destructuring patterns. */

import type * as es from 'oxc-parser';

import type { Expression, Name, Pattern, PatternElement, Range } from '../ir.js';
import { type Context, optional, sourceOf } from './context.js';
import { endOf, type EstreeNode, fixedKey, literalText, rangeOf, startOf } from './estree.js';

/** An identifier. */
export function nameOf(node: { readonly name: string } & EstreeNode): Name {
  return { kind: 'name', ...rangeOf(node), name: node.name };
}

/** What a declaration or parameter names. */
export function bindingTarget(context: Context, node: es.BindingPattern | es.BindingRestElement): Name | Pattern {
  const target = patternTarget(context, node);
  if (target !== undefined) return target;
  return { kind: 'pattern', ...rangeOf(node), elements: [] };
}

/** The left side of an assignment. */
export function assignmentTarget(context: Context, node: es.AssignmentTarget | es.BindingPattern): Expression | Pattern {
  return patternTarget(context, node) ?? context.expression(node as es.Expression);
}

/** A name or a pattern; undefined for other targets of an assignment (`a.b`, `a[0]`). */
function patternTarget(context: Context, node: EstreeNode): Name | Pattern | undefined {
  const target = node as es.BindingPattern;
  if (target.type === 'Identifier') {
    const written = target.name;
    const decorator = target.decorators?.at(-1);
    // TS-ESTree counts the annotation into the identifier, and oxc the decorators of an optional parameter.
    const start = decorator ? Math.max(startOf(target), context.text.indexOf(written, endOf(decorator))) : startOf(target);
    const end = context.text.startsWith(written, start) ? start + written.length : endOf(target);
    return { kind: 'name', start, end, name: written };
  }
  if (target.type === 'ObjectPattern')
    return { kind: 'pattern', ...patternRange(context, target), elements: objectElements(context, target) };
  if (target.type === 'ArrayPattern')
    return { kind: 'pattern', ...patternRange(context, target), elements: arrayElements(context, target) };
  if (target.type === 'AssignmentPattern') return patternTarget(context, target.left);
  return undefined;
}

function patternRange(context: Context, node: es.ObjectPattern | es.ArrayPattern): Range {
  const range = rangeOf(node);
  if (!node.typeAnnotation) return range;
  const brace = node.type === 'ObjectPattern' ? '}' : ']';
  return { start: range.start, end: context.text.lastIndexOf(brace, startOf(node.typeAnnotation)) + 1 };
}

function objectElements(context: Context, node: es.ObjectPattern): PatternElement[] {
  const elements: PatternElement[] = [];
  for (const property of node.properties) {
    if (property.type === 'RestElement') {
      addElement(context, property, '...', property.argument, elements);
      continue;
    }
    const fixed = property.computed ? literalText(property.key) : fixedKey(property.key);
    addElement(context, property, fixed ?? `[${sourceOf(context, property.key)}]`, property.value, elements);
  }
  return elements;
}

function arrayElements(context: Context, node: es.ArrayPattern): PatternElement[] {
  const elements: PatternElement[] = [];
  for (const [index, element] of node.elements.entries()) {
    if (!element) continue;
    if (element.type === 'RestElement') addElement(context, element, '...', element.argument, elements);
    else addElement(context, element, index, element, elements);
  }
  return elements;
}

function addElement(context: Context, node: EstreeNode, key: string | number, value: es.BindingPattern, out: PatternElement[]): void {
  const target = patternTarget(context, value);
  // `[a.b] = …` names nothing that could be looked up later.
  if (target === undefined) return;
  out.push({
    ...rangeOf(node),
    key,
    target,
    ...optional(context, 'default', value.type === 'AssignmentPattern' ? value.right : undefined),
  });
}

/** The type annotation as written, without its colon. */
export function typeNameOf(context: Context, node: es.BindingPattern | es.BindingRestElement): string | undefined {
  const { typeAnnotation } = node as { typeAnnotation?: es.TSTypeAnnotation | null };
  return typeAnnotation ? sourceOf(context, typeAnnotation.typeAnnotation) : undefined;
}
