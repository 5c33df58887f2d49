/** What every entry script needs first: the dependencies, as the lock file pins them, and a current build. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the project's root with its output shown; ends this process where it fails. */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs what is missing, and says only what goes wrong. Nothing runs on installation: the project's .npmrc says so. */
export function install() {
  if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url)))
    run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

/** `--program`: without the types, which only a package needs. */
export function build(...options) {
  run(process.execPath, ['scripts/build.mjs', ...options]);
}
