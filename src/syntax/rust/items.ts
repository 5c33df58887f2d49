// Rust items: imports, modules, functions, types, implementations, constants; and the attributes before them.
import type { Block, Expression, Import, Parameter, Statement } from '../ir.js';
import { blockOf, emptyBlock, nameOf, rangeOf, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, declarationOf, functionDeclaration, parameterOf, unaryOf } from '../tree-sitter/shapes.js';
import { derivedDefault } from './defaults.js';
import { expression } from './expressions.js';
import { attributeCall } from './macros.js';
import { target } from './patterns.js';
import { functionBlock, statements } from './statements.js';
import { typeExpression } from './types.js';

const ITEMS = new Set([
  'use_declaration',
  'mod_item',
  'function_item',
  'function_signature_item',
  'struct_item',
  'union_item',
  'enum_item',
  'trait_item',
  'impl_item',
  'const_item',
  'static_item',
  'type_item',
  'associated_type',
  'macro_definition',
  'extern_crate_declaration',
  'foreign_mod_item',
]);

export function isItem(node: Node): boolean {
  return ITEMS.has(node.type);
}

type Place = 'module' | 'class';

/** Lowers a list of items and statements, each with the attributes that stand before it. */
export function items(nodes: readonly Node[], context: LoweringContext, place: Place = 'module'): readonly Statement[] {
  const result: Statement[] = [];
  let attributes: Node[] = [];
  for (const node of nodes) {
    if (node.type === 'attribute_item') {
      attributes.push(node);
      continue;
    }
    result.push(...underCondition(node, attributes, place, context));
    attributes = [];
  }
  return result;
}

/** What `#[cfg(debug_assertions)]` and `#[cfg(test)]` compile only for some builds is under an `if` that asks `cfg(…)`. */
function underCondition(node: Node, attributes: readonly Node[], place: Place, context: LoweringContext): readonly Statement[] {
  const lowered = isItem(node) ? item(node, attributes, place, context) : statements(node, context);
  const [condition] = attributes.flatMap((attribute) => buildCondition(attribute) ?? []);
  const [first] = attributes;
  const isDeciding = lowered.some(
    (statement) =>
      statement.kind === 'declaration' ||
      statement.kind === 'expression' ||
      statement.kind === 'block' ||
      statement.kind === 'function-declaration',
  );
  if (condition === undefined || first === undefined || (node.type !== 'mod_item' && !isDeciding)) return lowered;
  // Decorators stand before the item: the branch begins where they do.
  // Its names are those of the module or block around it, as without the condition.
  const outside = lowered.map((statement): Statement =>
    statement.kind === 'declaration' ? { ...statement, scope: 'function' } : statement,
  );
  return [
    { kind: 'if', start: first.start, end: node.end, test: condition, consequent: blockOf({ start: first.start, end: node.end }, outside) },
  ];
}

/** `cfg(debug_assertions)`, `cfg(not(debug_assertions))` and `cfg(test)` as conditions; other configurations say nothing about production. */
function buildCondition(attribute: Node): Expression | undefined {
  const inner = attribute.find('attribute');
  const path = inner?.named[0];
  let tree = inner?.child('arguments');
  if (path?.text !== 'cfg' || tree === undefined) return undefined;
  const negation = tree.named[0]?.text === 'not' ? tree.named[1] : undefined;
  if (negation !== undefined) tree = negation;
  const flag = tree.named[0];
  if (flag === undefined || tree.named.length > 1 || (flag.text !== 'debug_assertions' && flag.text !== 'test')) return undefined;
  const call = callOf({
    range: { start: path.start, end: inner?.end ?? path.end },
    callee: nameOf(path),
    args: [{ ...rangeOf(flag), value: nameOf(flag) }],
    list: tree,
  });
  return negation === undefined ? call : unaryOf(inner ?? path, 'not', call);
}

function decoratorsOf(attributes: readonly Node[], context: LoweringContext): readonly Expression[] {
  return attributes
    .flatMap((attribute) => attribute.find('attribute') ?? [])
    .filter((attribute) => attribute.named[0]?.text !== 'cfg')
    .map((attribute) => attributeCall(attribute, context));
}

/** Attributes belong to the item: its range begins with them. */
function rangeWith(attributes: readonly Node[], node: Node): { start: number; end: number } {
  return { start: attributes[0]?.start ?? node.start, end: node.end };
}

function item(node: Node, attributes: readonly Node[], place: Place, context: LoweringContext): readonly Statement[] {
  const decorators = decoratorsOf(attributes, context);
  const range = rangeWith(attributes, node);
  switch (node.type) {
    case 'use_declaration':
      return imports(node);
    case 'mod_item':
      return moduleItem(node, context);
    case 'function_item':
    case 'function_signature_item':
      return [
        functionItem(
          { node, range, decorators, isStatic: place === 'class' && node.child('parameters')?.has('self_parameter') !== true },
          context,
        ),
      ];
    case 'const_item':
    case 'static_item': {
      const name = node.child('name') ?? node;
      const value = node.child('value');
      return [
        declarationOf({
          range,
          target: nameOf(name),
          value: value === undefined ? undefined : expression(value, context),
          typeName: node.child('type')?.text,
          constant: !node.has('mutable_specifier'),
          isStatic: place === 'class',
          decorators,
        }),
      ];
    }
    case 'type_item': {
      const name = node.child('name');
      const type = node.child('type');
      return name === undefined || type === undefined
        ? []
        : [declarationOf({ range, target: nameOf(name), value: typeExpression(type), constant: true })];
    }
    case 'struct_item':
    case 'union_item':
    case 'enum_item':
    case 'trait_item':
      return [classItem({ name: node.child('name'), bases: [], node, range, decorators, more: derivedDefault(node, attributes) }, context)];
    case 'impl_item': {
      const type = node.child('type');
      const trait = node.child('trait');
      const self = type === undefined ? undefined : (type.child('type') ?? type.child('name') ?? type);
      return [classItem({ name: self, bases: trait === undefined ? [] : [typeExpression(trait)], node, range, decorators }, context)];
    }
    default:
      return [];
  }
}

