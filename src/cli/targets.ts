/** Which root a run has and what of it is looked at, from the paths on the command line. */
import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../engine/config/config.js';
import { matchesConfigPatterns } from '../engine/config/levels.js';
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

/** The root is the working directory, in which everything named has to lie; a folder elsewhere is the root where it is named alone. */
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
      return {
        name,
        absolute: await withoutLinks(cwd, absolute, named.length === 1 && found.isDirectory()),
        isFolder: found.isDirectory(),
      };
    }),
  );
  const root = rootOf(cwd, targets);
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
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  return near === undefined ? '' : ` (did you mean the command ${near}?)`;
}

interface Target {
  readonly name: string;
  readonly absolute: string;
  readonly isFolder: boolean;
}

/** What decides a file is read from the tree around it: outside the working directory nobody knows where that tree begins. */
function rootOf(cwd: string, targets: readonly Target[]): string {
  const outside = targets.find(({ absolute }) => !isWithin(cwd, absolute));
  if (outside === undefined) return cwd;
  if (outside.isFolder && targets.length === 1) return outside.absolute;
  const remedy = outside.isFolder ? 'name that folder alone' : `run ${toolName} in the folder of its project`;
  throw new UserError(`${outside.name} lies outside the working directory: ${remedy}, or in a folder around all that you name`);
}

/**
 * Throws a `UserError` for a named folder, or a working directory, in which there is nothing to look at: a run that ends with "nothing
 * found" would look like a good one. Files that are named may all be ignored, as those of a commit; that is no mistake.
 */
export async function refuseNothing({ root, paths, files }: Targets, config: Config, listed: number): Promise<void> {
  if (files !== undefined) return;
  for (const folder of paths ?? ['']) {
    const shown = folder === '' ? 'the working directory' : folder;
    // A folder that can't be read is said by whoever lists it.
    const inside = await readdir(path.join(root, folder)).catch(() => undefined);
    if (inside?.length === 0) throw new UserError(`there is no file in ${shown}: name the folder that holds the source code`);
    const isIgnored = folder !== '' && matchesConfigPatterns(config, config.ignores, `${folder}/`);
    const ignored = config.ignores.findLast((pattern) => matchesConfigPatterns(config, [pattern], `${folder}/`));
    if (isIgnored)
      throw new UserError(
        `${folder} is ignored by \`ignores: ${ignored ?? ''}\` in ${nameOf(config)}: take that out, or run with --no-config`,
      );
  }
  if (listed > 0) return;
  const where = paths === undefined ? 'the working directory' : paths.join(' and ');
  throw new UserError(
    `there is nothing to read in ${where}: it holds no file, or only ignored, binary and vendored ones; name the folder that holds the source code`,
  );
}

const nameOf = ({ file }: Config): string => (file === null ? 'the configuration' : path.basename(file));
