// Arguments of PHP calls.
import type { Argument } from '../ir.js';
import { rangeOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';

/** `f(...)` makes a closure of f: https://www.php.net/manual/en/functions.first_class_callable_syntax.php */
export const makesClosure = (list: Node): boolean => /^\(\s*\.\.\.\s*\)$/.test(list.text);

export function lowerArguments(list: Node, context: LoweringContext, expression: LowerExpression): readonly Argument[] {
  return list.named.flatMap((node): Argument[] => {
    const name = node.child('name');
    const given = node.named.find((child) => child.field === undefined);
    const isSpread = given?.type === 'variadic_unpacking';
    const value = isSpread ? given.named[0] : given;
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
