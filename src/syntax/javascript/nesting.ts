/**
 * Tells code that is nested so deeply that the native parser would overflow its stack, which ends the whole process
 * (oxc-parser 0.159: 800 nested callbacks in a worker thread, 1,600 nested parentheses, 3,200 nested conditionals).
 */

/** Far above what people and bundlers write, far below what the parser bears on the small stack of a worker. */
const MAX_BRACKETS = 500;

/** Operators in a row that nest without a bracket: `a ? b : c ? d : …`, `a = b = …`, `a => b => …`, `!!!…`. */
const MAX_OPERATORS = 1_000;

/** Links of one `if … else if …` chain. */
const MAX_ELSE = 1_000;

/** Strings, templates without nested templates, comments: what is in them nests nothing. */
const TEXT = /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`|\/\/.*|\/\*(?:[^]*?\*\/|[^]*)/g;

/** True when `text` must not be given to the parser. */
export function isNestedTooDeeply(text: string): boolean {
  // Text is left out only on suspicion, for it costs more than the count itself.
  return exceedsLimits(text) && exceedsLimits(text.replace(TEXT, ''));
}

function exceedsLimits(text: string): boolean {
  return hasDeepBrackets(text) || (text.includes('else') && hasLongElseChain(text));
}

function hasDeepBrackets(text: string): boolean {
  let brackets = 0;
  let operators = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x28: // (
      case 0x5b: // [
      case 0x7b: // {
        if (++brackets > MAX_BRACKETS) return true;
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (brackets > 0) brackets--;
        operators = 0;
        break;
      case 0x2c: // ,
      case 0x3b: // ;
        operators = 0;
        break;
      case 0x21: // !
      case 0x3d: // =
      case 0x3f: // ?
      case 0x7e: // ~
        if (++operators > MAX_OPERATORS) return true;
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
