// C# types, their members, parameters and attributes.
import type { Block, Expression, Name, Parameter, Pattern, Range, Statement } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  nameOf,
  opaque,
  opaqueOf,
  rangeOf,
  returning,
  spanOf,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import {
  afterCallAbove,
  callOf,
  declarationOf,
  functionDeclaration,
  parameterOf,
  positional,
  positionalPattern,
} from '../tree-sitter/shapes.js';
import { callArguments, expression, operands } from './expressions.js';
import { conditionalStatements } from './regions.js';
import { bareType, identifierText, typeExpression, typeName, withTargetType } from './types.js';

function hasModifier(node: Node, word: string): boolean {
  return node.children.some((part) => part.type === 'modifier' && part.text === word);
}

/** `[Route("x", Name = "y")]` as calls of the attributes' names. */
function attributesOf(node: Node, context: LoweringContext): readonly Expression[] {
  return node.named
    .filter((part) => part.type === 'attribute_list')
    .flatMap((list) => list.named.filter((part) => part.type === 'attribute').map((part) => attribute(part, context)));
}

function attribute(node: Node, context: LoweringContext): Expression {
  const name = node.child('name');
  if (name === undefined) return opaque(node, expression, context);
  const list = node.find('attribute_argument_list');
  const args = list?.named.map((part) => {
    const key = part.child('name');
    const given = operands(part).find((operand) => operand !== key);
    const value = given === undefined ? opaqueOf(part, []) : expression(given, context);
    return key === undefined ? positional(value, part) : { ...rangeOf(part), name: key.text, nameRange: rangeOf(key), value };
  });
  return callOf({ range: node, callee: typeExpression(name), args: args ?? [], list });
}

export function block(node: Node, context: LoweringContext): Block {
  return blockOf(node, conditionalStatements(node, node.named, context));
}

