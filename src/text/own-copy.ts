/** A word of a file that is kept for longer than the file's text. */
import { isAscii } from 'node:buffer';

/** From this length on V8 makes a part of a text by pointing into the text, which stays in memory for it. */
const SHORTEST_PART = 13;

/** The same word in memory of its own. */
export function ownCopy(word: string): string {
  if (word.length < SHORTEST_PART) return word;
  const bytes = Buffer.from(word);
  return isAscii(bytes) ? bytes.toString('latin1') : Buffer.from(word, 'utf16le').toString('utf16le');
}
