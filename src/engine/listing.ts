/** What a run lists: the whole tree, and what of it was asked for. */
import type { Config } from './config/config.js';
import { discover, type Discovery } from './discover.js';

export interface ListedRun {
  readonly whole: Discovery;
  /** The named folders and files; undefined for all. */
  readonly asked: Discovery | undefined;
}

export interface ListedOptions {
  readonly root: string;
  readonly paths?: readonly string[];
  readonly alone?: true;
  readonly config: Config;
}

/** The named paths that are less than the whole tree. */
export const namedPaths = (paths: readonly string[] | undefined): readonly string[] =>
  paths?.filter((one) => one !== '.' && one !== '') ?? [];

/** Settings outside the named paths may decide what is inside them: the whole tree is listed, the named part is reported. */
export async function listRun({ root, paths, alone, config }: ListedOptions): Promise<ListedRun> {
  const named = namedPaths(paths);
  const asked = named.length > 0 ? await discover(root, named, config) : undefined;
  return { whole: alone === true ? { files: [], skipped: [] } : await discover(root, undefined, config), asked };
}
