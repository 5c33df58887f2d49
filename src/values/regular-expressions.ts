/** Tests of a text against a regular expression that only says how the text begins, ends or reads: `/^https:/.test(url)`. Nothing is executed. */
import { choice, known, operation, type Origin, type Value } from './value.js';

/** A regular expression of plain words between optional anchors. */
const SIMPLE = /^\/(\^?)(?:\((?:\?:)?([^()]*)\)|([^()|$]*))(\$?)\/([a-z]*)$/;
/** A word: letters, digits and marks, of which those that mean something are escaped; one of them may be optional. */
const WORD = /^(?:[\w:,@% -]|\\[/.:?+-])+(?:\?(?:[\w:,@% -]|\\[/.:?+-])*)?$/;

/** Whether `subject` fits the expression that `source` writes; undefined for expressions that say more. */
export function patternTest(source: string, subject: Value, origin: Origin): Value | undefined {
  const match = SIMPLE.exec(source);
  if (match === null) return undefined;
  const [, start, group, single, end, flags] = match;
  const words = (group ?? single ?? '').split('|');
  if (!words.every((word) => WORD.test(word))) return undefined;
  const ignoresCase = flags?.includes('i') === true;
  const text = ignoresCase ? operation('lower', [subject], origin) : subject;
  const operator = start === '^' ? (end === '$' ? '==' : 'startsWith') : end === '$' ? 'endsWith' : 'includes';
  return words.flatMap(spellings).reduce<Value>((before, word) => {
    const test = operation(operator, [text, known(ignoresCase ? word.toLowerCase() : word, origin)], origin);
    return choice(before, known(true, origin), test, origin);
  }, known(false, origin));
}

/** The texts that a word stands for: two where a letter is optional. */
function spellings(word: string): string[] {
  const plain = (text: string): string => text.replace(/\\(.)/g, '$1');
  const optional = word.search(/(?<!\\)\?/);
  if (optional < 0) return [plain(word)];
  const [before, after] = [plain(word.slice(0, optional)), plain(word.slice(optional + 1))];
  return [before + after, before.slice(0, -1) + after];
}
