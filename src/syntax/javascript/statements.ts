/** Lowers statements. */

import type * as es from 'oxc-parser';

import { withFallthrough } from '../cases.js';
import type { Block, Expression, Statement, SwitchCase } from '../ir.js';
import { lowerClass } from './classes.js';
import { type Context, lowerBlock, optional } from './context.js';
import { endOf, rangeOf, startOf } from './estree.js';
import { lowerFunctionDeclaration } from './functions.js';
import {
  exported,
  exportedName,
  lowerEnum,
  lowerExportDefault,
  lowerExportNamed,
  lowerImport,
  lowerImportEquals,
  lowerNamespace,
} from './modules.js';
import { unknownStatement } from './opaque.js';
import { assignmentTarget, bindingTarget, typeNameOf } from './patterns.js';

/** Lowers one statement into `out`: none for what only declares types, several for `let a, b`. */
export function lowerStatement(context: Context, node: es.Statement, out: Statement[]): void {
  switch (node.type) {
    case 'ExpressionStatement':
      out.push({ kind: 'expression', ...rangeOf(node), expression: context.expression(node.expression) });
      return;
    case 'VariableDeclaration':
      lowerVariables(context, node, out);
      return;
    case 'FunctionDeclaration':
      out.push(lowerFunctionDeclaration(context, node));
      return;
    case 'ClassDeclaration':
      out.push(lowerClass(context, node));
      return;
    case 'ReturnStatement':
      out.push({ kind: 'return', ...rangeOf(node), ...optional(context, 'value', node.argument) });
      return;
    case 'ThrowStatement':
      out.push({ kind: 'throw', ...rangeOf(node), value: context.expression(node.argument) });
      return;
    case 'IfStatement':
      out.push({
        kind: 'if',
        ...rangeOf(node),
        test: context.expression(node.test),
        consequent: lowerBlock(context, node.consequent),
        ...(node.alternate ? { alternate: lowerBlock(context, node.alternate) } : undefined),
      });
      return;
    case 'BlockStatement':
      out.push(lowerBlock(context, node));
      return;
    case 'LabeledStatement':
      context.statement(node.body, out);
      return;
    case 'SwitchStatement':
      out.push({
        kind: 'switch',
        ...rangeOf(node),
        subject: context.expression(node.discriminant),
        cases: withFallthrough(node.cases.map((clause) => lowerCase(context, clause))),
      });
      return;
    case 'TryStatement':
      out.push({
        kind: 'try',
        ...rangeOf(node),
        body: lowerBlock(context, node.block),
        handlers: node.handler ? [lowerHandler(context, node.handler)] : [],
        ...(node.finalizer ? { final: lowerBlock(context, node.finalizer) } : undefined),
      });
      return;
    case 'ForStatement':
      lowerFor(context, node, out);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      out.push(lowerForEach(context, node));
      return;
    case 'WhileStatement':
    case 'DoWhileStatement':
      out.push({ kind: 'loop', ...rangeOf(node), test: context.expression(node.test), body: lowerBlock(context, node.body) });
      return;
    case 'WithStatement':
      out.push({ kind: 'expression', ...rangeOf(node.object), expression: context.expression(node.object) });
      out.push(lowerBlock(context, node.body));
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      out.push({ kind: 'jump', ...rangeOf(node) });
      return;
    case 'ImportDeclaration':
      out.push(lowerImport(node));
      return;
    case 'ExportNamedDeclaration':
      lowerExportNamed(context, node, out);
      return;
    case 'ExportDefaultDeclaration':
      lowerExportDefault(context, node, out);
      return;
    case 'ExportAllDeclaration':
      if (node.exportKind === 'type') return;
      out.push({
        kind: 'export',
        form: 'from',
        ...rangeOf(node),
        module: node.source.value,
        names: [node.exported ? { imported: '*', exported: exportedName(node.exported) } : { imported: '*' }],
      });
      return;
    case 'TSExportAssignment':
      out.push(
        exported({ kind: 'expression', ...rangeOf(node.expression), expression: context.expression(node.expression) }, rangeOf(node), true),
      );
      return;
    case 'TSImportEqualsDeclaration':
      if (node.importKind !== 'type') out.push(lowerImportEquals(context, node));
      return;
    case 'TSEnumDeclaration':
      if (!node.declare) out.push(lowerEnum(context, node));
      return;
    case 'TSModuleDeclaration':
      if (!node.declare) lowerNamespace(context, node, out);
      return;
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'TSDeclareFunction' as never:
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSNamespaceExportDeclaration':
      return;
    default:
      unknownStatement(context, node, out);
  }
}

