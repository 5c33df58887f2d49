// Go declarations: imports, types, functions, methods, variables and constants.
import type { Block, Expression, Import, Parameter, Statement } from '../ir.js';
import { emptyBlock, blockOf, literalOf, nameOf, opaqueOf, rangeOf, stringLiteral, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, declarationOf, functionDeclaration, parameterOf, positional, positionalPattern } from '../tree-sitter/shapes.js';
import { expression } from './expressions.js';
import { withReceiver } from './receivers.js';
import { block, statements } from './statements.js';
import { typeExpression } from './types.js';

/** A declaration of a file. */
export function topLevel(node: Node, context: LoweringContext): readonly Statement[] {
  switch (node.type) {
    case 'import_declaration':
      return (node.find('import_spec_list') ?? node).named.filter((part) => part.type === 'import_spec').map(importSpec);
    case 'function_declaration':
      return [functionOrMethod(node, node.child('name')?.text ?? '', context)];
    case 'method_declaration':
      return [method(node, context)];
    default:
      return statements(node, context);
  }
}

/** The package is known by its alias, else by the last element of its path that is not a major version. */
function importSpec(node: Node): Import {
  const path = node.child('path') ?? node;
  const module = path.text.slice(1, -1);
  const alias = node.child('name');
  const elements = module.split('/').filter((element, index) => index === 0 || !/^v\d+$/.test(element));
  const local = alias?.text ?? elements.at(-1)?.replace(/\.v\d+$/, '') ?? module;
  const range = rangeOf(alias ?? path);
  const names = local === '_' ? [] : [{ imported: '*', ...(local === '.' ? {} : { local }), range }];
  return { kind: 'import', ...rangeOf(node), module, names };
}

