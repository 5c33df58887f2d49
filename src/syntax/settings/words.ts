/** Cuts the words of a directive, quoted or not, as servers' configuration languages have them. */

import type { Argument, Literal, Range } from '../ir.js';
import { isSpace } from './lines.js';
import { positional, rangeOf, stringLiteral } from './nodes.js';

/** How a configuration language quotes. */
export interface WordRules {
  /** Quotes inside which a backslash escapes. */
  readonly quotes: string;
  /** Quotes inside which nothing is special. */
  readonly rawQuotes: string;
  /** True when a quote may begin in the middle of a word (shells, HAProxy); else only at its beginning. */
  readonly quotesAnywhere: boolean;
  /** True when a backslash outside quotes takes the following character into the word. */
  readonly escapes: boolean;
  /** Characters besides white space that end a word that is not quoted. */
  readonly stops: string;
}

export interface Word extends Range {
  /** Between the quotes where the word is one quoted text, else the whole word. */
  readonly content: Range;
  readonly isQuoted: boolean;
  /** A quote was opened and not closed before the limit. */
  readonly isUnclosed: boolean;
}

/** Reads the word that begins at `start` (no white space there). Always at least one unit long. */
export function wordAt(shape: string, start: number, limit: number, rules: WordRules): Word {
  let at = start;
  let quoteCount = 0;
  while (at < limit) {
    const char = shape.charAt(at);
    if ((at === start || rules.quotesAnywhere) && (rules.quotes.includes(char) || rules.rawQuotes.includes(char))) {
      const close = closingQuote(shape, at, limit, rules.quotes.includes(char));
      if (close < 0) return { start, end: limit, content: rangeOf(start, limit), isQuoted: false, isUnclosed: true };
      quoteCount++;
      const end = close + 1;
      if (at === start && (!rules.quotesAnywhere || isWordEnd(shape, end, limit, rules))) {
        return { start, end, content: rangeOf(start + 1, close), isQuoted: true, isUnclosed: false };
      }
      at = end;
    } else if (char === '\\' && rules.escapes) {
      at += 2;
    } else if (isSpace(shape.charCodeAt(at)) || (rules.stops.includes(char) && !(char === '{' && shape[at - 1] === '$'))) {
      break;
    } else {
      at++;
    }
  }
  const end = Math.min(Math.max(at, start + 1), limit);
  return { start, end, content: rangeOf(start, end), isQuoted: quoteCount > 0, isUnclosed: false };
}

function isWordEnd(shape: string, at: number, limit: number, rules: WordRules): boolean {
  return at >= limit || isSpace(shape.charCodeAt(at)) || rules.stops.includes(shape.charAt(at));
}

function closingQuote(shape: string, open: number, limit: number, hasEscapes: boolean): number {
  const quote = shape[open];
  for (let at = open + 1; at < limit; at++) {
    if (shape[at] === '\\' && hasEscapes) at++;
    else if (shape[at] === quote) return at;
  }
  return -1;
}

/** All words of `[start, end)`. A comment begins at a word that begins with `#`; it is left out. */
export function wordsOf(
  shape: string,
  start: number,
  end: number,
  rules: WordRules,
): { readonly words: readonly Word[]; readonly commentStart: number } {
  const words: Word[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(shape.charCodeAt(at))) {
      at++;
    } else if (shape[at] === '#') {
      return { words, commentStart: at };
    } else {
      const word = wordAt(shape, at, end, rules);
      words.push(word);
      at = word.end;
    }
  }
  return { words, commentStart: end };
}

/** The word as a string literal; escaped quotes and backslashes are resolved in its value. */
export function wordLiteral(text: string, word: Word, spaces = false): Literal {
  return stringLiteral(withoutEscapes(text.slice(word.content.start, word.content.end), spaces), word, word.content);
}

/** `spaces`: a backslash also takes white space and `#` into a word, and is gone from its value. */
export function wordArguments(text: string, words: readonly Word[], spaces = false): Argument[] {
  return words.map((word) => positional(wordLiteral(text, word, spaces)));
}

function withoutEscapes(raw: string, spaces: boolean): string {
  return raw.includes('\\') ? raw.replace(spaces ? /\\(["'\\ #])/g : /\\(["'\\])/g, '$1') : raw;
}
