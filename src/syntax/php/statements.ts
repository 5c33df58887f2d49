// PHP statements.
import { withFallthrough } from '../cases.js';
import type { Block, Expression, Statement, SwitchCase } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  opaque,
  opaqueOf,
  rangeOf,
  statementDispatcher,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, unaryOf } from '../tree-sitter/shapes.js';
import { bound } from './arrays.js';
import { lowerClass, lowerConstantElements, lowerFunction } from './classes.js';
import { lowerExpression } from './expressions.js';
import { lowerUse } from './imports.js';
import { lowerVariable } from './names.js';

const lowerStatement = statementDispatcher(
  {
    text: () => [],
    php_tag: () => [],
    php_end_tag: () => [],
    empty_statement: () => [],
    named_label_statement: () => [],
    // https://www.php.net/manual/en/language.variables.scope.php
    global_declaration: (node) => [
      { kind: 'outer', ...rangeOf(node), names: node.named.map((name) => name.text.replace(/^\$/, '')), from: 'file' },
    ],
    expression_statement: lowerExpressionStatement,
    compound_statement: (node, context) => [blockOf(node, lowerStatements(node.named, context))],
    if_statement: lowerIf,
    while_statement: lowerWhile,
    do_statement: lowerWhile,
    for_statement: lowerFor,
    foreach_statement: lowerForeach,
    switch_statement: lowerSwitch,
    try_statement: lowerTry,
    return_statement: lowerReturn,
    exit_statement: lowerExit,
    unset_statement: lowerUnset,
    break_statement: (node) => [{ kind: 'jump', ...rangeOf(node) }],
    continue_statement: (node) => [{ kind: 'jump', ...rangeOf(node) }],
    goto_statement: (node) => [{ kind: 'jump', ...rangeOf(node) }],
    declare_statement: (node, context) =>
      lowerStatements(
        node.named.filter((child) => child.type !== 'declare_directive'),
        context,
      ),
    namespace_definition: (node, context) => lowerStatements(node.child('body')?.named ?? [], context),
    namespace_use_declaration: lowerUse,
    const_declaration: lowerConstantElements,
    function_static_declaration: lowerStatic,
    function_definition: (node, context) => [lowerFunction(node, context)],
    class_declaration: (node, context) => [lowerClass(node, context)],
    interface_declaration: (node, context) => [lowerClass(node, context)],
    trait_declaration: (node, context) => [lowerClass(node, context)],
    enum_declaration: (node, context) => [lowerClass(node, context)],
    // What the parser could not fit together may still hold whole statements.
    ERROR: (node, context) => lowerStatements(node.named, context),
  },
  lowerExpression,
);

export function lowerStatements(nodes: readonly Node[], context: LoweringContext): readonly Statement[] {
  return nodes.flatMap((node) => lowerStatement(node, context));
}

const BLOCKS = new Set(['compound_statement', 'colon_block']);

/** A body with or without braces. */
function blockAt(node: Node | undefined, owner: Node, context: LoweringContext): Block {
  if (!node) return emptyBlock(owner);
  return blockOf(node, lowerStatements(BLOCKS.has(node.type) ? node.named : [node], context));
}

function lowerTest(node: Node | undefined, owner: Node, context: LoweringContext): Expression {
  return node ? lowerExpression(node, context) : opaqueOf(emptyBlock(owner), []);
}

function lowerExpressionStatement(node: Node, context: LoweringContext): readonly Statement[] {
  const [only] = node.named;
  if (!only) return [];
  if (isExit(only)) return [{ kind: 'throw', ...rangeOf(node), value: lowerExpression(only, context) }];
  if (only.type === 'throw_expression') return lowerThrow(node, only, context);
  return lowerDefine(node, only, context) ?? lowerGuard(node, only, context) ?? [expressionStatement(lowerExpression(only, context), node)];
}

/** `exit` and `die`, with or without parentheses. */
function isExit(node: Node): boolean {
  const name = node.type === 'function_call_expression' ? node.child('function') : node;
  return name?.type === 'name' && /^(?:exit|die)$/i.test(name.text);
}

function lowerThrow(node: Node, thrown: Node, context: LoweringContext): readonly Statement[] {
  const [value] = thrown.named;
  return [{ kind: 'throw', ...rangeOf(node), ...(value ? { value: lowerExpression(value, context) } : {}) }];
}

/** `define('NAME', value)` declares a constant; its name stands inside the quotes. */
function lowerDefine(node: Node, call: Node, context: LoweringContext): readonly Statement[] | undefined {
  if (call.type !== 'function_call_expression' || !/^\\?define$/i.test(call.child('function')?.text ?? '')) return undefined;
  const [name, value] = call.child('arguments')?.named ?? [];
  const nameNode = name?.named[0];
  const valueNode = value?.named[0];
  if (!nameNode || !valueNode) return undefined;
  const key = lowerExpression(nameNode, context);
  if (key.kind !== 'literal' || typeof key.value !== 'string' || !key.content) return undefined;
  // The name may be qualified; code of the namespace leaves that out.
  const own = key.value.slice(key.value.lastIndexOf('\\') + 1);
  const target = { kind: 'name', start: key.content.end - own.length, end: key.content.end, name: own } as const;
  return [declarationOf({ range: node, target, value: lowerExpression(valueNode, context), constant: true })];
}

