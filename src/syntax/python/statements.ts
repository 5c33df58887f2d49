// Python statements, functions and classes.
import type { Block, ClassDeclaration, Expression, FunctionDeclaration, Name, Outer, Pattern, Statement, SwitchCase } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  nameOf,
  opaque,
  parallelPairs,
  rangeOf,
  spanOf,
  statementDispatcher,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { functionOf } from '../tree-sitter/shapes.js';
import { assignment, lowerArguments, lowerExpression, lowerTarget } from './expressions.js';
import { lowerImport, lowerImportFrom } from './imports.js';
import { lowerParameters } from './parameters.js';
import { isPattern } from './patterns.js';

const lowerStatement = statementDispatcher(
  {
    expression_statement: lowerExpressionStatement,
    if_statement: lowerIf,
    for_statement: lowerFor,
    while_statement: lowerWhile,
    try_statement: lowerTry,
    with_statement: lowerWith,
    match_statement: lowerMatch,
    return_statement: lowerReturn,
    raise_statement: lowerRaise,
    break_statement: (node) => [{ kind: 'jump', ...rangeOf(node) }],
    continue_statement: (node) => [{ kind: 'jump', ...rangeOf(node) }],
    pass_statement: () => [],
    delete_statement: lowerDelete,
    global_statement: (node) => [outerNames(node, 'file')],
    nonlocal_statement: (node) => [outerNames(node, 'function')],
    import_statement: lowerImport,
    import_from_statement: lowerImportFrom,
    future_import_statement: lowerImportFrom,
    function_definition: (node, context) => [lowerFunction(node, node, [], context)],
    class_definition: (node, context) => [lowerClass(node, node, [], context)],
    decorated_definition: lowerDecorated,
    block: (node, context) => lowerStatements(node.named, context),
    // What the parser could not fit together may still hold whole statements.
    ERROR: (node, context) => lowerStatements(node.named, context),
  },
  lowerExpression,
);

export function lowerStatements(nodes: readonly Node[], context: LoweringContext): readonly Statement[] {
  return nodes.flatMap((node) => lowerStatement(node, context));
}

const outerNames = (node: Node, from: Outer['from']): Outer => ({
  kind: 'outer',
  ...rangeOf(node),
  names: node.named.map((name) => name.text),
  from,
});

/** `del options["secure"]` leaves nothing there; what a name is afterwards nobody asks. */
function lowerDelete(node: Node, context: LoweringContext): readonly Statement[] {
  const deleted = node.named.flatMap((one) => (one.type === 'expression_list' || one.type === 'tuple' ? one.named : [one]));
  return deleted.map((one) => {
    const target = lowerExpression(one, context);
    if (target.kind !== 'member' && target.kind !== 'subscript') return expressionStatement(target, one);
    const nothing: Expression = { kind: 'literal', start: one.end, end: one.end, value: undefined };
    return expressionStatement({ kind: 'assignment', ...rangeOf(one), target, value: nothing, operator: '=' }, one);
  });
}

function blockAt(node: Node | undefined, owner: Node, context: LoweringContext): Block {
  return node ? blockOf(node, lowerStatements(node.named, context)) : emptyBlock(owner);
}

function lowerExpressionStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const [only, second] = node.named;
  if (!only) return [];
  // `a, b` as a statement is a tuple without a node of its own.
  if (second) return [expressionStatement(opaque(node, lowerExpression, context))];
  if (only.type === 'assignment') {
    const annotated = annotation(only);
    if (annotated) return [annotated];
    const pairs = memberPairs(only);
    if (pairs) return pairs.map(([left, right]) => expressionStatement(pairAssignment(left, right, context)));
  }
  return [expressionStatement(lowerExpression(only, context), node)];
}

/** `secure: bool` in a class body: declares a field without a value. */
function annotation(node: Node): Statement | undefined {
  const left = node.child('left');
  const type = node.child('type');
  if (node.child('right') || !type || left?.type !== 'identifier') return undefined;
  return { kind: 'declaration', ...rangeOf(node), target: nameOf(left), typeName: type.text, scope: 'function', constant: false };
}

/** `config['A'], config['B'] = True, False`: patterns bind names only, so such an assignment is taken apart. */
function memberPairs(node: Node): ReturnType<typeof parallelPairs> {
  const left = node.child('left');
  const right = node.child('right');
  if (!left || !isPattern(left) || (right?.type !== 'expression_list' && right?.type !== 'tuple')) return undefined;
  return parallelPairs(left.named, right.named, (target) => target.type !== 'attribute' && target.type !== 'subscript');
}

function pairAssignment(left: Node, right: Node, context: LoweringContext): Expression {
  return { ...assignment(left, lowerTarget(left, context), '=', lowerExpression(right, context)), ...spanOf(left, right) };
}

