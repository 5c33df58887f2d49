// Kotlin statements.
import type { Expression, Import, Statement } from '../ir.js';
import { blockOf, expressionStatement, nameOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf } from '../tree-sitter/shapes.js';
import { branch, ifStatement, whenStatement } from './decisions.js';
import { classDeclaration, enumEntry, functionStatement, property, secondaryConstructor, variableTarget } from './declarations.js';
import { expression, value } from './expressions.js';
import { typeExpression } from './types.js';

/** A statement, member or declaration; several for a property with accessors. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'import':
      return importStatement(node);
    case 'property_declaration':
      return property(node, context);
    case 'function_declaration':
      return [functionStatement(node, context)];
    case 'class_declaration':
    case 'object_declaration':
    case 'companion_object':
      return [classDeclaration(node, context)];
    case 'secondary_constructor':
      return [secondaryConstructor(node, context)];
    case 'enum_entry':
      return [enumEntry(node, context)];
    case 'type_alias':
      return typeAlias(node);
    case 'anonymous_initializer':
      return node.named.map((part) => branch(part, context, node));
    case 'block':
      return [branch(node, context, node)];
    case 'if_expression':
      return [ifStatement(node, context)];
    case 'when_expression':
      return [whenStatement(node, context)];
    case 'try_expression':
      return [tryStatement(node, context)];
    case 'for_statement':
      return [forStatement(node, context)];
    case 'while_statement':
    case 'do_while_statement':
      return [{ kind: 'loop', ...rangeOf(node), test: value(node, 'condition', context), body: branch(loopBody(node), context, node) }];
    case 'return_expression':
      return [{ kind: 'return', ...rangeOf(node), ...left(node, context) }];
    case 'throw_expression':
      return [{ kind: 'throw', ...rangeOf(node), ...left(node, context) }];
    case 'break_expression':
    case 'continue_expression':
      return [{ kind: 'jump', ...rangeOf(node) }];
    case 'identifier':
      return node.text === 'break' || node.text === 'continue'
        ? [{ kind: 'jump', ...rangeOf(node) }]
        : [expressionStatement(expression(node, context))];
    case 'source_file':
    case 'ERROR':
      return node.named.flatMap((part) => statements(part, context));
    case 'label':
    case 'file_annotation':
      return [];
    default: {
      const lowered = expression(node, context);
      return lowered.kind === 'opaque' && lowered.children.length === 0 ? [] : [expressionStatement(lowered)];
    }
  }
}

/** The value with which `return` and `throw` leave. */
function left(node: Node, context: LoweringContext): { value?: Expression } {
  const part = node.named.find((child) => child.field !== 'label');
  return part === undefined ? {} : { value: expression(part, context) };
}

function loopBody(node: Node): Node | undefined {
  return node.named.find((part) => part.field !== 'condition' && part.type !== 'label');
}

function forStatement(node: Node, context: LoweringContext): Statement {
  const [variable, iterable, body] = node.named.filter((part) => part.type !== 'label' && part.type !== 'annotation');
  return {
    kind: 'loop',
    ...rangeOf(node),
    ...(variable === undefined ? {} : { target: variableTarget(variable) }),
    ...(iterable === undefined ? {} : { iterable: expression(iterable, context) }),
    body: branch(body, context, node),
  };
}

export function tryStatement(node: Node, context: LoweringContext): Statement {
  const final = node.find('finally_block')?.find('block');
  return {
    kind: 'try',
    ...rangeOf(node),
    body: branch(node.find('block'), context, node),
    handlers: node.named.filter((part) => part.type === 'catch_block').map((clause) => branch(clause.find('block'), context, clause)),
    ...(final === undefined ? {} : { final: blockOf(final, branch(final, context, node).body) }),
  };
}

function typeAlias(node: Node): readonly Statement[] {
  const name = node.child('type');
  const type = node.named.at(-1);
  if (name === undefined || type === undefined || type === name) return [];
  return [declarationOf({ range: node, target: nameOf(name), value: typeExpression(type), constant: true })];
}

function importStatement(node: Node): readonly Import[] {
  const path = node.find('qualified_identifier');
  const last = path?.named.at(-1);
  if (path === undefined || last === undefined) return [];
  const range = rangeOf(node);
  if (node.text.trimEnd().endsWith('*'))
    return [{ kind: 'import', ...range, module: path.text, names: [{ imported: '*', range: rangeOf(path) }] }];
  const alias = node.named.find((part) => part.type === 'identifier');
  const module = path.text.slice(0, Math.max(0, last.start - path.start - 1)).trim();
  return [
    { kind: 'import', ...range, module, names: [{ imported: last.text, local: (alias ?? last).text, range: rangeOf(alias ?? last) }] },
  ];
}
