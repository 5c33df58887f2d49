// PHP classes, interfaces, traits and enums.
import type { ClassDeclaration, ClassExpression, Expression, FunctionDeclaration, Statement } from '../ir.js';
import { blockOf, emptyBlock, nameOf, rangeOf, statementDispatcher, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { declarationOf, functionOf } from '../tree-sitter/shapes.js';
import { lowerExpression } from './expressions.js';
import { lowerVariable, typeText } from './names.js';
import { hasPromoted, lowerAttributes, lowerParameters } from './parameters.js';
import { lowerStatements } from './statements.js';

const lowerMember = statementDispatcher(
  {
    const_declaration: lowerConstants,
    property_declaration: lowerProperties,
    method_declaration: (node, context) => [lowerFunction(node, context)],
    enum_case: lowerEnumCase,
    // Traits are among the bases.
    use_declaration: () => [],
  },
  lowerExpression,
);

export function lowerClass(node: Node, context: LoweringContext): ClassDeclaration {
  const body = node.child('body');
  const members = body?.named ?? [];
  const constructor = members.find(
    (member) => member.type === 'method_declaration' && member.child('name')?.text.toLowerCase() === '__construct',
  );
  const parameters = constructor?.child('parameters');
  const decorators = lowerAttributes(node, context, lowerExpression);
  return {
    kind: 'class-declaration',
    ...rangeOf(node),
    name: node.child('name')?.text ?? '',
    bases: lowerBases(node, members, context),
    body: body
      ? blockOf(
          body,
          members.flatMap((member) => lowerMember(member, context)),
        )
      : emptyBlock(node),
    ...(hasPromoted(parameters) ? { params: lowerParameters(parameters, context, lowerExpression) } : {}),
    ...(decorators.length > 0 ? { decorators } : {}),
  };
}

/** `new class extends B { … }`. */
export function lowerAnonymousClass(node: Node, context: LoweringContext): ClassExpression {
  return { kind: 'class-expression', ...rangeOf(node), declaration: lowerClass(node, context) };
}

/** The class extended, the interfaces, and the traits, which give members as a base does. */
function lowerBases(node: Node, members: readonly Node[], context: LoweringContext): readonly Expression[] {
  const clauses = [
    node.find('base_clause'),
    node.find('class_interface_clause'),
    ...members.filter((member) => member.type === 'use_declaration'),
  ];
  return clauses.flatMap((clause) =>
    (clause?.named ?? []).filter((name) => name.type !== 'use_list').map((name) => lowerExpression(name, context)),
  );
}

export function lowerFunction(node: Node, context: LoweringContext): FunctionDeclaration {
  const name = node.child('name')?.text ?? '';
  const body = node.child('body');
  const returnType = node.child('return_type');
  return {
    kind: 'function-declaration',
    ...rangeOf(node),
    name,
    function: functionOf({
      range: node,
      name,
      params: lowerParameters(node.child('parameters'), context, lowerExpression),
      body: body ? blockOf(body, lowerStatements(body.named, context)) : emptyBlock(node),
      returnType: returnType && typeText(returnType),
      decorators: lowerAttributes(node, context, lowerExpression),
    }),
    ...(node.has('static_modifier') ? { isStatic: true } : {}),
  };
}

/** `const A = 1, B = 2;` in a class. */
function lowerConstants(node: Node, context: LoweringContext): readonly Statement[] {
  return lowerConstantElements(node, context).map((declared) => ({ ...declared, isStatic: true }));
}

/** `const A = 1, B = 2;`. One declaration has the range of the statement, several have their own. */
export function lowerConstantElements(node: Node, context: LoweringContext): readonly Statement[] {
  const elements = node.named.filter((child) => child.type === 'const_element');
  const type = node.child('type');
  return elements.flatMap((element) => {
    const [name, value] = element.named;
    if (!name) return [];
    return [
      declarationOf({
        range: elements.length === 1 ? node : element,
        target: nameOf(name),
        value: value && lowerExpression(value, context),
        typeName: type && typeText(type),
        constant: true,
      }),
    ];
  });
}

function lowerProperties(node: Node, context: LoweringContext): readonly Statement[] {
  const elements = node.named.filter((child) => child.type === 'property_element');
  const type = node.child('type');
  const decorators = elements.length === 1 ? lowerAttributes(node, context, lowerExpression) : [];
  return elements.flatMap((element) => {
    const name = element.child('name');
    const value = element.child('default_value');
    if (!name) return [];
    return [
      declarationOf({
        range: elements.length === 1 ? node : element,
        target: lowerVariable(name),
        value: value && lowerExpression(value, context),
        typeName: type && typeText(type),
        constant: false,
        isStatic: node.has('static_modifier'),
        decorators,
      }),
    ];
  });
}

function lowerEnumCase(node: Node, context: LoweringContext): readonly Statement[] {
  const name = node.child('name');
  const value = node.child('value');
  if (!name) return [];
  return [
    declarationOf({ range: node, target: nameOf(name), value: value && lowerExpression(value, context), constant: true, isStatic: true }),
  ];
}