function lowerIf(node: Node, context: LoweringContext): readonly Statement[] {
  return [branch(node, node.all('alternative'), context)];
}

function branch(node: Node, alternatives: readonly Node[], context: LoweringContext): Statement {
  const test = node.child('condition');
  const [next, ...later] = alternatives;
  const end = alternatives.at(-1)?.end ?? node.end;
  return {
    kind: 'if',
    start: node.start,
    end,
    test: test ? lowerExpression(test, context) : opaque(node, lowerExpression, context, []),
    consequent: blockAt(node.child('consequence'), node, context),
    ...(next ? { alternate: alternative(next, later, end, context) } : {}),
  };
}

function alternative(node: Node, later: readonly Node[], end: number, context: LoweringContext): Block {
  if (node.type === 'elif_clause') return blockOf({ start: node.start, end }, [branch(node, later, context)]);
  return blockAt(node.child('body'), node, context);
}

function lowerFor(node: Node, context: LoweringContext): readonly Statement[] {
  const left = node.child('left');
  const right = node.child('right');
  const target = left && boundTarget(left, context);
  return [
    {
      kind: 'loop',
      ...rangeOf(node),
      ...(target ? { target } : {}),
      ...(right ? { iterable: lowerExpression(right, context) } : {}),
      body: loopBody(node, context),
    },
  ];
}

/** `for x.y in …` binds no name. */
function boundTarget(node: Node, context: LoweringContext): Name | Pattern | undefined {
  const target = lowerTarget(node, context);
  return target.kind === 'name' || target.kind === 'pattern' ? target : undefined;
}

function lowerWhile(node: Node, context: LoweringContext): readonly Statement[] {
  const test = node.child('condition');
  return [{ kind: 'loop', ...rangeOf(node), ...(test ? { test: lowerExpression(test, context) } : {}), body: loopBody(node, context) }];
}

/** The `else` of a loop runs after it; it is kept as the last block of the body. */
function loopBody(node: Node, context: LoweringContext): Block {
  const body = blockAt(node.child('body'), node, context);
  const otherwise = node.child('alternative')?.child('body');
  if (!otherwise) return body;
  return blockOf(spanOf(body, otherwise), [...body.body, blockAt(otherwise, node, context)]);
}

function lowerTry(node: Node, context: LoweringContext): readonly Statement[] {
  const body = blockAt(node.child('body'), node, context);
  const otherwise = node.find('else_clause')?.child('body');
  const final = node.find('finally_clause')?.find('block');
  const handlers = node.named
    .filter((child) => child.type.startsWith('except'))
    .map((child) => blockAt(child.find('block'), child, context));
  return [
    {
      kind: 'try',
      ...rangeOf(node),
      // `else` runs when the body did not raise: it goes on where the body ends.
      body,
      handlers,
      ...(final ? { final: blockAt(final, node, context) } : {}),
    },
    ...(otherwise ? [blockAt(otherwise, node, context)] : []),
  ];
}

/** `with a as b:` binds `b` and runs its body. */
function lowerWith(node: Node, context: LoweringContext): readonly Statement[] {
  const items = (node.find('with_clause')?.named ?? []).flatMap((item) => {
    const value = item.child('value') ?? item.named[0];
    return (value ? withoutBrackets(value) : []).map((part) => withItem(part, context));
  });
  const body = blockAt(node.child('body'), node, context);
  return [blockOf(node, [...items, ...body.body])];
}

/** `with (a as b, c as d):` is read as a parenthesised value. */
function withoutBrackets(node: Node): readonly Node[] {
  return node.type === 'parenthesized_expression' || node.type === 'tuple' ? node.named : [node];
}

function withItem(node: Node, context: LoweringContext): Statement {
  const alias = node.type === 'as_pattern' ? node.child('alias')?.named[0] : undefined;
  const value = node.type === 'as_pattern' ? node.named[0] : node;
  if (!alias || !value) return expressionStatement(lowerExpression(value ?? node, context), node);
  return expressionStatement(assignment(node, lowerTarget(alias, context), '=', lowerExpression(value, context)));
}

function lowerMatch(node: Node, context: LoweringContext): readonly Statement[] {
  const subjects = node.all('subject');
  const [subject] = subjects;
  const arms = node.child('body')?.named.filter((child) => child.type === 'case_clause') ?? [];
  return [
    {
      kind: 'switch',
      ...rangeOf(node),
      ...(subject
        ? { subject: subjects.length === 1 ? lowerExpression(subject, context) : opaque(node, lowerExpression, context, subjects) }
        : {}),
      cases: arms.map((arm) => matchArm(arm, context)),
    },
  ];
}

