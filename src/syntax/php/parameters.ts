// Parameter lists and attributes of PHP functions, closures and classes.
import type { Expression, Parameter } from '../ir.js';
import { type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, parameterOf } from '../tree-sitter/shapes.js';
import { lowerArguments } from './arguments.js';
import { withoutReference } from './arrays.js';
import { lowerVariable, typeText } from './names.js';

export function lowerParameters(list: Node | undefined, context: LoweringContext, expression: LowerExpression): readonly Parameter[] {
  return (list?.named ?? []).flatMap((node) => {
    const name = node.child('name');
    if (!name) return [];
    const type = node.child('type');
    const value = node.child('default_value');
    return [
      parameterOf({
        range: node,
        target: lowerVariable(withoutReference(name)),
        default: value && expression(value, context),
        typeName: type && typeText(type),
        rest: node.type === 'variadic_parameter',
        decorators: lowerAttributes(node, context, expression),
      }),
    ];
  });
}

/** Constructor parameters that declare properties. */
export function hasPromoted(list: Node | undefined): boolean {
  return list?.named.some((node) => node.type === 'property_promotion_parameter') === true;
}

/** `#[A, B(1)]`. */
export function lowerAttributes(node: Node, context: LoweringContext, expression: LowerExpression): readonly Expression[] {
  const groups = node.child('attributes')?.named ?? [];
  return groups.flatMap((group) =>
    group.named.flatMap((attribute) => {
      const [name] = attribute.named;
      const list = attribute.child('parameters');
      if (!name) return [];
      const callee = expression(name, context);
      return [list ? callOf({ range: attribute, callee, args: lowerArguments(list, context, expression), list }) : callee];
    }),
  );
}
