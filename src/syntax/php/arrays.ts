// PHP arrays: as values (lists or keyed records) and as destructuring targets.
import type { Argument, Expression, Name, Pattern, PatternElement, RecordEntry } from '../ir.js';
import { literalOf, rangeOf, type LowerExpression, type LoweringContext } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { lowerVariable } from './names.js';

interface Element {
  readonly node: Node;
  readonly key: Node | undefined;
  readonly value: Node;
  readonly isSpread: boolean;
}

/**
 * An array with a key anywhere is a record, in which values without a key have their number.
 * So is one without values of its own (`[]`, `[...$a, ...$b]`), since options begin like that.
 */
export function lowerArray(node: Node, context: LoweringContext, expression: LowerExpression): Expression {
  const elements = node.named.flatMap(elementOf);
  const isList = elements.some((element) => !element.isSpread) && elements.every((element) => element.key === undefined);
  if (isList) {
    const items = elements.map((element): Argument => ({
      ...rangeOf(element.node),
      value: expression(element.value, context),
      ...(element.isSpread ? { spread: 'positional' } : {}),
    }));
    return { kind: 'list', ...rangeOf(node), items };
  }
  let index = 0;
  const entries = elements.map(({ node: range, key, value, isSpread }): RecordEntry => {
    if (isSpread) return { kind: 'spread', ...rangeOf(range), value: expression(value, context) };
    const numbered = { start: range.start, end: range.start };
    return {
      kind: 'property',
      ...rangeOf(range),
      key: key ? expression(key, context) : literalOf(numbered, index++),
      value: expression(value, context),
    };
  });
  return { kind: 'record', ...rangeOf(node), entries, style: 'array' };
}

function elementOf(node: Node): Element[] {
  const [first, second] = node.named;
  if (!first) return [];
  if (first.type === 'variadic_unpacking') {
    const value = first.named[0];
    return value ? [{ node, key: undefined, value, isSpread: true }] : [];
  }
  return [{ node, key: second ? first : undefined, value: withoutReference(second ?? first), isSpread: false }];
}

/** `&$x`. */
export function withoutReference(node: Node): Node {
  return node.type === 'by_ref' ? (node.named[0] ?? node) : node;
}

/** `list($a, , $b)` and `['k' => $a, [$b]]` as targets. Properties and elements among them bind no name and are left out. */
export function lowerPattern(node: Node): Pattern {
  const elements: PatternElement[] = [];
  let index = 0;
  let key: string | number | undefined;
  for (const child of node.children) {
    if (child.type === ',') {
      index += 1;
      key = undefined;
    } else if (child.isNamed && isKey(node, child)) {
      key = child.text.replaceAll(/^['"]|['"]$/g, '');
    } else if (child.isNamed) {
      const target = bound(child);
      if (target) elements.push({ ...rangeOf(child), key: key ?? index, target });
    }
  }
  return { kind: 'pattern', ...rangeOf(node), elements };
}

function isKey(list: Node, child: Node): boolean {
  return list.children[list.children.indexOf(child) + 1]?.type === '=>';
}

/** A variable or a list of them; undefined for what binds no name. */
export function bound(node: Node): Name | Pattern | undefined {
  const target = withoutReference(node);
  if (target.type === 'variable_name') return lowerVariable(target);
  return isPattern(target) ? lowerPattern(target) : undefined;
}

export function isPattern(node: Node): boolean {
  return node.type === 'list_literal';
}
