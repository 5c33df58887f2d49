// Ruby statements, methods, classes and modules.
import type { Block, ClassDeclaration, Expression, FunctionDeclaration, Statement, SwitchCase } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  opaque,
  opaqueOf,
  parallelPairs,
  rangeOf,
  returning,
  spanOf,
  statementDispatcher,
  withImplicitReturn,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, functionOf, parameterOf, unaryOf } from '../tree-sitter/shapes.js';
import { assign, lowerExpression } from './expressions.js';
import { lowerParameters } from './parameters.js';
import { bound } from './targets.js';

const lowerStatement = statementDispatcher(
  {
    if: (node, context) => [lowerIf(node, context)],
    unless: (node, context) => [lowerIf(node, context)],
    if_modifier: lowerIfModifier,
    unless_modifier: lowerIfModifier,
    while: lowerWhile,
    until: lowerWhile,
    while_modifier: lowerWhile,
    until_modifier: lowerWhile,
    for: lowerFor,
    case: lowerCase,
    case_match: lowerCase,
    begin: (node, context) => lowerBody(node, context),
    begin_block: (node, context) => lowerStatements(node.named, context),
    end_block: (node, context) => lowerStatements(node.named, context),
    rescue_modifier: lowerRescueModifier,
    return: lowerReturn,
    next: lowerNext,
    break: lowerJump,
    redo: lowerJump,
    retry: lowerJump,
    method: (node, context) => [lowerMethod(node, context)],
    singleton_method: (node, context) => [lowerMethod(node, context)],
    class: (node, context) => [lowerClass(node, context)],
    module: (node, context) => [lowerClass(node, context)],
    singleton_class: lowerSingletonClass,
    call: lowerCallStatement,
    identifier: lowerIdentifierStatement,
    binary: lowerBinaryStatement,
    assignment: lowerAssignmentStatement,
    parenthesized_statements: (node, context) => lowerStatements(node.named, context),
    alias: () => [],
    undef: () => [],
    empty_statement: () => [],
    uninterpreted: () => [],
    // What the parser could not fit together may still hold whole statements.
    ERROR: (node, context) => lowerStatements(node.named, context),
  },
  lowerExpression,
);

export function lowerStatements(nodes: readonly Node[], context: LoweringContext): readonly Statement[] {
  return nodes.flatMap((node) => lowerStatement(node, context));
}

const CLAUSES = new Set(['rescue', 'else', 'ensure']);

/** The statements of a body; with `rescue` or `ensure` clauses, a `try`. An `else` clause goes on where the body ends. */
export function lowerBody(node: Node, context: LoweringContext): readonly Statement[] {
  const main = node.named.filter((child) => !CLAUSES.has(child.type));
  const handlers = node.named.filter((child) => child.type === 'rescue');
  // The keywords of these clauses are tokens of the same type inside them.
  const otherwise = node.named.find((child) => child.type === 'else');
  const ensure = node.named.find((child) => child.type === 'ensure');
  const body = lowerStatements(main, context);
  if (handlers.length === 0 && !ensure) return otherwise ? [...body, ...lowerStatements(otherwise.named, context)] : body;
  const [first] = main;
  const range = first ? spanOf(first, main.at(-1) ?? first) : { start: node.start, end: node.start };
  return [
    {
      kind: 'try',
      ...rangeOf(node),
      body: blockOf(range, body),
      handlers: handlers.map((handler) => handlerOf(handler, context)),
      ...(ensure ? { final: blockAt(ensure, ensure, context) } : {}),
    },
    ...(otherwise ? [blockAt(otherwise, otherwise, context)] : []),
  ];
}

/** `rescue => error`: the variable holds something that nobody knows. */
function handlerOf(handler: Node, context: LoweringContext): Block {
  const block = blockAt(handler.child('body'), handler, context);
  const held = handler.child('variable')?.named[0];
  if (held === undefined || held.type !== 'identifier') return block;
  const target = lowerExpression(held, context);
  const value: Expression = opaqueOf({ start: held.end, end: held.end }, []);
  return {
    ...block,
    start: Math.min(block.start, held.start),
    body: [
      {
        kind: 'expression',
        start: held.start,
        end: held.end,
        expression: { kind: 'assignment', start: held.start, end: held.end, target, value, operator: '=' },
      },
      ...block.body,
    ],
  };
}

