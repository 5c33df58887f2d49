/** The files of a folder that is no work tree, by the rules of its `.gitignore` files. */
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Unversioned {
  /** Paths relative to the folder, with `/`. */
  readonly files: readonly string[];
  /** What git complained about: folders that it could not open. */
  readonly stderr: string;
}

/**
 * Lists an unpacked archive through git: to an empty repository beside it all its files are untracked. Undefined where git is
 * not installed or fails. Reading many `.gitignore` files in JavaScript takes minutes.
 */
export function unversionedFiles(folder: string): Unversioned | undefined {
  const beside = mkdtempSync(path.join(tmpdir(), 'cookie-lint-'));
  const git = (...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30, windowsHide: true, env: { ...process.env, LC_ALL: 'C' } });
  try {
    if (git('init', '--quiet', '--bare', beside).status !== 0) return undefined;
    const { status, stdout, stderr } = git(`--git-dir=${beside}`, '--work-tree=.', 'ls-files', '-z', '--others', '--exclude-standard', '--exclude=node_modules/');
    const files = stdout.split('\0').filter((name) => name !== '' && !name.endsWith('/') && isFile(path.join(folder, name)));
    return status === 0 ? { files, stderr } : undefined;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

const isFile = (absolute: string): boolean => lstatSync(absolute, { throwIfNoEntry: false })?.isFile() === true;
