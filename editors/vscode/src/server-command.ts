/** Which cookie-lint the extension runs: never one that it would have to download, and never a repository's own without its reader's trust. */
import path from 'node:path';

export interface Surroundings {
  /** `cookieLint.path`, empty where it is not set. */
  readonly setting: string;
  /** The open folders, in order. */
  readonly folders: readonly string[];
  /** Whether the reader trusts the workspace: what is in it may be run. */
  readonly isTrusted: boolean;
  readonly searchPath: string;
  readonly platform: NodeJS.Platform;
  readonly isFile: (file: string) => boolean;
}

/** A module is run by the editor's own Node.js, a program by the system. */
export type ServerCommand =
  | { readonly kind: 'module' | 'program'; readonly file: string; readonly args: readonly ['lsp'] }
  | { readonly kind: 'none'; readonly why: string };

/** Where the package has its program (`bin` in package.json). */
export const PACKAGE_MAIN = 'cookie-lint/dist/src/cli/main.js';

/** The command of the server: the one that is set, else the workspace's own, else the one on the `PATH`. */
export function serverCommand(world: Surroundings): ServerCommand {
  const { setting } = world;
  if (setting !== '') return fromSetting(world);
  const paths = pathOf(world);
  const own = world.isTrusted
    ? world.folders.map((folder) => paths.join(folder, 'node_modules', ...PACKAGE_MAIN.split('/'))).find(world.isFile)
    : undefined;
  return own === undefined ? fromSearchPath(world) : run('module', own);
}

const run = (kind: 'module' | 'program', file: string): ServerCommand => ({ kind, file, args: ['lsp'] });
const pathOf = ({ platform }: Surroundings): path.PlatformPath => (platform === 'win32' ? path.win32 : path.posix);
const isModule = (file: string): boolean => /\.[cm]?js$/i.test(file);

function fromSetting(world: Surroundings): ServerCommand {
  const { setting, folders } = world;
  const paths = pathOf(world);
  const [first] = folders;
  if (!paths.isAbsolute(setting) && first === undefined)
    return { kind: 'none', why: `cookieLint.path is \`${setting}\`, which is relative to a folder, and none is open.` };
  const file = paths.resolve(first ?? '', setting);
  if (!world.isFile(file)) return { kind: 'none', why: `cookieLint.path leads to ${file}, which is no file.` };
  // Windows runs batch files through a shell only, which would read the arguments as its own.
  if (/\.(?:cmd|bat|ps1)$/i.test(file))
    return { kind: 'none', why: `cookieLint.path leads to the script ${file}; name the main.js that it runs.` };
  return run(isModule(file) ? 'module' : 'program', file);
}

function fromSearchPath(world: Surroundings): ServerCommand {
  const paths = pathOf(world);
  // A relative entry of the `PATH` would name a program of whatever folder is open.
  const entries = world.searchPath
    .split(paths.delimiter)
    .filter((entry) => paths.isAbsolute(entry) && (world.isTrusted || !world.folders.some((folder) => isBelow(entry, folder, world))));
  for (const entry of entries) {
    // npm has global packages beside their scripts there (https://docs.npmjs.com/cli/configuring-npm/folders).
    const file =
      world.platform === 'win32' ? paths.join(entry, 'node_modules', ...PACKAGE_MAIN.split('/')) : paths.join(entry, 'cookie-lint');
    if (world.isFile(file)) return run(world.platform === 'win32' ? 'module' : 'program', file);
  }
  const own = world.isTrusted
    ? 'It is neither in node_modules of the workspace nor on the PATH'
    : 'It is not on the PATH, and in a workspace that is not trusted no other is run';
  return { kind: 'none', why: `cookie-lint was not found. ${own}. Install it, or set cookieLint.path.` };
}

function isBelow(file: string, folder: string, world: Surroundings): boolean {
  const paths = pathOf(world);
  const from = paths.relative(folder, file);
  return from !== '..' && !from.startsWith(`..${paths.sep}`) && !paths.isAbsolute(from);
}