function blockAt(node: Node | undefined, owner: Node, context: LoweringContext): Block {
  return node ? blockOf(node, lowerBody(node, context)) : emptyBlock(owner);
}

function lowerTest(node: Node | undefined, owner: Node, isNegated: boolean, context: LoweringContext): Expression {
  const test = node ? lowerExpression(node, context) : opaqueOf(emptyBlock(owner), []);
  return isNegated ? unaryOf(test, 'not', test) : test;
}

function lowerIf(node: Node, context: LoweringContext): Statement {
  const alternative = node.child('alternative');
  return {
    kind: 'if',
    ...rangeOf(node),
    test: lowerTest(node.child('condition'), node, node.type === 'unless', context),
    consequent: blockAt(node.child('consequence'), node, context),
    ...(alternative ? { alternate: lowerAlternative(alternative, context) } : {}),
  };
}

function lowerAlternative(node: Node, context: LoweringContext): Block {
  return node.type === 'elsif' ? blockOf(node, [lowerIf(node, context)]) : blockAt(node, node, context);
}

function lowerIfModifier(node: Node, context: LoweringContext): readonly Statement[] {
  const body = node.child('body');
  return [
    {
      kind: 'if',
      ...rangeOf(node),
      test: lowerTest(node.child('condition'), node, node.type === 'unless_modifier', context),
      consequent: body ? blockOf(body, lowerStatement(body, context)) : emptyBlock(node),
    },
  ];
}

function lowerWhile(node: Node, context: LoweringContext): readonly Statement[] {
  const body = node.child('body');
  const isModifier = node.type.endsWith('_modifier');
  return [
    {
      kind: 'loop',
      ...rangeOf(node),
      test: lowerTest(node.child('condition'), node, node.type.startsWith('until'), context),
      body: isModifier && body ? blockOf(body, lowerStatement(body, context)) : blockAt(body, node, context),
    },
  ];
}

function lowerFor(node: Node, context: LoweringContext): readonly Statement[] {
  const iterable = node.child('value')?.named[0];
  const pattern = node.child('pattern');
  const target = pattern && bound(pattern);
  return [
    {
      kind: 'loop',
      ...rangeOf(node),
      ...(target ? { target } : {}),
      ...(iterable ? { iterable: lowerExpression(iterable, context) } : {}),
      body: blockAt(node.child('body'), node, context),
    },
  ];
}

const ARMS = new Set(['when', 'in_clause', 'else']);

function lowerCase(node: Node, context: LoweringContext): readonly Statement[] {
  const subject = node.child('value');
  return [
    {
      kind: 'switch',
      ...rangeOf(node),
      ...(subject ? { subject: lowerExpression(subject, context) } : {}),
      cases: node.named.filter((child) => ARMS.has(child.type)).map((arm) => lowerArm(arm, context)),
    },
  ];
}

function lowerArm(node: Node, context: LoweringContext): SwitchCase {
  if (node.type === 'else') return { ...rangeOf(node), tests: [], body: blockAt(node, node, context) };
  const patterns = node.all('pattern').map((pattern) => (pattern.type === 'pattern' ? (pattern.named[0] ?? pattern) : pattern));
  const guard = node.child('guard');
  const [first] = patterns;
  const tests = guard
    ? [opaqueOf(spanOf(first ?? guard, guard), [opaque(guard, lowerExpression, context, [...patterns, ...guard.named])])]
    : patterns.map((pattern) => lowerExpression(pattern, context));
  return { ...rangeOf(node), tests, body: blockAt(node.child('body'), node, context) };
}

function lowerRescueModifier(node: Node, context: LoweringContext): readonly Statement[] {
  const body = node.child('body');
  const handler = node.child('handler');
  if (!body || !handler) return lowerStatements(node.named, context);
  return [
    {
      kind: 'try',
      ...rangeOf(node),
      body: blockOf(body, lowerStatement(body, context)),
      handlers: [blockOf(handler, lowerStatement(handler, context))],
    },
  ];
}