/** Classes, records, structs, interfaces and enums. */
export function typeDeclaration(node: Node, context: LoweringContext): Statement {
  const body = node.child('body');
  const params = node.find('parameter_list');
  const decorators = attributesOf(node, context);
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: node.child('name')?.text ?? '',
    bases:
      node
        .find('base_list')
        ?.named.filter((part) => part.type !== 'argument_list')
        .map((part) => typeExpression(part.type === 'primary_constructor_base_type' ? (part.child('type') ?? part) : part)) ?? [],
    body: withCallAbove(node, body === undefined ? emptyBlock(node) : block(body, context), context),
    ...(params === undefined ? {} : { params: parameters(params, context) }),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

export function enumMember(node: Node, context: LoweringContext): Statement {
  const name = node.child('name') ?? node;
  const written = node.child('value');
  // A plain number only says how it is stored; settings name it by its name.
  const value = written?.type === 'integer_literal' ? undefined : written;
  return declarationOf({
    range: node,
    target: nameOf(name),
    value: value === undefined ? undefined : expression(value, context),
    constant: true,
    isStatic: true,
  });
}

/** Fields, events and local variables: one declaration per name. */
export function variables(node: Node, context: LoweringContext): readonly Statement[] {
  const list = node.type === 'variable_declaration' ? node : node.find('variable_declaration');
  if (list === undefined) return [];
  const declarators = list.named.filter((part) => part.type === 'variable_declarator');
  const isConstant = hasModifier(node, 'const');
  return declarators.map((declarator) => {
    const name = declarator.child('name') ?? declarator.named[0] ?? declarator;
    const value = operands(declarator).find((part) => part.start >= name.end && part.type !== 'bracketed_argument_list');
    return declarationOf({
      range: declarators.length === 1 ? node : declarator,
      target: target(name),
      value: initialValue(value, list.child('type'), context),
      typeName: typeName(list.child('type')),
      constant: isConstant || hasModifier(node, 'readonly'),
      isStatic: hasModifier(node, 'static') || (isConstant && node.type === 'field_declaration'),
      decorators: declarators.length === 1 ? attributesOf(node, context) : [],
    });
  });
}

/** What a variable, field or property begins as. `= default!` and `= null!` only silence the compiler: somebody else fills it in. */
function initialValue(value: Node | undefined, type: Node | undefined, context: LoweringContext): Expression | undefined {
  if (value === undefined) return undefined;
  const isPlaceholder =
    value.type === 'postfix_unary_expression' && ['default_expression', 'null_literal'].includes(value.named[0]?.type ?? '');
  return isPlaceholder ? undefined : withTargetType(expression(value, context), type);
}

/** `x` or `(x, (y, z))`. */
export function target(node: Node): Name | Pattern {
  if (node.type === 'tuple_pattern') return positionalPattern(node, node.named.map(target));
  return nameOf(node, identifierText(node));
}

/** Properties and indexers: fields when the compiler makes the accessors, getters (and `set_X`) when they are written. */
export function property(node: Node, context: LoweringContext): readonly Statement[] {
  const name = identifierText(node.child('name') ?? node.find('this') ?? node);
  const type = typeName(node.child('type'));
  const isStatic = hasModifier(node, 'static');
  const decorators = attributesOf(node, context);
  const params = node.child('parameters');
  const value = node.child('value');
  const getter = (range: Range, body: Block, isExpressionBody: boolean, isBare: boolean): Statement =>
    functionDeclaration({
      range,
      name,
      params: params === undefined || isBare ? [] : parameters(params, context),
      body,
      isExpressionBody,
      returnType: type,
      isStatic,
      isGetter: true,
      decorators: isBare ? [] : decorators,
    });

  if (value?.type === 'arrow_expression_clause') return [getter(node, functionBody(value, node, context), true, false)];
  const accessors = node.child('accessors')?.named.filter((part) => part.child('body') !== undefined) ?? [];
  const target = node.child('name');
  if (accessors.length === 0) {
    if (target === undefined) return [];
    return [
      declarationOf({
        range: node,
        target: nameOf(target, name),
        value: initialValue(value, node.child('type'), context),
        typeName: type,
        constant: false,
        isStatic,
        decorators,
      }),
    ];
  }
  return accessors.map((accessor, index) => {
    const body = accessor.child('body');
    const lowered = functionBody(body, accessor, context);
    const isExpressionBody = body?.type === 'arrow_expression_clause';
    const word = accessor.child('name')?.text ?? '';
    // The first accessor stands for the property, with its attributes; later ones have a range of their own.
    if (word === 'get')
      return getter(
        index > 0 ? accessor : accessors.length === 1 ? node : { start: node.start, end: accessor.end },
        lowered,
        isExpressionBody,
        index > 0,
      );
    return functionDeclaration({ range: accessor, name: `${word}_${name}`, params: [], body: lowered, isExpressionBody, isStatic });
  });
}

/** Methods, constructors (named `constructor`), local functions, operators and finalisers. */
export function method(node: Node, context: LoweringContext): Statement {
  const params = node.child('parameters');
  const body = node.child('body');
  return functionDeclaration({
    range: node,
    name: methodName(node),
    params: params === undefined ? [] : parameters(params, context),
    body: withConstructorCall(node, functionBody(body, node, context), context),
    isExpressionBody: body?.type === 'arrow_expression_clause' && node.find('constructor_initializer') === undefined,
    isAsync: hasModifier(node, 'async'),
    returnType: typeName(node.child('returns') ?? node.child('type')),
    isStatic: hasModifier(node, 'static'),
    decorators: attributesOf(node, context),
    extends: extendedType(params, node),
  });
}

/** The type of the first parameter where it is `this`; the constraint of `T` in `Harden<T>(this T options) where T : CookieOptions`. */
function extendedType(params: Node | undefined, method: Node): string | undefined {
  const first = params?.find('parameter');
  if (first === undefined || !hasModifier(first, 'this')) return undefined;
  const type = bareType(first.child('type'));
  const constraints = method.named.find((part) => part.type === 'type_parameter_constraints_clause' && part.named[0]?.text === type);
  return bareType(constraints?.named.map((part) => part.child('type')).find((part) => part !== undefined)) ?? type;
}

function methodName(node: Node): string {
  if (node.type === 'constructor_declaration') return 'constructor';
  const name = node.child('name');
  return name === undefined ? `operator ${node.child('operator')?.text ?? ''}`.trim() : identifierText(name);
}

function functionBody(body: Node | undefined, around: Node, context: LoweringContext): Block {
  if (body === undefined) return emptyBlock(around);
  if (body.type === 'block') return block(body, context);
  const result = operands(body)[0];
  return result === undefined
    ? emptyBlock(body)
    : returning(withTargetType(expression(result, context), around.child('returns') ?? around.child('type')));
}

/** `class A(string a) : Base(a)` runs the class above before the body. */
function withCallAbove(node: Node, body: Block, context: LoweringContext): Block {
  const above = node.find('base_list')?.find('primary_constructor_base_type');
  const args = above?.find('argument_list');
  if (above === undefined || args === undefined) return body;
  return afterCallAbove(body, {
    range: above,
    word: 'base',
    args: callArguments(args, context),
    list: args,
    isParametrised: node.find('parameter_list') !== undefined,
  });
}

/** `: base(a)` and `: this(a)` run before the body. */
function withConstructorCall(node: Node, body: Block, context: LoweringContext): Block {
  const initializer = node.find('constructor_initializer');
  const args = initializer?.find('argument_list');
  const word = initializer?.find('base') ?? initializer?.find('this');
  if (initializer === undefined || args === undefined || word === undefined) return body;
  const call = callOf({ range: spanOf(word, args), callee: nameOf(word), args: callArguments(args, context), list: args });
  return blockOf(spanOf(initializer, body), [expressionStatement(call), ...body.body]);
}

export function parameters(node: Node, context: LoweringContext): readonly Parameter[] {
  const params = node.named
    .filter((part) => part.type === 'parameter')
    .map((part) => {
      const name = part.child('name') ?? part;
      const value = part.has('=') ? operands(part).at(-1) : undefined;
      return parameterOf({
        range: part,
        target: nameOf(name, identifierText(name)),
        typeName: typeName(part.child('type')),
        default: value === undefined ? undefined : expression(value, context),
        decorators: attributesOf(part, context),
      });
    });
  // The grammar has no node around `params T[] xs`.
  const rest = node.child('name');
  return rest === undefined
    ? params
    : [
        ...params,
        parameterOf({ range: rest, target: nameOf(rest, identifierText(rest)), typeName: typeName(node.child('type')), rest: true }),
      ];
}