function lowerVariables(context: Context, node: es.VariableDeclaration, out: Statement[]): void {
  for (const declarator of node.declarations) {
    const typeName = typeNameOf(context, declarator.id);
    out.push({
      kind: 'declaration',
      ...rangeOf(node.declarations.length === 1 ? node : declarator),
      target: bindingTarget(context, declarator.id),
      ...optional(context, 'value', declarator.init),
      ...(typeName === undefined ? undefined : { typeName }),
      scope: node.kind === 'var' ? 'function' : 'block',
      constant: node.kind !== 'var' && node.kind !== 'let',
    });
  }
}

function lowerCase(context: Context, node: es.SwitchCase): SwitchCase {
  const range = rangeOf(node);
  const first = node.consequent[0];
  return {
    ...range,
    tests: node.test ? [context.expression(node.test)] : [],
    body: { kind: 'block', start: first ? startOf(first) : range.end, end: range.end, body: context.statements(node.consequent) },
  };
}

/** The caught error becomes a declaration of something that nobody knows, which hides outer names. */
function lowerHandler(context: Context, node: es.CatchClause): Block {
  const body: Statement[] = [];
  if (node.param) {
    body.push({
      kind: 'declaration',
      ...rangeOf(node.param),
      target: bindingTarget(context, node.param),
      value: { kind: 'opaque', start: rangeOf(node.param).end, end: rangeOf(node.param).end, children: [] },
      scope: 'block',
      constant: false,
    });
  }
  body.push(...context.statements(node.body.body));
  return { kind: 'block', ...rangeOf(node), body };
}

/** `for (init; test; update)`: the initialisation stands before the loop, in a block of its own. */
function lowerFor(context: Context, node: es.ForStatement, out: Statement[]): void {
  const before: Statement[] = [];
  if (node.init?.type === 'VariableDeclaration') lowerVariables(context, node.init, before);
  else if (node.init) before.push({ kind: 'expression', ...rangeOf(node.init), expression: context.expression(node.init) });
  const head: Expression[] = [];
  if (node.test) head.push(context.expression(node.test));
  if (node.update) head.push(context.expression(node.update));
  const test: Expression | undefined =
    head.length > 1 ? { kind: 'opaque', start: head[0]!.start, end: head[1]!.end, children: head } : head[0];
  const start = test?.start ?? startOf(node.body);
  const loop: Statement = {
    kind: 'loop',
    start: before.length === 0 ? startOf(node) : start,
    end: endOf(node),
    ...(test === undefined ? undefined : { test }),
    body: lowerBlock(context, node.body),
  };
  out.push(before.length === 0 ? loop : { kind: 'block', ...rangeOf(node), body: [...before, loop] });
}

function lowerForEach(context: Context, node: es.ForOfStatement | es.ForInStatement): Statement {
  const left = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
  const target = left && assignmentTarget(context, left);
  const right = context.expression(node.right);
  return {
    kind: 'loop',
    ...rangeOf(node),
    ...(target && (target.kind === 'name' || target.kind === 'pattern') ? { target } : undefined),
    // `for … in` yields the keys, not the elements.
    iterable: node.type === 'ForOfStatement' ? right : { kind: 'opaque', start: right.start, end: right.end, children: [right] },
    body: lowerBlock(context, node.body),
  };
}