/** `func (t *T) M()` is the function `T.M`, in which `t` is `this`. */
function method(node: Node, context: LoweringContext): Statement {
  const receiver = node.child('receiver')?.named[0];
  const type = receiver?.child('type')?.text.replace(/^\*/, '').replace(/\[.*$/s, '') ?? '';
  const receiverName = receiver?.child('name')?.text;
  return withReceiver(receiverName, node.child('body'), context, () =>
    functionOrMethod(node, `${type}.${node.child('name')?.text ?? ''}`, context),
  );
}

function functionOrMethod(node: Node, name: string, context: LoweringContext): Statement {
  const params = node.child('parameters');
  const body = node.child('body');
  const result = node.child('result');
  const lowered = body === undefined ? emptyBlock(node) : block(body, context);
  return functionDeclaration({
    range: node,
    name,
    params: params === undefined ? [] : parameters(params),
    body: withNamedResults(result, lowered),
    returnType: result?.text,
  });
}

/** With named results a `return` without values returns them. Only the one at the end of the body is completed. */
function withNamedResults(result: Node | undefined, body: Block): Block {
  const names = result?.type === 'parameter_list' ? result.named.flatMap((part) => part.all('name')) : [];
  const last = body.body.at(-1);
  if (names.length === 0 || last?.kind !== 'return' || last.value !== undefined) return body;
  const place = { start: last.end, end: last.end };
  const values = names.map((name): Expression => ({ kind: 'name', ...place, name: name.text }));
  const [only, ...others] = values;
  if (only === undefined) return body;
  const value: Expression = others.length === 0 ? only : { kind: 'list', ...place, items: values.map((item) => positional(item)) };
  return { ...body, body: [...body.body.slice(0, -1), { ...last, value }] };
}

/** A parameter without a name is called `_`. */
export function parameters(node: Node): readonly Parameter[] {
  return node.named.flatMap((part) => {
    const rest = part.type === 'variadic_parameter_declaration';
    if (part.type !== 'parameter_declaration' && !rest) return [];
    const typeName = part.child('type')?.text;
    const names = part.all('name');
    if (names.length === 0)
      return [parameterOf({ range: part, target: { kind: 'name', start: part.start, end: part.start, name: '_' }, typeName, rest })];
    return names.map((name, index) =>
      parameterOf({
        range: index === names.length - 1 ? { start: name.start, end: part.end } : name,
        target: nameOf(name),
        typeName,
        rest,
      }),
    );
  });
}

/** `type T struct { … }` is a class whose embedded types are its bases; other types are aliases. */
export function typeDeclaration(node: Node): readonly Statement[] {
  return node.named.flatMap((spec): Statement[] => {
    const name = spec.child('name');
    const type = spec.child('type');
    if (name === undefined || type === undefined) return [];
    if (type.type === 'struct_type') return [structDeclaration(spec, name.text, type)];
    if (type.type === 'interface_type')
      return [{ kind: 'class-declaration', ...rangeOf(spec), name: name.text, bases: [], body: emptyBlock(spec) }];
    const aliased = typeExpression(type);
    return aliased.kind === 'opaque' ? [] : [declarationOf({ range: spec, target: nameOf(name), value: aliased, constant: true })];
  });
}

function structDeclaration(spec: Node, name: string, type: Node): Statement {
  const list = type.find('field_declaration_list');
  const fields = list?.named.filter((part) => part.type === 'field_declaration') ?? [];
  const embedded = fields.filter((field) => field.child('name') === undefined);
  return {
    kind: 'class-declaration',
    ...rangeOf(spec),
    name,
    bases: embedded.flatMap((field) => field.child('type') ?? []).map(typeExpression),
    body:
      list === undefined
        ? emptyBlock(spec)
        : blockOf(
            list,
            fields.flatMap((field) => fieldDeclarations(field, name)),
          ),
  };
}

/** A field whose type is a struct without a name brings that struct along, as `Outer.Field`. */
function fieldDeclarations(field: Node, owner: string): readonly Statement[] {
  const names = field.all('name');
  const type = field.child('type');
  const inner = type?.type === 'struct_type' ? names.map((name) => structDeclaration(type, `${owner}.${name.text}`, type)) : [];
  return inner.concat(
    names.map((name, index) =>
      declarationOf({
        range: names.length === 1 ? field : index === names.length - 1 ? { start: name.start, end: field.end } : name,
        target: nameOf(name),
        typeName: field.child('type')?.text,
        constant: false,
        decorators: index === names.length - 1 ? tagOf(field) : [],
      }),
    ),
  );
}

/** The tag of a field as the call `tag("…")`. */
function tagOf(field: Node): readonly Expression[] {
  const tag = field.child('tag');
  if (tag === undefined) return [];
  const content = { start: tag.start + 1, end: Math.max(tag.start + 1, tag.end - 1) };
  const callee: Expression = { kind: 'name', start: tag.start, end: tag.start, name: 'tag' };
  return [callOf({ range: tag, callee, args: [positional(stringLiteral(tag, tag.text.slice(1, -1), content))], list: undefined })];
}

/** `var a, b T = x, y` and `const ( … )`. */
export function variableDeclarations(node: Node, context: LoweringContext): readonly Statement[] {
  const specs = (node.find('var_spec_list') ?? node).named.filter((part) => part.type === 'var_spec' || part.type === 'const_spec');
  let repeated: string | undefined;
  return specs.flatMap((spec, index) => {
    const names = spec.all('name');
    const values = spec.child('value');
    repeated = values === undefined ? repeated : values.text;
    const counted = spec.type === 'const_spec' && repeated !== undefined && names.length === 1 ? counter(repeated, index) : undefined;
    const typeName = spec.child('type')?.text;
    if (counted !== undefined && names[0] !== undefined) {
      const value = literalOf(values ?? { start: spec.end, end: spec.end }, counted);
      return [declarationOf({ range: specs.length === 1 ? node : spec, target: nameOf(names[0]), value, typeName, constant: true })];
    }
    return declarations(
      { range: specs.length === 1 ? node : spec, names, values, typeName, constant: spec.type === 'const_spec' },
      context,
    );
  });
}

/** https://go.dev/ref/spec#Iota: `iota`, `iota + 1` and `1 << iota` at a place of a block of constants. */
function counter(text: string, place: number): number | undefined {
  const match = /^(?:\w+\()?(?:(\d+)\s*<<\s*)?\(?iota\)?(?:\s*([-+*])\s*(\d+))?\)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, base, sign, operand] = match;
  const other = Number(operand ?? 0);
  const count = sign === '+' ? place + other : sign === '-' ? place - other : sign === '*' ? place * other : place;
  if (base === undefined) return count;
  return sign === undefined && count < 31 ? Number(base) * 2 ** count : undefined;
}

export interface Declared {
  readonly range: Node;
  readonly names: readonly Node[];
  readonly values: Node | undefined;
  readonly typeName?: string | undefined;
  readonly constant: boolean;
}

/** One declaration per name when each has its value, one with a pattern when a call gives them all. */
export function declarations({ range, names, values, typeName, constant }: Declared, context: LoweringContext): readonly Statement[] {
  const given = values?.named ?? [];
  const [first, ...others] = names;
  if (first === undefined) return [];
  if (others.length > 0 && given.length === 1) {
    const value = given[0] === undefined ? opaqueOf(range, []) : expression(given[0], context);
    const last = others.at(-1) ?? first;
    const target = positionalPattern(
      { start: first.start, end: last.end },
      names.map((name) => nameOf(name)),
    );
    return [declarationOf({ range, target, value, typeName, constant })];
  }
  return names.map((name, index) => {
    const part = given[index];
    const value = part === undefined ? undefined : expression(part, context);
    return declarationOf({
      range: names.length === 1 ? range : { start: name.start, end: Math.max(name.end, value?.end ?? 0, part?.end ?? 0) },
      target: nameOf(name),
      value,
      typeName,
      constant,
    });
  });
}
