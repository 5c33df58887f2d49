/** The files of a folder that is no work tree, by the rules of its `.gitignore` files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linkStatOf } from '../files/look.js';
import { endlessUnder, gitSync, READS_IGNORED, records } from './git.js';
import { staysInside } from './tracked.js';

export interface Unversioned {
  /** Paths relative to the folder, with `/`. */
  readonly files: readonly string[];
  /** Folders that are repositories of their own. */
  readonly nested: readonly string[];
  /** What git complained about: folders that it could not open. */
  readonly stderr: string;
  /** Files that never end where one was expected to say what is ignored: nothing is. */
  readonly endless: readonly string[];
}

/**
 * Lists an unpacked archive through git: to an empty repository beside it all its files are untracked. Undefined where git is
 * not installed or fails. Reading many `.gitignore` files in JavaScript takes minutes.
 */
export function unversionedFiles(folder: string): Unversioned | undefined {
  const beside = temporaryFolder();
  if (beside === undefined) return undefined;
  try {
    if (gitSync(beside, [`--git-dir=${beside}`, 'init', '--quiet', '--bare', '--template=']) === undefined) return undefined;
    const list = [
      `--git-dir=${beside}`,
      '--work-tree=.',
      'ls-files',
      '-z',
      '--others',
      '--exclude=node_modules/',
      '--exclude=!**/packages/node_modules/',
    ];
    const usual = gitSync(folder, [...list, READS_IGNORED], { nested: true });
    const endless = usual === undefined ? endlessUnder(folder) : [];
    const listed = endless.length === 0 ? usual : gitSync(folder, list, { nested: true });
    if (listed === undefined) return undefined;
    const names = records(listed.stdout).filter(staysInside);
    return {
      files: names.filter((name) => !name.endsWith('/') && (isFile(path.join(folder, name)) || name.includes('\uFFFD'))),
      nested: names.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1)),
      stderr: listed.stderr,
      endless,
    };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function temporaryFolder(): string | undefined {
  try {
    return mkdtempSync(path.join(tmpdir(), 'cookie-lint-'));
  } catch {
    // The disk is full, or the system has no place for temporary files: the folder is walked instead.
    return undefined;
  }
}

const isFile = (absolute: string): boolean => linkStatOf(absolute)?.isFile() === true;
