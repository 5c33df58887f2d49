/** Places that are nested more deeply than any parser or lowering bears: they are blanked before the text is parsed, and named. */
import type { Range, SyntaxProblem } from './ir.js';

/** Far above what people, bundlers and generators write. */
export const MAX_BRACKETS = 500;

export const NESTED_TOO_DEEPLY = 'nested too deeply to be read';

/** A text as long as the given one, without the places that are nested too deeply. */
export interface Shallow {
  readonly text: string;
  readonly unread: readonly SyntaxProblem[];
}

/** Strings and comments of most languages: brackets in them nest nothing. */
const TEXT = /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|\/\/.*|\/\*(?:[^]*?\*\/|[^]*)/g;

/** The text without what stands in more than {@link MAX_BRACKETS} brackets. */
export function withoutDeepBrackets(text: string): Shallow {
  // Strings are left out only on suspicion, for that costs more than the count itself.
  if (deepPlaces(text).length === 0) return { text, unread: [] };
  return without(text, deepPlaces(text.replace(TEXT, blanks)), (place) =>
    text[place.start - 1] === '{' ? blanks(text.slice(place.start, place.end)) : filled(text.slice(place.start, place.end)),
  );
}

/** The text without places of it; a place is one unread range. */
export function without(text: string, places: readonly Range[], instead: (place: Range) => string): Shallow {
  if (places.length === 0) return { text, unread: [] };
  const pieces: string[] = [];
  let from = 0;
  for (const place of places) {
    pieces.push(text.slice(from, place.start), instead(place));
    from = place.end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), unread: places.map(({ start, end }) => ({ start, end, message: NESTED_TOO_DEEPLY })) };
}

/** What stands inside of brackets that are nested too deeply. A bracket that is never closed reaches to the end. */
function deepPlaces(text: string): Range[] {
  const places: Range[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28 || code === 0x5b || code === 0x7b) {
      if (++depth === MAX_BRACKETS) start = at + 1;
    } else if (code === 0x29 || code === 0x5d || code === 0x7d) {
      if (depth === MAX_BRACKETS && start < at) places.push({ start, end: at });
      if (depth > 0) depth--;
    }
  }
  if (depth >= MAX_BRACKETS) places.push({ start, end: text.length });
  return places;
}

/** Blanks of the same length, line breaks excepted. */
export const blanks = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** Blanks with a number in them: an expression or a statement, where one has to be. */
const filled = (text: string): string => (/^[^\r\n]/.test(text) ? `0${blanks(text.slice(1))}` : blanks(text));

/** One string over all lines: scanners look through blanks again for each level that ends behind them. */
const asString = (text: string): string => (text.length < 6 ? filled(text) : `"""${blanks(text.slice(3, -3))}"""`);

/** Levels of indentation that are read; the scanners of grammars keep a list of bounded length. */
const MAX_INDENTS = 200;

/** The text without the lines that are indented more than {@link MAX_INDENTS} times. */
export function withoutDeepIndentation(text: string): Shallow {
  const places: Range[] = [];
  const levels: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const width = line.search(/\S/);
    if (width >= 0) {
      while (levels.length > 0 && levels.at(-1)! >= width) levels.pop();
      levels.push(width);
      const last = places.at(-1);
      if (levels.length > MAX_INDENTS) {
        if (last?.end === start - 1) places[places.length - 1] = { start: last.start, end: start + line.length };
        else places.push({ start: start + width, end: start + line.length });
      }
    }
    start += line.length + 1;
  }
  return without(text, places, ({ start: from, end }) => asString(text.slice(from, end)));
}