function lowerReturn(node: Node, context: LoweringContext): readonly Statement[] {
  const value = node.find('argument_list');
  return [{ kind: 'return', ...rangeOf(node), ...(value ? { value: lowerExpression(value, context) } : {}) }];
}

/** `next x` gives the value of a block; `next` alone goes on. */
function lowerNext(node: Node, context: LoweringContext): readonly Statement[] {
  return node.has('argument_list') ? lowerReturn(node, context) : lowerJump(node);
}

function lowerJump(node: Node): readonly Statement[] {
  return [{ kind: 'jump', ...rangeOf(node) }];
}

/** Methods of Kernel that never return. */
const RAISING = new Set(['raise', 'fail', 'abort', 'exit']);

function lowerCallStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const list = node.child('arguments');
  if (!node.child('receiver')) {
    if (RAISING.has(node.child('method')?.text ?? '')) return [{ kind: 'throw', ...rangeOf(node), value: lowerExpression(node, context) }];
    const [only, ...rest] = list?.named ?? [];
    // `private def x`: the method is defined all the same.
    if (only && rest.length === 0 && isMethod(only)) return [lowerMethod(only, context)];
  }
  return [expressionStatement(lowerExpression(node, context))];
}

function isMethod(node: Node): boolean {
  return node.type === 'method' || node.type === 'singleton_method';
}

function lowerIdentifierStatement(node: Node, context: LoweringContext): readonly Statement[] {
  if (RAISING.has(node.text)) return [{ kind: 'throw', ...rangeOf(node) }];
  const name = lowerExpression(node, context);
  return [expressionStatement(isCallOfOwn(node.text, context) ? callOf({ range: node, callee: name, args: [], list: undefined }) : name)];
}

const methodNames = new WeakMap<LoweringContext, ReadonlySet<string>>();

/** A name that stands alone and is no variable calls a method of the file: `configure`. */
function isCallOfOwn(name: string, context: LoweringContext): boolean {
  let known = methodNames.get(context);
  if (known === undefined) {
    const { source } = context;
    const defined = [...source.matchAll(/\bdef\s+(?:self\.)?([a-z_]\w*)/g)].map(([, one]) => one!);
    const variables = new Set(
      [...source.matchAll(/(?<![\w@$.:])([a-z_]\w*)(?=\s*(?:[,|)]|[-+*/|&<]{0,2}=(?![=~>])))/g)].map(([, one]) => one!),
    );
    methodNames.set(context, (known = new Set(defined.filter((one) => !variables.has(one)))));
  }
  return known.has(name);
}

const LEAVING = new Set(['return', 'next', 'break', 'redo', 'retry']);

/** `x or return` and `redirect_to(y) and return` are guards. */
function lowerBinaryStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const left = node.child('left');
  const right = node.child('right');
  const operator = node.child('operator')?.type ?? '';
  const isOr = operator === 'or' || operator === '||';
  if (!left || !right || !(isOr || operator === 'and' || operator === '&&') || !isLeaving(right)) {
    return [expressionStatement(lowerExpression(node, context))];
  }
  return [
    {
      kind: 'if',
      ...rangeOf(node),
      test: lowerTest(left, node, isOr, context),
      consequent: blockOf(right, lowerStatement(right, context)),
    },
  ];
}

function isLeaving(node: Node): boolean {
  const name = node.type === 'call' && !node.child('receiver') ? node.child('method')?.text : node.text;
  return LEAVING.has(node.type) || RAISING.has(name ?? '');
}

const BINDING = new Set(['identifier', 'constant', 'global_variable']);

/** `a.b, @c = 1, 2`: patterns bind names only, so such an assignment is taken apart. */
function lowerAssignmentStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const left = node.child('left');
  const right = node.child('right');
  if (left?.type === 'left_assignment_list' && right?.type === 'right_assignment_list') {
    const pairs = parallelPairs(left.named, right.named, (target) => BINDING.has(target.type));
    if (pairs) return pairs.map(([target, value]) => expressionStatement(assign(spanOf(target, value), '=', target, value, context)));
  }
  const struct = left?.type === 'constant' && right !== undefined ? structClass(node, left, right, context) : undefined;
  if (struct) return [struct];
  return [expressionStatement(lowerExpression(node, context))];
}

