import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../files/replace-file.js';
import { isWithin } from '../files/within.js';
import { UserError } from './user-error.js';

/**
 * Writes a file that was asked for, with the folders above it. A path below `cwd` stays there, wherever a link in the repository
 * leads. Throws a `UserError` that says which file and why not.
 */
export function writeFile(cwd: string, file: string, text: string): void {
  try {
    if (isWithin(cwd, file)) refuseLinksOut(cwd, file);
    mkdirSync(path.dirname(file), { recursive: true });
    writeWhole(file, Buffer.from(text, 'utf8'));
  } catch (error) {
    throw new UserError(`can't write ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuseLinksOut(cwd: string, file: string): void {
  const real = realPath(file) ?? nearestRealFolder(path.dirname(file));
  if (!isWithin(realpathSync(cwd), real)) throw new Error('a symbolic link leads out of the folder');
}

/** The folder that is there already, without links. */
function nearestRealFolder(folder: string): string {
  return realPath(folder) ?? nearestRealFolder(path.dirname(folder));
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
