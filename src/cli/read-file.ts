import { realpathSync } from 'node:fs';
import path from 'node:path';
import { RootFiles } from '../files/root-files.js';
import { isWithin } from '../files/within.js';
import { UserError } from './user-error.js';

/** No baseline and no inventory is larger. */
const MOST_BYTES = 64_000_000;

/**
 * The text of a file that an option names; undefined where there is none. A path below `cwd` stays there, wherever a link in the
 * repository leads. Throws a `UserError` that says which file and why not.
 */
export function readFile(option: string, name: string, place: { readonly cwd: string; readonly file: string }): string | undefined {
  return readBytes(option, name, place)?.toString('utf8');
}

/** The same as bytes, of at most `most` of them. */
export function readBytes(
  option: string,
  name: string,
  { cwd, file }: { readonly cwd: string; readonly file: string },
  most = MOST_BYTES,
): Buffer | undefined {
  const fail = (why: string): never => {
    throw new UserError(`${option}: can't read ${name}: ${why}`);
  };
  const real = realPath(file);
  if (real === undefined) return undefined;
  if (isWithin(cwd, file) && !isWithin(realpathSync(cwd), real)) fail('a symbolic link leads out of the folder');
  const found = new RootFiles(path.dirname(real)).read(path.basename(real), most);
  if ('why' in found) return fail(found.why);
  return 'bytes' in found ? found.bytes : undefined;
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
