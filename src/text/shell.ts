/** Words of a command line as a POSIX shell takes them. */
import { printable } from './printable.js';

/** The word as it is where no shell reads anything into it, else in quotes. */
export function shellWord(word: string): string {
  return /^[\w./=:,@%+-]+$/.test(word) ? word : `'${printable(word).replaceAll("'", "'\\''")}'`;
}
