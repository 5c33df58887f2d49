import { readFile as read } from 'node:fs/promises';
import { UserError } from './user-error.js';

/** The text of a file that an option names; undefined where there is none. Throws a `UserError` that says which file and why not. */
export async function readFile(option: string, name: string, absolute: string): Promise<string | undefined> {
  try {
    return await read(absolute, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UserError(`${option}: can't read ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
