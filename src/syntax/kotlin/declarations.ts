// Kotlin classes, objects, functions, properties, parameters and annotations.
import type { Block, Expression, Name, Parameter, Pattern, Range, Statement } from '../ir.js';
import { identifierText } from '../tree-sitter/backticks.js';
import { blockOf, emptyBlock, nameOf, opaque, opaqueOf, rangeOf, returning, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import {
  afterCallAbove,
  callOf,
  declarationOf,
  enumConstant,
  functionDeclaration,
  parameterOf,
  positionalPattern,
} from '../tree-sitter/shapes.js';
import { callArguments, expression } from './expressions.js';
import { statements } from './statements.js';
import { bareType, isType, typeExpression } from './types.js';

// ------------------------------------------------------------------ modifiers

function annotationsOf(node: Node, context: LoweringContext): readonly Expression[] {
  const modifiers = node.find('modifiers');
  return modifiers?.named.filter((part) => part.type === 'annotation').map((part) => annotationCall(part, context)) ?? [];
}

/** `@Value("…")` as a call of `Value`. */
export function annotationCall(node: Node, context: LoweringContext): Expression {
  const invocation = node.find('constructor_invocation');
  const type = (invocation ?? node).find('user_type');
  if (type === undefined) return opaque(node, expression, context);
  const args = invocation?.find('value_arguments');
  return callOf({ range: node, callee: typeExpression(type), args: args === undefined ? [] : callArguments(args, context), list: args });
}

// ------------------------------------------------------------------ classes

/** Classes, interfaces, enums and objects. */
export function classDeclaration(node: Node, context: LoweringContext): Statement {
  const body = node.find('class_body') ?? node.find('enum_class_body');
  const params = node.find('primary_constructor')?.find('class_parameters');
  const decorators = annotationsOf(node, context);
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: node.child('name')?.text ?? 'Companion',
    bases: bases(node),
    body: withCallAbove(node, body === undefined ? emptyBlock(node) : classBody(body, context), context),
    ...(params === undefined ? {} : { params: classParameters(params, context) }),
    ...(decorators.length === 0 ? {} : { decorators }),
    ...(node.type === 'class_declaration' ? {} : { isSingleton: true }),
  };
}

/** `: Base(a)` runs before the body, as the secondary constructors' `super(a)` does. */
function withCallAbove(node: Node, body: Block, context: LoweringContext): Block {
  const invocation = node
    .find('delegation_specifiers')
    ?.named.map((part) => (part.type === 'delegation_specifier' ? part.named[0] : part))
    .find((part) => part?.type === 'constructor_invocation');
  const args = invocation?.find('value_arguments');
  if (invocation === undefined || args === undefined) return body;
  return afterCallAbove(body, {
    range: invocation,
    word: 'super',
    args: callArguments(args, context),
    list: args,
    isParametrised: node.has('primary_constructor'),
  });
}

export function bases(node: Node): readonly Expression[] {
  const specifiers = node.find('delegation_specifiers')?.named ?? [];
  return specifiers.flatMap((specifier) => {
    const part = specifier.type === 'delegation_specifier' ? specifier.named[0] : specifier;
    const type = part?.type === 'user_type' ? part : part?.find('user_type');
    return type === undefined ? [] : [typeExpression(type)];
  });
}

/** The members of a companion object are members of the class itself. */
export function classBody(node: Node, context: LoweringContext): Block {
  return blockOf(
    node,
    node.named.flatMap((part) => (part.type === 'companion_object' ? companionMembers(part, context) : statements(part, context))),
  );
}

function companionMembers(node: Node, context: LoweringContext): readonly Statement[] {
  const body = node.find('class_body');
  const members = body === undefined ? [] : classBody(body, context).body;
  return members.map((member) =>
    member.kind === 'declaration' || member.kind === 'function-declaration' ? { ...member, isStatic: true } : member,
  );
}

export function enumEntry(node: Node, context: LoweringContext): Statement {
  const args = node.find('value_arguments');
  const body = node.find('class_body');
  return enumConstant({
    range: node,
    name: node.find('identifier') ?? node,
    args: args === undefined ? [] : callArguments(args, context),
    list: args,
    body: body === undefined ? undefined : classBody(body, context),
    isNew: false,
  });
}

