// Java statements.
import type { Expression, Import, Statement } from '../ir.js';
import { blockOf, expressionStatement, nameOf, opaque, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import { braceStatements } from '../tree-sitter/brace-statements.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, declarationOf, leftOver } from '../tree-sitter/shapes.js';
import { block, classDeclaration, enumMember, method, variables } from './declarations.js';
import { callArguments, expression, value } from './expressions.js';
import { switchStatement } from './switches.js';
import { typeName } from './types.js';

// `expression` is a constant of a module that imports this one.
const brace = braceStatements({ expression: (node, context) => expression(node, context), statements, block });

/** A statement or member of a class; several for `int a, b;`, none for `;`. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'expression_statement':
      return node.named.map((part) =>
        part.type === 'switch_expression' ? switchStatement(part, context) : expressionStatement(expression(part, context), node),
      );
    case 'local_variable_declaration':
    case 'field_declaration':
    case 'constant_declaration':
      return variables(node, context);
    case 'method_declaration':
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
    case 'annotation_type_element_declaration':
      return [method(node, context)];
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
      return [classDeclaration(node, context)];
    case 'enum_constant':
      return [enumMember(node, context)];
    case 'import_declaration':
      return importDeclaration(node);
    case 'explicit_constructor_invocation':
      return [constructorCall(node, context)];
    case 'block':
    case 'constructor_body':
      return [block(node, context)];
    case 'if_statement':
      return [brace.ifStatement(node, context)];
    case 'switch_expression':
      return [switchStatement(node, context)];
    case 'for_statement':
      return [brace.forLoop(node, context, { initializer: 'init', declaration: 'local_variable_declaration' })];
    case 'enhanced_for_statement':
      return [brace.forEach(node, context, { variable: 'name', targetOf: nameOf, iterable: 'value' })];
    case 'while_statement':
    case 'do_statement':
      return [brace.whileLoop(node, context)];
    case 'try_statement':
    case 'try_with_resources_statement':
      return [tryStatement(node, context)];
    case 'synchronized_statement':
      return [
        blockOf(
          node,
          node.named.flatMap((part) =>
            part.type === 'block' ? block(part, context).body : [expressionStatement(expression(part, context))],
          ),
        ),
      ];
    case 'return_statement':
    case 'yield_statement':
      return [{ kind: 'return', ...rangeOf(node), ...firstValue(node, context) }];
    case 'throw_statement':
      return [{ kind: 'throw', ...rangeOf(node), ...firstValue(node, context) }];
    case 'break_statement':
    case 'continue_statement':
      return [{ kind: 'jump', ...rangeOf(node) }];
    case 'labeled_statement':
      return node.named.slice(1).flatMap((part) => statements(part, context));
    case 'ERROR':
      return node.named.flatMap((part) => statements(part, context));
    case 'module_declaration':
      return [];
    default:
      return leftOver(expression(node, context));
  }
}

function firstValue(node: Node, context: LoweringContext): { value?: Expression } {
  const part = node.named[0];
  return part === undefined ? {} : { value: expression(part, context) };
}

/** Resources are declared in a block around the `try`. */
function tryStatement(node: Node, context: LoweringContext): Statement {
  const tried = brace.tryStatement(node, context);
  const resources = node.child('resources')?.named.map((part) => resource(part, context)) ?? [];
  return resources.length === 0 ? tried : blockOf(node, [...resources, tried]);
}

function resource(node: Node, context: LoweringContext): Statement {
  const name = node.child('name');
  if (name === undefined) return expressionStatement(opaque(node, expression, context));
  return declarationOf({
    range: node,
    target: nameOf(name),
    value: value(node, 'value', context),
    typeName: typeName(node.child('type')),
    constant: true,
  });
}

/** `this(…)` and `super(…)` in a constructor. */
function constructorCall(node: Node, context: LoweringContext): Statement {
  const args = node.child('arguments');
  const callee = value(node, 'constructor', context);
  return expressionStatement(
    callOf({
      range: { start: callee.start, end: args?.end ?? callee.end },
      callee,
      args: args === undefined ? [] : callArguments(args, context),
      list: args,
    }),
    node,
  );
}

function importDeclaration(node: Node): readonly Import[] {
  const path = node.named.find((part) => part.type.endsWith('identifier'));
  if (path === undefined) return [];
  const range = rangeOf(node);
  if (node.has('asterisk')) return [{ kind: 'import', ...range, module: path.text, names: [{ imported: '*', range: rangeOf(path) }] }];
  const name = path.child('name') ?? path;
  const module = path.child('scope')?.text ?? '';
  return [{ kind: 'import', ...range, module, names: [{ imported: name.text, local: name.text, range: rangeOf(name) }] }];
}
