// Arguments, hash entries and list items of Ruby.
import type { Argument, Expression, Property, Range, RecordEntry, RecordExpression } from '../ir.js';
import { bareString, nameOf, opaqueOf, rangeOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { positional } from '../tree-sitter/shapes.js';

/** Arguments of a call: pairs with a fixed key are named arguments, other pairs a hash. The block argument is not among them. */
export function lowerArguments(nodes: readonly Node[], context: LoweringContext, expression: LowerExpression): readonly Argument[] {
  return nodes.flatMap((node): Argument[] => {
    if (node.type === 'pair') return [pairArgument(node, context, expression)];
    if (node.type === 'block_argument') return [];
    return item(node, context, expression);
  });
}

/** Items of a list or of `a[…]`: pairs among them make one hash. */
export function lowerItems(nodes: readonly Node[], context: LoweringContext, expression: LowerExpression): readonly Argument[] {
  const pairs = nodes.filter((node) => node.type === 'pair' || node.type === 'hash_splat_argument');
  const [first] = pairs;
  return nodes.flatMap((node): Argument[] => {
    if (node === first)
      return [positional(lowerHash({ start: first.start, end: pairs.at(-1)?.end ?? first.end }, pairs, context, expression))];
    return pairs.includes(node) ? [] : item(node, context, expression);
  });
}

export function lowerHash(range: Range, nodes: readonly Node[], context: LoweringContext, expression: LowerExpression): RecordExpression {
  const entries = nodes.flatMap((node): RecordEntry[] => {
    if (node.type === 'pair') return [property(node, context, expression)];
    const value = node.type === 'hash_splat_argument' ? node.named[0] : undefined;
    return value ? [{ kind: 'spread', ...rangeOf(node), value: expression(value, context) }] : [];
  });
  return { kind: 'record', ...rangeOf(range), entries, style: 'hash' };
}

function item(node: Node, context: LoweringContext, expression: LowerExpression): Argument[] {
  const spread = node.type === 'splat_argument' ? 'positional' : node.type === 'hash_splat_argument' ? 'named' : undefined;
  // `*`, `**` and `...` alone pass on what the method was given.
  const value = spread ? node.named[0] : node.type === 'forward_argument' ? undefined : node;
  return value ? [{ ...rangeOf(node), value: expression(value, context), ...(spread ? { spread } : {}) }] : [];
}

function pairArgument(node: Node, context: LoweringContext, expression: LowerExpression): Argument {
  const { key, value } = property(node, context, expression);
  if (key.kind === 'literal' && typeof key.value === 'string' && key.content)
    return { ...rangeOf(node), name: key.value, nameRange: key.content, value };
  return positional(lowerHash(node, [node], context, expression));
}

function property(node: Node, context: LoweringContext, expression: LowerExpression): Property {
  const keyNode = node.child('key');
  const key = keyNode ? lowerKey(keyNode, context, expression) : opaqueOf(node, []);
  const valueNode = node.child('value');
  // `secure:` alone takes the variable or method of that name.
  const value: Expression = valueNode ? expression(valueNode, context) : nameOf(keyNode ?? node);
  return { kind: 'property', ...rangeOf(node), key, value, ...(valueNode ? {} : { shorthand: true }) };
}

function lowerKey(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  return node.type === 'hash_key_symbol' ? bareString(node, node.text) : expression(node, context);
}
