// Bodies of classes on one line, whose last member the grammar does not end at the brace: `companion object { const val SECURE = false }`.

const OPENING = /\b(?:class|object|interface)\b(?:(?!\b(?:class|object|interface)\b)[^\n{}])*\{/g;
/** Longer ones are nobody's hand. */
const MAX_BODY = 2000;

/** The text with a semicolon for the blank before the brace that ends such a body: of the same length. */
export function withEndedMembers(text: string): string {
  const ends: number[] = [];
  for (const match of text.matchAll(OPENING)) {
    const end = closingOnLine(text, match.index + match[0].length);
    if (end !== undefined && /[ \t]/.test(text[end - 1] ?? '') && /\S/.test(text.slice(match.index + match[0].length, end)))
      ends.push(end - 1);
  }
  if (ends.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const at of ends.sort((a, b) => a - b)) {
    pieces.push(text.slice(from, at), ';');
    from = at + 1;
  }
  return pieces.join('') + text.slice(from);
}

/** Where the body that begins at a place ends, on the same line; undefined where it goes on. */
function closingOnLine(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + MAX_BODY); at++) {
    const char = text[at];
    if (char === '\n') return undefined;
    if (char === '"') {
      const rest = /^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(at, at + 1000));
      if (rest === null) return undefined;
      at += rest[0].length - 1;
    } else if (char === '/' && text[at + 1] === '/') return undefined;
    else if (char === '{') depth++;
    else if (char === '}' && depth-- === 0) return at;
  }
  return undefined;
}
