// Java classes, their members, parameters and annotations.
import type { Block, Expression, Parameter, Statement } from '../ir.js';
import { blockOf, emptyBlock, nameOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, enumConstant, functionDeclaration, parameterOf } from '../tree-sitter/shapes.js';
import { annotation, callArguments, expression } from './expressions.js';
import { statements } from './statements.js';
import { typeExpression, typeName } from './types.js';

/** What stands before a declaration: annotations and keywords. */
interface Modifiers {
  readonly annotations: readonly Expression[];
  readonly has: (keyword: string) => boolean;
}

function modifiersOf(node: Node, context: LoweringContext): Modifiers {
  const modifiers = node.find('modifiers');
  return {
    annotations: modifiers?.named.filter((part) => part.type.endsWith('annotation')).map((part) => annotation(part, context)) ?? [],
    has: (keyword) => modifiers?.has(keyword) ?? false,
  };
}

export function block(node: Node, context: LoweringContext): Block {
  return blockOf(
    node,
    node.named.flatMap((part) => statements(part, context)),
  );
}

function bodyOf(node: Node, context: LoweringContext): Block {
  const body = node.child('body');
  return body === undefined ? emptyBlock(node) : block(body, context);
}

/** Classes, interfaces, enums, records and annotation types. */
export function classDeclaration(node: Node, context: LoweringContext): Statement {
  const modifiers = modifiersOf(node, context);
  const components = node.child('parameters');
  const body = node.child('body');
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: node.child('name')?.text ?? '',
    bases: [node.child('superclass'), node.child('interfaces'), node.find('extends_interfaces')].flatMap((part) =>
      part === undefined ? [] : bases(part),
    ),
    body: body === undefined ? emptyBlock(node) : classBody(body, context),
    ...(components === undefined ? {} : { params: parameters(components, context) }),
    ...(modifiers.annotations.length === 0 ? {} : { decorators: modifiers.annotations }),
  };
}

function bases(node: Node): readonly Expression[] {
  return node.named.flatMap((part) => (part.type === 'type_list' ? bases(part) : [typeExpression(part)]));
}

export function classBody(node: Node, context: LoweringContext): Block {
  return blockOf(
    node,
    node.named.flatMap((part) => member(part, context)),
  );
}

function member(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'enum_body_declarations':
      return classBody(node, context).body;
    case 'static_initializer':
      return node.named.map((part) => block(part, context));
    default:
      return statements(node, context);
  }
}

/** `int a = 1, b;` as one declaration per name: fields, constants of interfaces and local variables. */
export function variables(node: Node, context: LoweringContext): readonly Statement[] {
  const modifiers = modifiersOf(node, context);
  const isInterfaceConstant = node.type === 'constant_declaration';
  return node.all('declarator').map((declarator, index) => {
    const name = declarator.child('name') ?? declarator;
    const value = declarator.child('value');
    return declarationOf({
      range: node.all('declarator').length === 1 ? node : declarator,
      target: nameOf(name),
      value: value === undefined ? undefined : expression(value, context),
      typeName: typeName(node.child('type')),
      constant: isInterfaceConstant || modifiers.has('final'),
      isStatic: isInterfaceConstant || modifiers.has('static'),
      // The annotations stand once before all names; a node may occur only once in a tree.
      decorators: index === 0 ? modifiers.annotations : modifiersOf(node, context).annotations,
    });
  });
}

export function enumMember(node: Node, context: LoweringContext): Statement {
  const args = node.child('arguments');
  const body = node.child('body');
  return enumConstant({
    range: node,
    name: node.child('name') ?? node,
    args: args === undefined ? [] : callArguments(args, context),
    list: args,
    body: body === undefined ? undefined : classBody(body, context),
    isNew: true,
    decorators: modifiersOf(node, context).annotations,
  });
}

/** Methods, constructors (named `constructor`) and elements of annotation types. */
export function method(node: Node, context: LoweringContext): Statement {
  const modifiers = modifiersOf(node, context);
  const params = node.child('parameters');
  const isConstructor = node.type.endsWith('constructor_declaration');
  return functionDeclaration({
    range: node,
    name: isConstructor ? 'constructor' : (node.child('name')?.text ?? ''),
    params: params === undefined ? [] : parameters(params, context),
    body: bodyOf(node, context),
    returnType: typeName(node.child('type')),
    decorators: modifiers.annotations,
    isStatic: modifiers.has('static'),
  });
}

export function parameters(node: Node, context: LoweringContext): readonly Parameter[] {
  return node.named.flatMap((part) => {
    if (part.type !== 'formal_parameter' && part.type !== 'spread_parameter') return [];
    const rest = part.type === 'spread_parameter';
    const name = part.child('name') ?? part.find('variable_declarator')?.child('name');
    if (name === undefined) return [];
    const type = part.child('type') ?? part.named.find((child) => child.type !== 'modifiers');
    return [
      parameterOf({
        range: part,
        target: nameOf(name),
        typeName: typeName(type),
        rest,
        decorators: modifiersOf(part, context).annotations,
      }),
    ];
  });
}
