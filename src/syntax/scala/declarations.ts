// Scala classes, objects, traits, functions, values, parameters and annotations.
import type { Block, Expression, Parameter, Statement } from '../ir.js';
import { identifierText } from '../tree-sitter/backticks.js';
import { blockOf, emptyBlock, nameOf, opaque, rangeOf, returning, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { afterCallAbove, callOf, declarationOf, functionDeclaration, parameterOf } from '../tree-sitter/shapes.js';
import { isBlock } from './decisions.js';
import { callArguments, expression, functionBlock } from './expressions.js';
import { target } from './patterns.js';
import { statements } from './statements.js';
import { typeExpression } from './types.js';

function annotationsOf(node: Node, context: LoweringContext): readonly Expression[] {
  return node.named.filter((part) => part.type === 'annotation').map((part) => annotationCall(part, context));
}

/** `@Named("x")` as a call of `Named`. */
export function annotationCall(node: Node, context: LoweringContext): Expression {
  const name = node.child('name');
  if (name === undefined) return opaque(node, expression, context);
  const args = node.child('arguments');
  return callOf({ range: node, callee: typeExpression(name), args: args === undefined ? [] : callArguments(args, context), list: args });
}

/** Classes, traits, enums and objects. */
export function classDeclaration(node: Node, context: LoweringContext): Statement {
  const body = node.child('body');
  const lists = node.all('class_parameters');
  const decorators = annotationsOf(node, context);
  const name = node.child('name');
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: name === undefined ? '' : identifierText(name),
    bases: node.child('extend')?.all('type').map(typeExpression) ?? [],
    body: withCallAbove(node, body === undefined ? emptyBlock(node) : templateBody(body, context), context),
    ...(lists.length === 0 ? {} : { params: lists.flatMap((list) => parameters(list, context)) }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(node.type === 'object_definition' || node.type === 'package_object' ? { isSingleton: true } : {}),
  };
}

/** `extends Base(a)` runs before the body. */
function withCallAbove(node: Node, body: Block, context: LoweringContext): Block {
  const extension = node.child('extend');
  const args = extension?.find('arguments');
  if (extension === undefined || args === undefined) return body;
  return afterCallAbove(body, {
    range: extension,
    word: 'super',
    args: callArguments(args, context),
    list: args,
    isParametrised: node.all('class_parameters').length > 0,
  });
}

export function templateBody(node: Node, context: LoweringContext): Block {
  return blockOf(
    node,
    node.named.flatMap((part) => statements(part, context)),
  );
}

export function enumCases(node: Node): readonly Statement[] {
  return node.named.flatMap((part): Statement[] => {
    const name = part.child('name');
    return name === undefined ? [] : [declarationOf({ range: part, target: nameOf(name), constant: true, isStatic: true })];
  });
}

/** A function without parameter lists is run by naming it. */
export function functionStatement(node: Node, context: LoweringContext): Statement {
  const name = node.child('name');
  const lists = node.all('parameters').filter((part) => part.type === 'parameters');
  const body = node.child('body');
  const isConstructor = name?.text === 'this';
  const hasBlock = body !== undefined && isBlock(body);
  return functionDeclaration({
    range: node,
    name: isConstructor ? 'constructor' : name === undefined ? '' : identifierText(name),
    params: lists.flatMap((list) => parameters(list, context)),
    body: body === undefined ? emptyBlock(node) : hasBlock ? functionBlock(body, context) : returning(expression(body, context)),
    isExpressionBody: body !== undefined && !hasBlock,
    returnType: node.child('return_type')?.text,
    isGetter: lists.length === 0 && !isConstructor && node.type === 'function_definition',
    decorators: annotationsOf(node, context),
  });
}

/** `val`, `var` and `given`. */
export function valueStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const pattern = node.child('pattern') ?? node.child('name') ?? (node.type === 'given_definition' ? node.child('return_type') : undefined);
  if (pattern === undefined) return [];
  const value = node.child('value') ?? node.child('body');
  return [
    declarationOf({
      range: node,
      target:
        pattern.field === 'return_type'
          ? { kind: 'name', start: pattern.start, end: pattern.start, name: `given_${pattern.text}` }
          : target(pattern),
      // `var x: T = _` has the default value of its type.
      value: value === undefined || value.type === 'wildcard' ? undefined : expression(value, context),
      typeName: (node.child('type') ?? node.child('return_type'))?.text,
      constant: !node.type.startsWith('var_'),
      decorators: annotationsOf(node, context),
    }),
  ];
}

export function parameters(node: Node, context: LoweringContext): readonly Parameter[] {
  return node.named
    .filter((part) => part.type === 'parameter' || part.type === 'class_parameter')
    .map((part) => {
      const name = part.child('name') ?? part;
      const type = part.child('type');
      const value = part.child('default_value');
      return parameterOf({
        range: part,
        target: nameOf(name, identifierText(name)),
        typeName: type?.text,
        default: value === undefined ? undefined : expression(value, context),
        rest: type?.type === 'repeated_parameter_type',
        decorators: annotationsOf(part, context),
      });
    });
}