/** `Options = Struct.new(:secure) do … end`, `Data.define(:secure)`: a class of these fields. https://docs.ruby-lang.org/en/3.4/Struct.html */
function structClass(node: Node, name: Node, made: Node, context: LoweringContext): ClassDeclaration | undefined {
  const called = made.type === 'call' ? `${made.child('receiver')?.text ?? ''}.${made.child('method')?.text ?? ''}` : '';
  if (called !== 'Struct.new' && called !== 'Data.define') return undefined;
  const fields = made.child('arguments')?.named.filter(({ type }) => type === 'simple_symbol') ?? [];
  const block = made.child('block');
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: name.text,
    bases: [],
    params: fields.map((field) =>
      parameterOf({ range: field, target: { kind: 'name', ...rangeOf(field), start: field.start + 1, name: field.text.slice(1) } }),
    ),
    body: block === undefined ? emptyBlock(node) : blockAt(block.child('body'), block, context),
  };
}

export function lowerMethod(node: Node, context: LoweringContext): FunctionDeclaration {
  const name = node.child('name')?.text ?? '';
  const body = node.child('body');
  const isEndless = body !== undefined && body.type !== 'body_statement';
  return {
    kind: 'function-declaration',
    ...rangeOf(node),
    name,
    function: functionOf({
      range: node,
      name,
      params: lowerParameters(node.child('parameters'), context, lowerExpression),
      body: isEndless ? returning(lowerExpression(body, context)) : methodBody(body, node, context),
      isExpressionBody: isEndless,
    }),
    ...(node.type === 'singleton_method' ? { isStatic: true } : {}),
  };
}

function methodBody(body: Node | undefined, owner: Node, context: LoweringContext): Block {
  return body ? blockOf(body, withImplicitReturn(lowerBody(body, context))) : emptyBlock(owner);
}

function lowerClass(node: Node, context: LoweringContext): ClassDeclaration {
  const base = node.child('superclass')?.named[0];
  const body = node.child('body');
  const members = body?.named ?? [];
  const bases = [...(base ? [base] : []), ...members.flatMap((member) => mixedIn(member, /^(?:include|extend)$/))];
  const before = members.flatMap((member) => mixedIn(member, /^prepend$/));
  const block = blockAt(body, node, context);
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: node.child('name')?.text ?? '',
    bases: bases.map((one) => lowerExpression(one, context)),
    body: { ...block, body: block.body.map(definedMethod) },
    ...(before.length === 0 ? {} : { decorators: before.map((one) => lowerExpression(one, context)) }),
    ...(node.type === 'module' ? { isSingleton: true } : {}),
  };
}

/** `define_method(:secure?) { … }` is a method. */
function definedMethod(statement: Statement): Statement {
  const call = statement.kind === 'expression' && statement.expression.kind === 'call' ? statement.expression : undefined;
  const name = call?.args[0]?.value;
  return call?.block !== undefined &&
    call.callee.kind === 'name' &&
    call.callee.name === 'define_method' &&
    name?.kind === 'literal' &&
    typeof name.value === 'string'
    ? { kind: 'function-declaration', ...rangeOf(statement), name: name.value, function: { ...call.block, name: name.value } }
    : statement;
}

/** The modules of `include A, B::C`: they give methods as a base class does. Those of `prepend` come before the class itself. */
function mixedIn(statement: Node, how: RegExp): readonly Node[] {
  const method = statement.type === 'call' && !statement.child('receiver') ? statement.child('method')?.text : undefined;
  if (method === undefined || !how.test(method)) return [];
  return (statement.child('arguments')?.named ?? []).filter((item) => item.type === 'constant' || item.type === 'scope_resolution');
}

/** `class << self`: its methods belong to the class around it. */
function lowerSingletonClass(node: Node, context: LoweringContext): readonly Statement[] {
  const body = node.child('body');
  return (body ? lowerBody(body, context) : []).map((member) =>
    member.kind === 'function-declaration' ? { ...member, isStatic: true } : member,
  );
}
