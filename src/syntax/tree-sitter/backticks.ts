// Names in backticks, as Kotlin and Scala have them.
import type { Range } from '../ir.js';
import type { Node } from './node.js';

/** The name without backticks. */
export function identifierText(node: Node): string {
  return node.text.replace(/^`|`$/g, '');
}

/** Where the name without backticks stands. */
export function identifierRange(node: Node): Range {
  const quoted = node.text.startsWith('`') ? 1 : 0;
  return { start: node.start + quoted, end: node.end - quoted };
}
