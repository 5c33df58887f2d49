/** Changes of a program that say nothing about what it means to us, or take away what is known. */
import { endingOf, partsOf } from './code.js';

export interface Place {
  readonly start: number;
  readonly end: number;
}

export const replaced = (text: string, { start, end }: Place, by: string): string => text.slice(0, start) + by + text.slice(end);

/** A call of something that nobody knows. */
export const mystery = (file: string): string => (endingOf(file) === 'cs' ? 'Unknown.Mystery()' : 'mystery()');

export interface Literal extends Place {
  readonly text: string;
  readonly other: string;
}

const OTHER: Readonly<Record<string, string>> = {
  true: 'false',
  false: 'true',
  True: 'False',
  False: 'True',
  TRUE: 'FALSE',
  FALSE: 'TRUE',
};

/** The truth values that are written in the code. */
export function booleansIn(file: string, text: string): readonly Literal[] {
  return partsOf(file, text).flatMap((part) =>
    part.kind === 'string'
      ? []
      : [...part.text.matchAll(/(?<![\w$.@:-])(?:true|false|True|False|TRUE|FALSE)(?![\w$?]|\s*[:(]\s*\w*=>|\s*:(?!:)\s)/g)].map(
          (match) => {
            const start = part.start + match.index;
            return { start, end: start + match[0].length, text: match[0], other: OTHER[match[0]]! };
          },
        ),
  );
}

/** Lists and records in brackets, without the brackets of blocks: what an argument, an entry or a variable is. */
export function recordsIn(file: string, text: string): readonly Place[] {
  const found: Place[] = [];
  const parts = partsOf(file, text);
  const code = parts.reduce(
    (masked, part) =>
      part.kind === 'string'
        ? masked.slice(0, part.start) + '"'.repeat(part.text.length) + masked.slice(part.start + part.text.length)
        : masked,
    text,
  );
  for (const match of code.matchAll(/(?<=[(,:]\s*|(?<![=!<>])=\s*|return\s+|\*\*)[{[]/g)) {
    const end = closing(code, match.index);
    if (end !== undefined && end - match.index > 2 && !IS_PATTERN.test(code.slice(end))) found.push({ start: match.index, end });
  }
  return found;
}

/** What takes a value apart: `([key, value]) => …`, `[a, b] = …`. A call in its place is no program. */
const IS_PATTERN = /^(?:[^()]*\)\s*=>|\s*=(?!=))/;

function closing(code: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < code.length; i++) {
    if ('([{'.includes(code[i]!)) depth += 1;
    else if (')]}'.includes(code[i]!)) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return undefined;
}
