/** Lowers classes and their members. */

import type * as es from 'oxc-parser';

import type { ClassDeclaration, Declaration, Expression, Parameter, Statement } from '../ir.js';
import { type Context, optional, sourceOf } from './context.js';
import { decoratedRange, fixedKey, rangeOf } from './estree.js';
import { lowerDecorators, lowerFunction } from './functions.js';
import { unknownStatement } from './opaque.js';
import { bindingTarget, typeNameOf } from './patterns.js';

/** A class declaration; the name is empty where there is none. */
export function lowerClass(context: Context, node: es.Class): ClassDeclaration {
  const members: Statement[] = [];
  const params: Parameter[] = [];
  for (const member of node.body.body) {
    switch (member.type) {
      case 'MethodDefinition':
        if (!member.value.body) break;
        if (member.kind === 'constructor') params.push(...parameterProperties(context, member.value.params));
        members.push(lowerMethod(context, member));
        break;
      case 'PropertyDefinition':
      case 'AccessorProperty':
        members.push(lowerField(context, member));
        break;
      case 'StaticBlock':
        members.push({ kind: 'block', ...rangeOf(member), body: context.statements(member.body) });
        break;
      case 'TSAbstractMethodDefinition':
      case 'TSAbstractPropertyDefinition':
      case 'TSAbstractAccessorProperty':
      case 'TSIndexSignature':
        break;
      default:
        unknownStatement(context, member, members);
    }
  }
  return {
    kind: 'class-declaration',
    ...decoratedRange(node),
    name: node.id?.name ?? '',
    bases: node.superClass ? [context.expression(node.superClass)] : [],
    body: { kind: 'block', ...rangeOf(node.body), body: members },
    ...(params.length === 0 ? undefined : { params }),
    ...lowerDecorators(context, node.decorators),
  };
}

/**
 * `constructor(private config: Config)` also declares the field `config`. Decorators and defaults stay with the
 * constructor's own parameter, so that no call occurs twice.
 */
function parameterProperties(context: Context, params: readonly es.ParamPattern[]): Parameter[] {
  const fields: Parameter[] = [];
  for (const param of params) {
    if (param.type !== 'TSParameterProperty') continue;
    const target = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    const typeName = typeNameOf(context, target);
    fields.push({ ...rangeOf(target), target: bindingTarget(context, target), ...(typeName === undefined ? undefined : { typeName }) });
  }
  return fields;
}

function lowerMethod(context: Context, node: es.MethodDefinition): Statement {
  const name = memberName(context, node);
  const range = decoratedRange(node);
  return {
    kind: 'function-declaration',
    ...range,
    name: node.kind === 'set' ? `set ${name}` : name,
    function: { ...lowerFunction(context, node.value, range), ...lowerDecorators(context, node.decorators) },
    ...(node.static ? { isStatic: true } : undefined),
    ...(node.kind === 'get' ? { isGetter: true } : undefined),
  };
}

function lowerField(context: Context, node: es.PropertyDefinition | es.AccessorProperty): Declaration {
  const typeName = node.typeAnnotation ? sourceOf(context, node.typeAnnotation.typeAnnotation) : undefined;
  return {
    kind: 'declaration',
    ...decoratedRange(node),
    target: { kind: 'name', ...rangeOf(node.key), name: memberName(context, node) },
    ...optional(context, 'value', node.value),
    ...(typeName === undefined ? undefined : { typeName }),
    scope: 'block',
    constant: 'readonly' in node && node.readonly,
    ...(node.static ? { isStatic: true } : undefined),
    ...lowerDecorators(context, node.decorators),
  };
}

/** The name of a class member; a computed one keeps its brackets, so that it equals no written name. */
function memberName(context: Context, node: { readonly key: es.PropertyKey; readonly computed: boolean }): string {
  const { key } = node;
  if (!node.computed) return fixedKey(key) ?? sourceOf(context, key);
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : `[${sourceOf(context, key)}]`;
}

/** A class in the place of a value. */
export function lowerClassExpression(context: Context, node: es.Class): Expression {
  const declaration = lowerClass(context, node);
  return { kind: 'class-expression', start: declaration.start, end: declaration.end, declaration };
}
