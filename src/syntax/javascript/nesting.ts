/**
 * Tells code that is nested so deeply that the native parser would overflow its stack, which ends the whole process.
 * On the small stack of a worker thread oxc-parser 0.159 bears 800 nested callbacks, 1,900 nested type arguments,
 * 2,600 nested loops, 3,200 labels, `do`s or conditionals, 6,000 JSX elements.
 */
import { MAX_BRACKETS } from '../nesting.js';

/** Tokens in a row that can nest without a bracket: `a ? b : c ? d : …`, `a = b = …`, `new new …`, `if (a) if (b) …`. */
const MAX_TOKENS = 2_500;

/** Links of one `if … else if …` chain. */
const MAX_ELSE = 1_000;

/** Strings, templates without nested templates, comments: what is in them nests nothing. A template may follow another one as its tag. */
const TEXT = /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`|\/\/.*|\/\*(?:[^]*?\*\/|[^]*)/g;

/** True when `text` must not be given to the parser. */
export function isNestedTooDeeply(text: string): boolean {
  // Text is left out only on suspicion, for it costs more than the count itself.
  return exceedsLimits(text) && exceedsLimits(text.replace(TEXT, (found) => (found.startsWith('`') ? '`' : '')));
}

function exceedsLimits(text: string): boolean {
  return hasDeepNesting(text) || (text.includes('else') && hasLongElseChain(text));
}

/** What a character does to the count; words are counted at their first character. */
const BLANK = 0;
const WORD = 1;
const TOKEN = 2;
const OPEN = 3;
const CLOSE = 4;
const CLOSE_BLOCK = 5;
const SEPARATOR = 6;
const PLUS = 7;

/** Operators that chain to the left are read in a loop, so they nest nothing: `a & b & c`, `a.b().c()`. */
const KINDS = new Uint8Array(128).fill(TOKEN);
for (const character of ' \t\r\n\v\f.&|"\'') KINDS[character.charCodeAt(0)] = BLANK;
for (const character of '([{') KINDS[character.charCodeAt(0)] = OPEN;
for (const character of ')]') KINDS[character.charCodeAt(0)] = CLOSE;
for (const character of ',;') KINDS[character.charCodeAt(0)] = SEPARATOR;
for (let code = 0; code < 128; code++) if (/[\w$]/.test(String.fromCharCode(code))) KINDS[code] = WORD;
KINDS['}'.charCodeAt(0)] = CLOSE_BLOCK;
/** Behind an operand it chains to the left, and before one it nests: `+ + + a`. */
KINDS['+'.charCodeAt(0)] = PLUS;

function hasDeepNesting(text: string): boolean {
  /** Tokens since the last separator, for each open bracket. */
  const tokens = new Uint32Array(MAX_BRACKETS + 1);
  let depth = 0;
  let isInWord = false;
  let isAfterPlus = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? KINDS[code] : WORD;
    const wasInWord = isInWord;
    isInWord = kind === WORD;
    if (kind === PLUS && isAfterPlus && ++tokens[depth]! > MAX_TOKENS) return true;
    isAfterPlus = kind === PLUS || (isAfterPlus && code <= 0x20);
    switch (kind) {
      case WORD:
        if (wasInWord) break;
        if (++tokens[depth]! > MAX_TOKENS) return true;
        break;
      case TOKEN:
        if (++tokens[depth]! > MAX_TOKENS) return true;
        break;
      case OPEN:
        if (++depth > MAX_BRACKETS) return true;
        tokens[depth] = 0;
        break;
      case CLOSE:
        if (depth > 0) depth--;
        break;
      case CLOSE_BLOCK:
        if (depth > 0) depth--;
        tokens[depth] = 0;
        break;
      case SEPARATOR:
        tokens[depth] = 0;
        break;
      default:
    }
  }
  return false;
}

const CHAIN_TOKEN = /[{}]|\belse\b|\bif\b/g;

function hasLongElseChain(text: string): boolean {
  const chains = [0];
  let previous = '';
  for (const [token] of text.matchAll(CHAIN_TOKEN)) {
    const innermost = chains.length - 1;
    if (token === '{') chains.push(0);
    else if (token === '}') {
      if (innermost > 0) chains.pop();
    } else if (token === 'else') {
      if (++chains[innermost]! > MAX_ELSE) return true;
    } else if (previous !== 'else') chains[innermost] = 0;
    previous = token;
  }
  return false;
}