// ------------------------------------------------------------------ functions

export function functionStatement(node: Node, context: LoweringContext): Statement {
  const name = node.child('name');
  const params = node.find('function_value_parameters');
  const { body, isExpressionBody } = functionBody(node, context);
  const returned = params === undefined ? undefined : node.named.find((part) => isType(part) && part.start >= params.end);
  return functionDeclaration({
    range: node,
    name: name === undefined ? '' : identifierText(name),
    params: params === undefined ? [] : functionParameters(params, context),
    body,
    isExpressionBody,
    returnType: returned?.text,
    decorators: annotationsOf(node, context),
    extends: extendedType(node, name),
  });
}

/** The type before the name of an extension; the bound of `T` in `fun <T : Cookie> T.harden()`. */
function extendedType(node: Node, name: Node | undefined): string | undefined {
  const receiver = name === undefined ? undefined : node.named.find((part) => isType(part) && part.end <= name.start);
  if (receiver === undefined) return undefined;
  const type = bareType(receiver.text);
  const parameter = node.find('type_parameters')?.named.find((one) => one.find('identifier')?.text === type);
  const bound =
    parameter?.named.find(isType) ??
    node
      .find('type_constraints')
      ?.named.find((one) => one.find('identifier')?.text === type)
      ?.named.find(isType);
  return bound === undefined ? type : bareType(bound.text);
}

/** `constructor(…) : this(…) { … }` */
export function secondaryConstructor(node: Node, context: LoweringContext): Statement {
  const params = node.find('function_value_parameters');
  const body = node.find('block');
  const delegation = node.find('constructor_delegation_call');
  const args = delegation?.find('value_arguments');
  const word = delegation?.children[0];
  const inner = body === undefined ? [] : body.named.flatMap((part) => statements(part, context));
  const call =
    delegation === undefined || args === undefined || word === undefined
      ? []
      : [callOf({ range: delegation, callee: nameOf(word), args: callArguments(args, context), list: args })];
  const range = { start: delegation?.start ?? body?.start ?? node.end, end: node.end };
  const delegated = call.map((expression): Statement => ({ kind: 'expression', ...rangeOf(expression), expression }));
  return functionDeclaration({
    range: node,
    name: 'constructor',
    params: params === undefined ? [] : functionParameters(params, context),
    body: blockOf(range, [...delegated, ...inner]),
    decorators: annotationsOf(node, context),
  });
}

/** The body of a function or accessor, `= x` or `{ … }`. */
export function functionBody(node: Node, context: LoweringContext): { readonly body: Block; readonly isExpressionBody: boolean } {
  const body = node.find('function_body');
  const inner = body?.named[0];
  if (body === undefined || inner === undefined) return { body: emptyBlock(node), isExpressionBody: false };
  if (inner.type === 'block')
    return {
      body: blockOf(
        inner,
        inner.named.flatMap((part) => statements(part, context)),
      ),
      isExpressionBody: false,
    };
  return { body: returning(expression(inner, context)), isExpressionBody: true };
}

/** Modifiers and default values stand beside their parameters. */
export function functionParameters(node: Node, context: LoweringContext): readonly Parameter[] {
  const result: Parameter[] = [];
  let modifiers: Node | undefined;
  node.children.forEach((part, index) => {
    if (part.type === 'parameter_modifiers') modifiers = part;
    if (part.type !== 'parameter') return;
    const name = part.named[0] ?? part;
    const next = node.children[index + 1];
    const value = next?.type === '=' ? node.children[index + 2] : undefined;
    result.push(
      parameterOf({
        range: { start: (modifiers ?? part).start, end: (value ?? part).end },
        target: nameOf(name, identifierText(name)),
        typeName: part.named[1]?.text,
        default: value === undefined ? undefined : expression(value, context),
        rest: modifiers?.text.includes('vararg') ?? false,
        decorators:
          modifiers?.named.filter((modifier) => modifier.type === 'annotation').map((modifier) => annotationCall(modifier, context)) ?? [],
      }),
    );
    modifiers = undefined;
  });
  return result;
}