/** `defined('X') or die;` */
function lowerGuard(node: Node, binary: Node, context: LoweringContext): readonly Statement[] | undefined {
  const left = binary.child('left');
  const right = binary.child('right');
  const operator = binary.child('operator')?.text.toLowerCase() ?? '';
  const isOr = operator === 'or' || operator === '||';
  if (binary.type !== 'binary_expression' || !left || !right || !(isOr || operator === 'and' || operator === '&&')) return undefined;
  if (!isExit(right) && right.type !== 'throw_expression') return undefined;
  const test = lowerExpression(left, context);
  const leaving =
    right.type === 'throw_expression'
      ? lowerThrow(right, right, context)
      : [{ kind: 'throw' as const, ...rangeOf(right), value: lowerExpression(right, context) }];
  return [{ kind: 'if', ...rangeOf(node), test: isOr ? unaryOf(test, 'not', test) : test, consequent: blockOf(right, leaving) }];
}

function lowerIf(node: Node, context: LoweringContext): readonly Statement[] {
  return [branch(node, node.all('alternative'), context)];
}

function branch(node: Node, alternatives: readonly Node[], context: LoweringContext): Statement {
  const [next, ...later] = alternatives;
  const end = alternatives.at(-1)?.end ?? node.end;
  return {
    kind: 'if',
    start: node.start,
    end: Math.max(end, node.end),
    test: lowerTest(node.child('condition'), node, context),
    consequent: blockAt(node.child('body'), node, context),
    ...(next ? { alternate: alternative(next, later, end, context) } : {}),
  };
}

function alternative(node: Node, later: readonly Node[], end: number, context: LoweringContext): Block {
  if (node.type === 'else_if_clause') return blockOf({ start: node.start, end }, [branch(node, later, context)]);
  return blockAt(node.child('body'), node, context);
}

function lowerWhile(node: Node, context: LoweringContext): readonly Statement[] {
  return [
    {
      kind: 'loop',
      ...rangeOf(node),
      test: lowerTest(node.child('condition'), node, context),
      body: blockAt(node.child('body'), node, context),
    },
  ];
}

/** What a `for` does first stands before the loop; what it does after each round ends its body. */
function lowerFor(node: Node, context: LoweringContext): readonly Statement[] {
  const test = node.child('condition');
  const first = node.all('initialize').map((child) => expressionStatement(lowerExpression(child, context)));
  const after = node.all('update').map((child) => expressionStatement(lowerExpression(child, context)));
  const statements = node.all('body').flatMap((child) => blockAt(child, node, context).body);
  const body = blockOf(node, [...statements, ...after]);
  const loop: Statement = { kind: 'loop', ...rangeOf(node), ...(test ? { test: lowerExpression(test, context) } : {}), body };
  return [blockOf(node, [...first, loop])];
}

function lowerForeach(node: Node, context: LoweringContext): readonly Statement[] {
  const [iterable, each] = node.named;
  const value = each?.type === 'pair' ? each.named[1] : each;
  const target = value && value.field !== 'body' ? bound(value) : undefined;
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

function lowerSwitch(node: Node, context: LoweringContext): readonly Statement[] {
  const subject = node.child('condition');
  const cases = (node.child('body')?.named ?? []).map((arm): SwitchCase => {
    const value = arm.child('value');
    const statements = lowerStatements(
      arm.named.filter((child) => child !== value),
      context,
    );
    return { ...rangeOf(arm), tests: value ? [lowerExpression(value, context)] : [], body: blockOf(arm, statements) };
  });
  return [
    { kind: 'switch', ...rangeOf(node), ...(subject ? { subject: lowerExpression(subject, context) } : {}), cases: withFallthrough(cases) },
  ];
}

function lowerTry(node: Node, context: LoweringContext): readonly Statement[] {
  const final = node.find('finally_clause');
  return [
    {
      kind: 'try',
      ...rangeOf(node),
      body: blockAt(node.child('body'), node, context),
      handlers: node.named
        .filter((child) => child.type === 'catch_clause')
        .map((handler) => blockAt(handler.child('body'), handler, context)),
      ...(final ? { final: blockAt(final.child('body'), final, context) } : {}),
    },
  ];
}

function lowerReturn(node: Node, context: LoweringContext): readonly Statement[] {
  const [value] = node.named;
  return [{ kind: 'return', ...rangeOf(node), ...(value ? { value: lowerExpression(value, context) } : {}) }];
}

function lowerExit(node: Node, context: LoweringContext): readonly Statement[] {
  return [{ kind: 'throw', ...rangeOf(node), ...(node.named.length > 0 ? { value: opaque(node, lowerExpression, context) } : {}) }];
}

/** `unset($options['secure'])` leaves nothing there. */
function lowerUnset(node: Node, context: LoweringContext): readonly Statement[] {
  return node.named.map((variable) => {
    const nothing: Expression = { kind: 'literal', start: variable.end, end: variable.end, value: undefined };
    return expressionStatement(
      { kind: 'assignment', ...rangeOf(variable), target: lowerExpression(variable, context), value: nothing, operator: '=' },
      variable,
    );
  });
}

/** `static $x = 1;` in a function. */
function lowerStatic(node: Node, context: LoweringContext): readonly Statement[] {
  return node.named.flatMap((variable) => {
    const name = variable.child('name');
    const value = variable.child('value');
    if (!name) return [];
    return [
      declarationOf({ range: variable, target: lowerVariable(name), value: value && lowerExpression(value, context), constant: false }),
    ];
  });
}
