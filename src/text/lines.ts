/** Offsets to lines and columns: the one place where UTF-16 offsets become what people and editors count in. */

/** A place as people count it: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Lines end at `\n`, `\r\n` or a lone `\r`, as in editors, SARIF and LSP. */
export interface Lines {
  readonly count: number;
  /** The position of an offset (0-based, UTF-16), clamped to the text. */
  positionAt(offset: number): Position;
  /** The offset at which line `line` (from 1) starts; the text's length past its last line. */
  startOf(line: number): number;
  /** The offset of a position, clamped to its line. */
  offsetAt(position: Position): number;
  /** The text of line `line` (from 1) without its line break; empty past the end. */
  textOf(line: number): string;
}

const cache = new Map<string, Lines>();

/** The lines of `text`. The last few texts are remembered, because reports ask for the same file again and again. */
export function linesOf(text: string): Lines {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const lines = indexLines(text);
  if (cache.size >= 16) cache.clear();
  cache.set(text, lines);
  return lines;
}

function indexLines(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  const textOf = (line: number): string => text.slice(startOf(line), startOf(line + 1)).replace(/(?<![\r\n])[\r\n]+$/, '');
  return {
    count: starts.length,
    startOf,
    textOf,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
    offsetAt({ line, column }) {
      const start = startOf(line);
      return Math.min(start + Math.max(0, column - 1), start + textOf(line).length);
    },
  };
}