function classParameters(node: Node, context: LoweringContext): readonly Parameter[] {
  return node.named
    .filter((part) => part.type === 'class_parameter')
    .map((part) => {
      const name = part.find('identifier') ?? part;
      const equals = part.children.findIndex((child) => child.type === '=');
      const value = equals < 0 ? undefined : part.children[equals + 1];
      return parameterOf({
        range: part,
        target: nameOf(name, identifierText(name)),
        typeName: part.named.find(isType)?.text,
        default: value === undefined ? undefined : expression(value, context),
        rest: part.find('modifiers')?.text.includes('vararg') ?? false,
        decorators: annotationsOf(part, context),
      });
    });
}

// ------------------------------------------------------------------ properties

/** `val`/`var`: a declaration; a property that is only a getter is a function. */
export function property(node: Node, context: LoweringContext): readonly Statement[] {
  const variable = node.find('variable_declaration') ?? node.find('multi_variable_declaration');
  if (variable === undefined) return [];
  const equals = node.children.findIndex((part) => part.type === '=');
  const value = equals < 0 ? undefined : node.children[equals + 1];
  const delegate = node.find('property_delegate');
  const name = variable.type === 'variable_declaration' ? identifierText(variable.named[0] ?? variable) : '';
  const typeName = variable.type === 'variable_declaration' ? variable.named.find(isType)?.text : undefined;
  const getter = written(node.find('getter'));
  const setter = written(node.find('setter'));
  const decorators = annotationsOf(node, context);
  const constant = node.has('val');

  if (getter !== undefined && value === undefined && delegate === undefined) {
    const { body, isExpressionBody } = functionBody(getter, context);
    const range: Range = setter === undefined ? node : { start: node.start, end: getter.end };
    return [
      functionDeclaration({ range, name, params: [], body, isExpressionBody, returnType: typeName, isGetter: true, decorators }),
      ...accessor(setter, `set_${name}`, context),
    ];
  }
  const byDelegate = delegate === undefined ? undefined : delegated(delegate, context);
  const given = value === undefined ? byDelegate : expression(value, context);
  const own = getter === undefined && setter === undefined ? node : { start: node.start, end: given?.end ?? variable.end };
  return [
    declarationOf({ range: own, target: variableTarget(variable), value: given, typeName, constant, decorators }),
    ...accessor(getter, `get_${name}`, context),
    ...accessor(setter, `set_${name}`, context),
  ];
}

/** An accessor that has a body. */
function written(node: Node | undefined): Node | undefined {
  return node?.has('function_body') === true ? node : undefined;
}

function accessor(node: Node | undefined, name: string, context: LoweringContext): readonly Statement[] {
  if (node === undefined) return [];
  const { body, isExpressionBody } = functionBody(node, context);
  const parameter = node.find('identifier');
  return [
    functionDeclaration({
      range: node,
      name,
      params: parameter === undefined ? [] : [parameterOf({ range: parameter, target: nameOf(parameter) })],
      body,
      isExpressionBody,
    }),
  ];
}

/** `by lazy { x }` has the value of its block; other delegates are not followed. */
function delegated(node: Node, context: LoweringContext): Expression {
  const inner = node.named[0];
  if (inner === undefined) return opaqueOf(node, []);
  const lowered = expression(inner, context);
  if (lowered.kind === 'call' && lowered.block !== undefined && lowered.callee.kind === 'name' && lowered.callee.name === 'lazy') {
    return {
      kind: 'call',
      ...rangeOf(lowered),
      callee: lowered.block,
      args: [],
      isNew: false,
      argsRange: { start: lowered.end, end: lowered.end },
      parenthesised: false,
    };
  }
  return opaqueOf(node, [lowered]);
}

/** `x`, `x: T` or `(x, y)`. */
export function variableTarget(node: Node): Name | Pattern {
  if (node.type === 'multi_variable_declaration')
    return positionalPattern(node, node.named.filter((part) => part.type === 'variable_declaration').map(variableTarget));
  const name = node.type === 'variable_declaration' ? (node.named.find((part) => part.type === 'identifier') ?? node) : node;
  return nameOf(name, identifierText(name));
}
