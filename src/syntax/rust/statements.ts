// Rust statements and blocks.
import type { Block, Expression, Statement } from '../ir.js';
import {
  blockOf,
  emptyBlock,
  expressionStatement,
  opaqueOf,
  rangeOf,
  withImplicitReturn,
  type LoweringContext,
} from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf } from '../tree-sitter/shapes.js';
import { bindingsOf, ifStatement, matchStatement } from './decisions.js';
import { ofWrittenType } from './defaults.js';
import { expression, value } from './expressions.js';
import { isItem, items } from './items.js';
import { isThere, presenceOf, target } from './patterns.js';

export function block(node: Node, context: LoweringContext): Block {
  return blockOf(node, blockStatements(node, context));
}

/** The body of a function or closure: its last expression is the result, unless a semicolon follows it. */
export function functionBlock(node: Node, context: LoweringContext): Block {
  const body = blockStatements(node, context);
  const last = node.named.at(-1);
  return blockOf(node, last !== undefined && !last.has(';') ? withImplicitReturn(body) : body);
}

export function blockStatements(node: Node, context: LoweringContext): readonly Statement[] {
  return items(node.named, context);
}

/** A statement that is not an item; several for `let … else`. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  if (isItem(node)) return items([node], context);
  switch (node.type) {
    case 'expression_statement':
      return node.named.flatMap((part) => withRange(statements(part, context), node));
    case 'let_declaration':
      return letDeclaration(node, context);
    case 'block':
      return [block(node, context)];
    case 'unsafe_block':
      return node.named.map((part) => block(part, context));
    case 'if_expression':
      return [ifStatement(node, context)];
    case 'match_expression':
      return [matchStatement(node, context)];
    case 'loop_expression':
      return [{ kind: 'loop', ...rangeOf(node), body: loopBody(node, context) }];
    case 'while_expression':
      return [whileLoop(node, context)];
    case 'for_expression': {
      const pattern = node.child('pattern');
      return [
        {
          kind: 'loop',
          ...rangeOf(node),
          ...(pattern === undefined ? {} : { target: target(pattern) }),
          iterable: value(node, 'value', context),
          body: loopBody(node, context),
        },
      ];
    }
    case 'return_expression':
      return [{ kind: 'return', ...rangeOf(node), ...(node.named[0] === undefined ? {} : { value: expression(node.named[0], context) }) }];
    case 'break_expression':
    case 'continue_expression':
      return [{ kind: 'jump', ...rangeOf(node) }];
    case 'ERROR':
      return items(node.named, context);
    case 'empty_statement':
    case 'label':
    case 'attribute_item':
    case 'inner_attribute_item':
      return [];
    default: {
      const lowered = expression(node, context);
      return lowered.kind === 'opaque' && lowered.children.length === 0 ? [] : [expressionStatement(lowered)];
    }
  }
}

/** A statement of an expression ends with its semicolon. */
function withRange(lowered: readonly Statement[], node: Node): readonly Statement[] {
  return lowered.map((statement) =>
    statement.kind === 'expression' || statement.kind === 'return' ? { ...statement, ...rangeOf(node) } : statement,
  );
}

function loopBody(node: Node, context: LoweringContext): Block {
  const body = node.child('body');
  return body === undefined ? emptyBlock(node) : blockOf(body, blockStatements(body, context));
}

function whileLoop(node: Node, context: LoweringContext): Statement {
  const condition = node.child('condition');
  const bindings = condition === undefined ? [] : bindingsOf(condition, context);
  const test: Expression | undefined =
    condition === undefined || bindings.length > 0
      ? undefined
      : condition.type.startsWith('let_')
        ? opaqueOf(condition, [])
        : expression(condition, context);
  const loop: Statement = { kind: 'loop', ...rangeOf(node), ...(test === undefined ? {} : { test }), body: loopBody(node, context) };
  return bindings.length === 0 ? loop : blockOf(node, [...bindings, loop]);
}

/** In `let Some(x) = y else { return };` the other branch runs where there is no value; whether another pattern fits is not known. */
function letDeclaration(node: Node, context: LoweringContext): readonly Statement[] {
  const pattern = node.child('pattern');
  const given = node.child('value');
  const otherwise = node.child('alternative');
  if (pattern === undefined) return [];
  const held = target(pattern);
  const declaration = declarationOf({
    range: otherwise === undefined || given === undefined ? node : { start: node.start, end: given.end },
    target: held,
    value: given === undefined ? undefined : (ofWrittenType(given, node.child('type')) ?? expression(given, context)),
    typeName: node.child('type')?.text,
    constant: !node.has('mutable_specifier'),
  });
  if (otherwise === undefined) return [declaration];
  const at = { start: otherwise.start, end: otherwise.start };
  // What a `let … else` binds is read after it: the declaration stands first.
  if (presenceOf(pattern) === 'there' && held.kind === 'name' && held.name !== '_') {
    return [
      declaration,
      {
        kind: 'if',
        ...rangeOf(otherwise),
        test: isThere(at, { kind: 'name', ...at, name: held.name }, 'missing'),
        consequent: block(otherwise, context),
      },
    ];
  }
  return [{ kind: 'if', ...rangeOf(otherwise), test: opaqueOf(at, []), consequent: block(otherwise, context) }, declaration];
}
