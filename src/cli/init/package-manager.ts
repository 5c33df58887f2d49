/** The package manager of a project, and how it installs and runs things. */
import { toolName } from '../surroundings.js';

/** What is asked of a project's folder. */
export interface ProjectFiles {
  readonly exists: (file: string) => boolean;
  readonly read: (file: string) => string | undefined;
}

export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Adds the tool to the project; undefined where it is there. */
  readonly add: string | undefined;
  /** Runs the tool that is installed in the project. */
  readonly run: string;
  /** Installs what the lock file says; undefined where there is no lock file. */
  readonly install: string | undefined;
}

const lockFiles = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
} as const;

/** The manager of a project with a package.json: the one that it names, else that of its lock file, else npm. */
export function packageManagerOf(files: ProjectFiles): PackageManager | undefined {
  if (!files.exists('package.json')) return undefined;
  const manifest = files.read('package.json') ?? '';
  const named = /"packageManager"\s*:\s*"(npm|pnpm|yarn|bun)@(\d+)/.exec(manifest);
  const locks = Object.entries(lockFiles).filter(([file]) => files.exists(file));
  const name = (named?.[1] as PackageManager['name'] | undefined) ?? locks[0]?.[1] ?? 'npm';
  const isLocked = locks.some(([, of]) => of === name);
  const own = commands(name, name === 'yarn' && !(Number(named?.[2] ?? 1) >= 2 || files.exists('.yarnrc.yml')));
  return { name, run: own.run, add: manifest.includes(`"${toolName}"`) ? undefined : own.add, install: isLocked ? own.install : undefined };
}

function commands(name: PackageManager['name'], isYarnClassic: boolean): Readonly<Record<'add' | 'run' | 'install', string>> {
  switch (name) {
    case 'npm':
      return { add: `npm install --save-dev ${toolName}`, run: `npx --no-install ${toolName}`, install: 'npm ci' };
    case 'pnpm':
      return { add: `pnpm add --save-dev ${toolName}`, run: `pnpm exec ${toolName}`, install: 'pnpm install --frozen-lockfile' };
    case 'yarn':
      return {
        add: `yarn add --dev ${toolName}`,
        run: isYarnClassic ? `yarn run --silent ${toolName}` : `yarn run ${toolName}`,
        install: isYarnClassic ? 'yarn install --frozen-lockfile' : 'yarn install --immutable',
      };
    case 'bun':
      return { add: `bun add --dev ${toolName}`, run: `bun run ${toolName}`, install: 'bun install --frozen-lockfile' };
  }
}
