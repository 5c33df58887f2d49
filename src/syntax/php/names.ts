// PHP names. Namespaces are written with dots in the IR, so that a path reads the same in every language: `Symfony.Component.HttpFoundation.Cookie`.
import type { Expression, Name } from '../ir.js';
import { nameOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { pathOf } from '../tree-sitter/shapes.js';

/** `\Foo\Bar` as `Foo.Bar`. */
export function dotted(text: string): string {
  return text.replace(/^\\/, '').replaceAll('\\', '.');
}

/** A type as written, without what makes it nullable. */
export function typeText(node: Node): string {
  return dotted(node.text.replace(/^\?/, ''));
}

/** `$x` as `x`. */
export function lowerVariable(node: Node): Name {
  return nameOf(node, node.text.replace(/^\$/, ''));
}

/** `self` and `static` stand for the class at hand, `parent` for the one it extends. */
export function lowerName(node: Node): Name {
  const text = node.text.toLowerCase();
  if (text === 'self' || text === 'static') return nameOf(node, 'this');
  return nameOf(node, text === 'parent' ? 'super' : node.text);
}

/** `Foo\bar`, `\bar`, `namespace\bar`: members of members, without the leading `namespace`. */
export function lowerQualifiedName(node: Node): Expression {
  return pathOf(namesIn(node));
}

function namesIn(node: Node): readonly Node[] {
  return node.type === 'name' ? [node] : node.named.flatMap(namesIn);
}