function matchArm(node: Node, context: LoweringContext): SwitchCase {
  const patterns = node.named.filter((child) => child.type === 'case_pattern').flatMap(alternativesOf);
  const guard = node.child('guard');
  // A bare name (`_` or any other) matches everything.
  const isDefault = !guard && patterns.length === 1 && patterns[0] !== undefined && isCatchAll(patterns[0]);
  const tests = guard
    ? [opaque(guard, lowerExpression, context, [...patterns, ...guard.named])]
    : patterns.map((pattern) => lowerExpression(pattern, context));
  return {
    ...rangeOf(node),
    tests: isDefault ? [] : guard ? tests.map((test) => ({ ...test, ...spanOf(patterns[0] ?? guard, guard) })) : tests,
    body: blockAt(node.child('consequence'), node, context),
  };
}

/** `_` is no node of its own, a name is a `dotted_name` of one part. */
function isCatchAll(pattern: Node): boolean {
  return (pattern.type === 'case_pattern' || pattern.type === 'dotted_name') && /^\w+$/.test(pattern.text);
}

/** `case 'a' | 'b'`. */
function alternativesOf(pattern: Node): readonly Node[] {
  const inner = pattern.type === 'case_pattern' ? pattern.named[0] : pattern;
  if (!inner) return [pattern];
  return inner.type === 'union_pattern' ? inner.named.flatMap(alternativesOf) : [inner];
}

function lowerReturn(node: Node, context: LoweringContext): readonly Statement[] {
  const value = node.named[0];
  return [{ kind: 'return', ...rangeOf(node), ...(value ? { value: lowerExpression(value, context) } : {}) }];
}

function lowerRaise(node: Node, context: LoweringContext): readonly Statement[] {
  const value = node.named[0];
  return [{ kind: 'throw', ...rangeOf(node), ...(value ? { value: lowerExpression(value, context) } : {}) }];
}

function lowerDecorated(node: Node, context: LoweringContext): readonly Statement[] {
  const definition = node.child('definition');
  const decorators = node.named.flatMap((child) => {
    const decorator = child.type === 'decorator' ? child.named[0] : undefined;
    return decorator ? [lowerExpression(decorator, context)] : [];
  });
  if (!definition) return decorators.map((decorator) => expressionStatement(decorator));
  return definition.type === 'class_definition'
    ? [lowerClass(definition, node, decorators, context)]
    : [lowerFunction(definition, node, decorators, context)];
}

const STATIC = new Set(['staticmethod', 'classmethod']);
const GETTERS = new Set(['property', 'cached_property']);

/** `whole` includes the decorators. */
function lowerFunction(node: Node, whole: Node, decorators: readonly Expression[], context: LoweringContext): FunctionDeclaration {
  const name = node.child('name')?.text ?? '';
  const list = node.child('parameters');
  const params = lowerParameters(list, context, lowerExpression);
  const named = decorators.map(lastName);
  // A nested function sees the receiver of the method around it, unless it has one itself.
  const receiver = receiverOf(list) ?? context.receiver;
  const body = context.withReceiver(receiver, () => blockAt(node.child('body'), node, context));
  return {
    kind: 'function-declaration',
    ...rangeOf(whole),
    name,
    function: functionOf({
      range: whole,
      name,
      params,
      body,
      isAsync: node.has('async'),
      returnType: node.child('return_type')?.text,
      decorators,
    }),
    ...(named.some((decorator) => STATIC.has(decorator)) ? { isStatic: true } : {}),
    ...(named.some((decorator) => GETTERS.has(decorator)) ? { isGetter: true } : {}),
  };
}

function receiverOf(parameters: Node | undefined): string | undefined {
  const first = parameters?.named[0];
  const name = first?.type === 'typed_parameter' ? first.named[0]?.text : first?.text;
  return name === 'self' || name === 'cls' ? name : undefined;
}

function lastName(decorator: Expression): string {
  if (decorator.kind === 'member') return decorator.property;
  return decorator.kind === 'name' ? decorator.name : '';
}

function lowerClass(node: Node, whole: Node, decorators: readonly Expression[], context: LoweringContext): ClassDeclaration {
  const superclasses = node.child('superclasses');
  const bases = superclasses ? lowerArguments(superclasses, context).filter((base) => base.name === undefined && !base.spread) : [];
  return {
    kind: 'class-declaration',
    ...rangeOf(whole),
    name: node.child('name')?.text ?? '',
    bases: bases.map((base) => base.value),
    body: context.withReceiver(undefined, () => blockAt(node.child('body'), node, context)),
    ...(decorators.length > 0 ? { decorators } : {}),
  };
}
