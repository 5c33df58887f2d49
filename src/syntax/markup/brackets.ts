/** Finds where a bracket closes in code of a language that is only half known. */

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Longer than any expression of a template; keeps a file full of open brackets from being read over and over. */
const MAX_LENGTH = 10_000;

/**
 * The offset after the bracket that closes the one at `open`, skipping quoted text; undefined when it does not close
 * before `limit`.
 */
export function closeOfBracket(text: string, open: number, limit: number): number | undefined {
  const expected: string[] = [];
  for (let index = open; index < Math.min(limit, open + MAX_LENGTH); index++) {
    const character = text[index]!;
    const closing = CLOSING[character];
    if (closing !== undefined) expected.push(closing);
    else if (character === expected.at(-1)) {
      expected.pop();
      if (expected.length === 0) return index + 1;
    } else if (character === '"' || character === "'") {
      // An apostrophe in a comment must not swallow the rest: strings end with their line.
      const end = endOfQuoted(text, index, limit);
      if (end !== undefined) index = end;
    }
  }
  return undefined;
}

function endOfQuoted(text: string, open: number, limit: number): number | undefined {
  for (let index = open + 1; index < limit; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === text[open]) return index;
    else if (text[index] === '\n') return undefined;
  }
  return undefined;
}
