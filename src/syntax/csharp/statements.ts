// C# statements.
import { withFallthrough } from '../cases.js';
import type { Expression, Import, Statement, SwitchCase } from '../ir.js';
import { blockOf, expressionStatement, opaque, rangeOf, spanOf, type LoweringContext } from '../tree-sitter/lowering.js';
import { braceStatements } from '../tree-sitter/brace-statements.js';
import type { Node } from '../tree-sitter/node.js';
import { leftOver } from '../tree-sitter/shapes.js';
import { block, enumMember, method, property, target, typeDeclaration, variables } from './declarations.js';
import { expression, operands, value } from './expressions.js';
import { caseTest } from './patterns.js';
import { conditionalStatements } from './regions.js';
import { identifierOf } from './types.js';

// `expression` is a constant of a module that imports this one.
const brace = braceStatements({ expression: (node, context) => expression(node, context), statements, block });

/** A statement or member of a type; several for `int a, b;`, none for `;`. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'expression_statement':
      return operands(node).map((part) => expressionStatement(expression(part, context), node));
    case 'local_declaration_statement':
    case 'field_declaration':
    case 'event_field_declaration':
    case 'variable_declaration':
      return variables(node, context);
    case 'property_declaration':
    case 'indexer_declaration':
    case 'event_declaration':
      return property(node, context);
    case 'method_declaration':
    case 'constructor_declaration':
    case 'destructor_declaration':
    case 'local_function_statement':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
      return [method(node, context)];
    case 'class_declaration':
    case 'record_declaration':
    case 'struct_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
      return [typeDeclaration(node, context)];
    case 'enum_member_declaration':
      return [enumMember(node, context)];
    case 'namespace_declaration':
      return node.child('body') === undefined ? [] : conditionalStatements(node, node.child('body')?.named ?? [], context);
    case 'file_scoped_namespace_declaration':
      return conditionalStatements(
        node,
        node.named.filter((part) => part.field !== 'name'),
        context,
      );
    case 'global_statement':
    case 'declaration_list':
    case 'ERROR':
      return conditionalStatements(node, node.named, context);
    case 'using_directive':
      return using(node);
    case 'block':
      return [block(node, context)];
    case 'if_statement':
      return [brace.ifStatement(node, context)];
    case 'switch_statement':
      return [switchStatement(node, context)];
    case 'for_statement':
      return [brace.forLoop(node, context, { initializer: 'initializer', declaration: 'variable_declaration' })];
    case 'foreach_statement':
      return [brace.forEach(node, context, { variable: 'left', targetOf: target, iterable: 'right' })];
    case 'while_statement':
    case 'do_statement':
      return [brace.whileLoop(node, context)];
    case 'try_statement':
      return [brace.tryStatement(node, context)];
    case 'using_statement':
    case 'lock_statement':
    case 'fixed_statement':
    case 'checked_statement':
    case 'unsafe_statement':
      return [scoped(node, context)];
    case 'return_statement':
    case 'yield_statement':
      return [{ kind: 'return', ...rangeOf(node), ...firstValue(node, context) }];
    case 'throw_statement':
      return [{ kind: 'throw', ...rangeOf(node), ...firstValue(node, context) }];
    case 'break_statement':
    case 'continue_statement':
    case 'goto_statement':
      return [{ kind: 'jump', ...rangeOf(node) }];
    case 'labeled_statement':
      return node.named.slice(1).flatMap((part) => statements(part, context));
    case 'empty_statement':
    case 'delegate_declaration':
      return [];
    default:
      return leftOver(expression(node, context));
  }
}

function firstValue(node: Node, context: LoweringContext): { value?: Expression } {
  const part = operands(node)[0];
  return part === undefined ? {} : { value: expression(part, context) };
}

function switchStatement(node: Node, context: LoweringContext): Statement {
  const cases = node.child('body')?.named.map((section) => switchSection(section, context)) ?? [];
  return { kind: 'switch', ...rangeOf(node), subject: value(node, 'value', context), cases: withFallthrough(cases) };
}

function switchSection(node: Node, context: LoweringContext): SwitchCase {
  const colon = node.children.findLastIndex((part) => part.type === ':');
  const labels = node.children.slice(0, colon).filter((part) => part.isNamed);
  const body = node.children.slice(colon + 1).filter((part) => part.isNamed);
  const patterns = labels.filter((part) => part.type !== 'when_clause');
  const guards = labels.filter((part) => part.type === 'when_clause');
  const tests = patterns.flatMap((pattern) => caseTest(pattern, context) ?? []);
  const isDefault = node.has('default') || (tests.length < patterns.length && guards.length === 0);
  const [first] = body;
  return {
    ...rangeOf(node),
    tests: isDefault ? [] : guards.length === 0 ? tests : [opaque(labels.at(-1) ?? node, expression, context, guards)],
    body: blockOf(
      first === undefined ? { start: node.end, end: node.end } : spanOf(first, node),
      conditionalStatements(node, body, context),
    ),
  };
}

/** `using (…)`, `lock (…)`, `fixed (…)`, `checked`, `unsafe`: a block that starts with what stands in the parentheses. */
function scoped(node: Node, context: LoweringContext): Statement {
  const body = node.child('body') ?? node.find('block');
  const head = operands(node).filter((part) => part !== body);
  const before = head.flatMap((part) =>
    part.type === 'variable_declaration' ? variables(part, context) : [expressionStatement(expression(part, context))],
  );
  return blockOf(node, [...before, ...(body === undefined ? [] : brace.branch(body, context, node).body)]);
}

/** `using A.B;`, `using static A.B.C;`, `using X = A.B.C;`. */
function using(node: Node): readonly Import[] {
  const alias = node.child('name');
  const path = node.named.find((part) => part !== alias && part.type !== 'modifier');
  if (path === undefined) return [];
  if (alias === undefined)
    return [{ kind: 'import', ...rangeOf(node), module: path.text, names: [{ imported: '*', range: rangeOf(path) }] }];
  const name = identifierOf(path.child('name') ?? path);
  return [
    {
      kind: 'import',
      ...rangeOf(node),
      module: path.child('qualifier')?.text ?? '',
      names: [{ imported: name.text, local: alias.text, range: rangeOf(path) }],
    },
  ];
}
