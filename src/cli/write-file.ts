import { mkdir, writeFile as write } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './user-error.js';

/** Writes a file that was asked for, with the folders above it. Throws a `UserError` that says which file and why not. */
export async function writeFile(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await write(file, text);
  } catch (error) {
    throw new UserError(`can't write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
