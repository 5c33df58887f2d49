// The values of Java string literals and text blocks.
import { unescape } from '../tree-sitter/lowering.js';

/** The value of a literal given with its quotes. */
export function stringValue(text: string): string {
  return text.startsWith('"""') ? unescape(withoutIndentation(text.slice(3, -3))) : unescape(text.slice(1, -1));
}

/**
 * Takes the incidental white space out of a text block: the line of the opening quotes, the indentation that all lines share
 * (the line of the closing quotes counts, blank ones do not), and spaces at line ends.
 * https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.10.6
 */
function withoutIndentation(text: string): string {
  const [, ...lines] = text.split(/\r?\n/);
  const last = lines.at(-1) ?? '';
  const deciding = lines.filter((line) => line.trim() !== '').concat(last.trim() === '' ? [last] : []);
  const indentation = Math.min(...deciding.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(Number.isFinite(indentation) ? indentation : 0).trimEnd()).join('\n');
}
