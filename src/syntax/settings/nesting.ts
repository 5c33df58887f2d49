/** Finds texts that nest too deeply for a parser that recurses, before it is asked. */

import { lineAt } from './lines.js';

/**
 * The offset of the first bracket nested deeper than `limit`, or undefined.
 * Brackets in strings count too: that only errs on the safe side, and needs as many that are never closed.
 */
export function deepBracket(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) {
      if (++depth > limit) return at;
    } else if ((code === 93 || code === 125) && depth > 0) {
      depth--;
    }
  }
  return undefined;
}

/** The offset of the first line that YAML's indentation and indicators (`- - -`, `? ?`) nest deeper than `limit`, or undefined. */
export function deepIndentation(text: string, limit: number): number | undefined {
  const indents: number[] = [];
  for (let start = 0; start < text.length;) {
    const line = lineAt(text, start);
    let at = start;
    while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
    if (at < line.end) {
      const indent = at - start;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      let indicators = 0;
      for (; at < line.end && ' \t-?:'.includes(text.charAt(at)); at++) if (text[at] !== ' ' && text[at] !== '\t') indicators++;
      if (indents.length + indicators > limit) return start;
    }
    start = line.next;
  }
  return undefined;
}
