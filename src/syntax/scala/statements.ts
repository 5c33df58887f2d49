// Scala statements and definitions.
import type { Expression, Import, Name, Pattern, Statement } from '../ir.js';
import { blockOf, expressionStatement, nameOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf } from '../tree-sitter/shapes.js';
import { branch, ifStatement, matchStatement, tryStatement } from './decisions.js';
import { classDeclaration, enumCases, functionStatement, valueStatement } from './declarations.js';
import { expression, value } from './expressions.js';
import { target } from './patterns.js';
import { typeExpression } from './types.js';

/** A statement or definition; several for a list of imports or cases. */
export function statements(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'import_declaration':
      return imports(node);
    case 'class_definition':
    case 'trait_definition':
    case 'object_definition':
    case 'package_object':
    case 'enum_definition':
      return [classDeclaration(node, context)];
    case 'enum_case_definitions':
      return enumCases(node);
    case 'function_definition':
    case 'function_declaration':
      return [functionStatement(node, context)];
    case 'val_definition':
    case 'var_definition':
    case 'val_declaration':
    case 'var_declaration':
    case 'given_definition':
      return valueStatement(node, context);
    case 'extension_definition':
      return node.all('body').flatMap((part) => statements(part, context));
    case 'type_definition':
      return typeDefinition(node);
    case 'block':
    case 'indented_block':
      return [branch(node, context, node)];
    case 'if_expression':
      return [ifStatement(node, context)];
    case 'match_expression':
      return [matchStatement(node, context)];
    case 'try_expression':
      return [tryStatement(node, context)];
    case 'while_expression':
    case 'do_while_expression':
      return [{ kind: 'loop', ...rangeOf(node), test: value(node, 'condition', context), body: branch(node.child('body'), context, node) }];
    case 'for_expression':
      return [
        forLoop(
          node,
          node.all('enumerators').flatMap((part) => (part.type === 'enumerators' ? part.named : [])),
          context,
        ),
      ];
    case 'return_expression':
      return [{ kind: 'return', ...rangeOf(node), ...left(node, context) }];
    case 'throw_expression':
      return [{ kind: 'throw', ...rangeOf(node), ...left(node, context) }];
    case 'package_clause':
    case 'template_body':
    case 'ERROR':
      return node.named.flatMap((part) => statements(part, context));
    case 'package_identifier':
    case 'using_directive':
    case 'self_type':
      return [];
    default: {
      const lowered = expression(node, context);
      return lowered.kind === 'opaque' && lowered.children.length === 0 ? [] : [expressionStatement(lowered)];
    }
  }
}

function left(node: Node, context: LoweringContext): { value?: Expression } {
  const part = node.named[0];
  return part === undefined ? {} : { value: expression(part, context) };
}

/** Each generator is a loop in the loop before it; `x = y` between them declares. */
function forLoop(node: Node, enumerators: readonly Node[], context: LoweringContext): Statement {
  const [current, ...others] = enumerators;
  if (current === undefined) return branch(node.child('body'), context, node);
  const [pattern, source] = current.named;
  const rest = forLoop(node, others, context);
  if (pattern === undefined || source === undefined) return rest;
  const range = { start: current.start, end: node.end };
  const bound: Name | Pattern = target(pattern);
  if (current.has('='))
    return blockOf(range, [declarationOf({ range: current, target: bound, value: expression(source, context), constant: true }), rest]);
  const body = rest.kind === 'block' ? rest : blockOf(rest, [rest]);
  return { kind: 'loop', ...range, target: bound, iterable: expression(source, context), body };
}

function typeDefinition(node: Node): readonly Statement[] {
  const name = node.child('name');
  const type = node.child('type');
  if (name === undefined || type === undefined) return [];
  return [declarationOf({ range: node, target: nameOf(name), value: typeExpression(type), constant: true })];
}

/** `import a.b.{C, D => E, _}, f.G`. */
function imports(node: Node): readonly Import[] {
  const groups: Node[][] = [[]];
  for (const part of node.children) {
    if (part.type === ',') groups.push([]);
    else if (part.isNamed) groups.at(-1)?.push(part);
  }
  return groups.flatMap((parts): Import[] => {
    const path = parts.filter((part) => part.field === 'path');
    const last = path.at(-1);
    const selectors = parts.find((part) => part.type === 'namespace_selectors');
    const wildcard = parts.find((part) => part.type === 'namespace_wildcard');
    const renamed = parts.find((part) => part.type.endsWith('_renamed_identifier'));
    if (last === undefined) return [];
    const range = groups.length === 1 ? rangeOf(node) : { start: path[0]?.start ?? node.start, end: parts.at(-1)?.end ?? node.end };
    const module = path.map((part) => part.text).join('.');
    if (selectors !== undefined) return [{ kind: 'import', ...range, module, names: selectors.named.map(importedName) }];
    if (wildcard !== undefined) return [{ kind: 'import', ...range, module, names: [importedName(wildcard)] }];
    if (renamed !== undefined) return [{ kind: 'import', ...range, module, names: [importedName(renamed)] }];
    const parent = path
      .slice(0, -1)
      .map((part) => part.text)
      .join('.');
    return [{ kind: 'import', ...range, module: parent, names: [{ imported: last.text, local: last.text, range: rangeOf(last) }] }];
  });
}

function importedName(part: Node): Import['names'][number] {
  if (part.type === 'namespace_wildcard') return { imported: '*', range: rangeOf(part) };
  const name = part.child('name') ?? part;
  const alias = part.child('alias') ?? name;
  return { imported: name.text, local: alias.text, range: rangeOf(alias) };
}
