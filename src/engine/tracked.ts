/** What git's index and its trees say of files: names, modes and object ids. */
import { git, records, type GitOptions } from './git.js';

export interface TrackedEntry {
  /** Relative to the folder asked for, with `/`. */
  readonly name: string;
  /** `100644`, `100755`; a link is `120000`, a submodule `160000`, a folder that a sparse index has as one entry `040000`. */
  readonly mode: string;
  readonly id: string;
}

/** The entries of the index under `folder`. Undefined where git can't tell. */
export async function trackedEntries(folder: string, options: GitOptions = {}): Promise<readonly TrackedEntry[] | undefined> {
  const list = ['ls-files', '-z', '--stage'];
  // Without `--sparse` git would read what a sparse index leaves out. Git before 2.35 has no such option.
  const listed = (await git(folder, [...list, '--sparse'], options)) ?? (await git(folder, list, options));
  return listed === undefined ? undefined : parsed(listed.stdout, /^(\d+) ([0-9a-f]+) \d\t([^]*)$/);
}

/** The entries of a commit's tree under `folder`. Undefined where git can't tell. */
export async function committedEntries(folder: string, commit: string): Promise<readonly TrackedEntry[] | undefined> {
  const listed = await git(folder, ['ls-tree', '-r', '-z', commit]);
  return listed === undefined ? undefined : parsed(listed.stdout, /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/);
}

function parsed(stdout: Buffer, form: RegExp): TrackedEntry[] {
  return records(stdout).flatMap((record) => {
    const [, mode, id, name] = form.exec(record) ?? [];
    return mode === undefined || id === undefined || name === undefined || !staysInside(name)
      ? []
      : [{ mode, id, name: name.replace(/\/$/, '') }];
  });
}

/** Git believes its index; a name in a forged one may lead out of the folder. */
export const staysInside = (name: string): boolean => !name.startsWith('/') && !name.split('/').includes('..');