/** `mod a { … }` puts its items here; `mod a;` is another file. */
function moduleItem(node: Node, context: LoweringContext): readonly Statement[] {
  const name = node.child('name');
  const body = node.child('body');
  if (body !== undefined) return items(body.named, context);
  return name === undefined
    ? []
    : [{ kind: 'import', ...rangeOf(node), module: name.text, names: [{ imported: '*', local: name.text, range: rangeOf(name) }] }];
}

interface ClassParts {
  readonly name: Node | undefined;
  readonly bases: readonly Expression[];
  readonly node: Node;
  readonly range: { start: number; end: number };
  readonly decorators: readonly Expression[];
  /** Members that nobody writes out. */
  readonly more?: readonly Statement[];
}

function classItem({ name, bases, node, range, decorators, more = [] }: ClassParts, context: LoweringContext): Statement {
  const body = classBody(node.child('body'), node, context);
  return {
    kind: 'class-declaration',
    ...range,
    name: name?.text ?? '',
    bases,
    body: more.length === 0 ? body : { ...body, body: [...body.body, ...more] },
    ...(decorators.length === 0 ? {} : { decorators }),
  };
}

function classBody(body: Node | undefined, around: Node, context: LoweringContext): Block {
  if (body === undefined) return emptyBlock(around);
  if (body.type === 'declaration_list') return blockOf(body, items(body.named, context, 'class'));
  const members: Statement[] = [];
  let attributes: Node[] = [];
  for (const part of body.named) {
    if (part.type === 'attribute_item') {
      attributes.push(part);
      continue;
    }
    const name = part.child('name');
    if (name !== undefined && (part.type === 'field_declaration' || part.type === 'enum_variant')) {
      const isVariant = part.type === 'enum_variant';
      members.push(
        declarationOf({
          range: rangeWith(attributes, part),
          target: nameOf(name),
          typeName: part.child('type')?.text,
          constant: isVariant,
          isStatic: isVariant,
          decorators: decoratorsOf(attributes, context),
        }),
      );
    }
    attributes = [];
  }
  return blockOf(body, members);
}

interface FunctionItem {
  readonly node: Node;
  readonly range: { start: number; end: number };
  readonly decorators: readonly Expression[];
  readonly isStatic: boolean;
}

function functionItem({ node, range, decorators, isStatic }: FunctionItem, context: LoweringContext): Statement {
  const params = node.child('parameters');
  const body = node.child('body');
  return functionDeclaration({
    range,
    name: node.child('name')?.text ?? '',
    params: params?.named.filter((part) => part.type === 'parameter').map(parameter) ?? [],
    body: body === undefined ? emptyBlock(node) : functionBlock(body, context),
    isAsync: node.find('function_modifiers')?.has('async') ?? false,
    returnType: node.child('return_type')?.text,
    isStatic,
    decorators,
  });
}

function parameter(node: Node): Parameter {
  return parameterOf({ range: node, target: target(node.child('pattern') ?? node), typeName: node.child('type')?.text });
}

// ------------------------------------------------------------------ imports

interface ImportPart {
  readonly module: string;
  readonly imported: string;
  readonly local?: string;
  readonly range: Node;
}

/** `use a::{b::C, d as e, self, f::*};` as one import per module. */
function imports(node: Node): readonly Import[] {
  const argument = node.child('argument');
  const byModule = new Map<string, ImportPart[]>();
  for (const part of argument === undefined ? [] : importParts(argument, '')) {
    byModule.set(part.module, [...(byModule.get(part.module) ?? []), part]);
  }
  return [...byModule].map(([module, parts]) => ({
    kind: 'import',
    ...rangeOf(node),
    module,
    names: parts.map(({ imported, local, range }) => ({ imported, ...(local === undefined ? {} : { local }), range: rangeOf(range) })),
  }));
}

function joined(prefix: string, path: string): string {
  return prefix === '' ? path : `${prefix}::${path}`;
}

function importParts(node: Node, prefix: string): readonly ImportPart[] {
  switch (node.type) {
    case 'use_list':
      return node.named.flatMap((part) => importParts(part, prefix));
    case 'scoped_use_list': {
      const path = node.child('path')?.text;
      const list = node.child('list');
      return list === undefined ? [] : importParts(list, path === undefined ? prefix : joined(prefix, path));
    }
    case 'use_wildcard':
      return [{ module: node.named[0] === undefined ? prefix : joined(prefix, node.named[0].text), imported: '*', range: node }];
    case 'use_as_clause': {
      const path = node.child('path');
      const alias = node.child('alias');
      return path === undefined
        ? []
        : importParts(path, prefix).map((part) => ({ ...part, ...(alias === undefined ? {} : { local: alias.text, range: alias }) }));
    }
    case 'self': {
      const elements = prefix.split('::');
      const name = elements.pop() ?? '';
      return [{ module: elements.join('::'), imported: name, local: name, range: node }];
    }
    default: {
      const name = node.child('name') ?? node;
      const path = node.child('path')?.text;
      return [{ module: path === undefined ? prefix : joined(prefix, path), imported: name.text, local: name.text, range: name }];
    }
  }
}
