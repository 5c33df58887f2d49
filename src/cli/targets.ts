/** Which root a run has and what of it is looked at, from the paths on the command line. */
import { access, constants, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../files/within.js';
import { nearest } from '../text/nearest.js';
import { commands } from './arguments.js';
import { toolName } from './surroundings.js';
import { UserError } from './user-error.js';

export interface Targets {
  /** Absolute. Reports name paths relative to it. */
  readonly root: string;
  /** Folders and files, relative to the root; undefined for the whole of it. */
  readonly paths?: readonly string[];
  /** Set instead of `paths` when only files are named (as a commit hook does): what decides them is still read from the rest of the tree. */
  readonly files?: readonly string[];
}

/** The root is the working directory where everything named lies in it; else the named folder, or the nearest folder around all of it. */
export async function resolveTargets(cwd: string, named: readonly string[]): Promise<Targets> {
  if (named.length === 0) return { root: cwd };
  const targets = await Promise.all(
    named.map(async (name) => {
      const absolute = path.resolve(cwd, name);
      const found = await stat(absolute).catch(() => undefined);
      if (found === undefined) throw new UserError(`no such file or directory: ${name}${commandMeant(name)}`);
      if (!found.isDirectory() && !found.isFile()) throw new UserError(`neither a file nor a folder: ${name}`);
      await access(absolute, constants.R_OK).catch((error: unknown) => {
        throw new UserError(`can't read ${name}: ${error instanceof Error ? error.message : String(error)}`);
      });
      return { absolute: await withoutLinks(cwd, absolute, named.length === 1 && found.isDirectory()), isFolder: found.isDirectory() };
    }),
  );
  const root = targets.every(({ absolute }) => isWithin(cwd, absolute)) ? cwd : commonFolder(targets.map(({ absolute, isFolder }) => (isFolder ? absolute : path.dirname(absolute))));
  const relative = [...new Set(targets.map(({ absolute }) => path.relative(root, absolute).split(path.sep).join('/')))];
  if (relative.includes('')) return { root };
  return targets.some(({ isFolder }) => isFolder) ? { root, paths: relative } : { root, files: relative };
}

/**
 * The place that a path leads to where that lies in the working directory, so that a file has one name whichever way it is reached.
 * A link that leads out is only followed for a folder that is asked for alone.
 */
async function withoutLinks(cwd: string, absolute: string, alone: boolean): Promise<string> {
  const [realCwd, real] = await Promise.all([realpath(cwd), realpath(absolute)]);
  if (isWithin(realCwd, real)) return path.join(cwd, path.relative(realCwd, real));
  return alone && isWithin(cwd, absolute) ? real : absolute;
}

/** A mistyped command looks like a path. */
function commandMeant(name: string): string {
  if (commands.some((command) => command.name === name)) return ` (a command goes first: ${toolName} ${name} …)`;
  const near = nearest(name, commands.map((command) => command.name));
  return near === undefined ? '' : ` (did you mean the command ${near}?)`;
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? path.sep;
  for (const folder of folders) while (!isWithin(common, folder)) common = path.dirname(common);
  return common;
}
