// Arguments of PHP calls.
import type { Argument } from '../ir.js';
import { rangeOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

export function lowerArguments(list: Node, context: LoweringContext, expression: LowerExpression): readonly Argument[] {
  return list.named.flatMap((node): Argument[] => {
    const name = node.child('name');
    const given = node.named.find((child) => child.field === undefined);
    const isSpread = given?.type === 'variadic_unpacking';
    const value = isSpread ? given.named[0] : given;
    // `f(...)` makes a closure of f and passes nothing.
    if (!value) return [];
    return [
      {
        ...rangeOf(node),
        value: expression(value, context),
        ...(name ? { name: name.text, nameRange: rangeOf(name) } : {}),
        ...(isSpread ? { spread: 'positional' } : {}),
      },
    ];
  });
}
