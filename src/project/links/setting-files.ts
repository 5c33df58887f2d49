/** Frameworks that keep each group of settings in a file of its name: which file, and where in it. */
import type { FileTree } from './file-tree.js';
import { foldersUp, folderOf, within } from './paths.js';

export interface SettingPlace {
  readonly file: string;
  readonly path: readonly string[];
}

type Convention = (keys: readonly string[]) => readonly SettingPlace[];

const CONVENTIONS: Readonly<Record<string, Convention>> = {
  // https://laravel.com/docs/configuration#accessing-configuration-values: `mail.smtp.host` is in config/mail.php, or config/mail/smtp.php.
  laravel: (keys) => keys.map((_, i) => ({ file: `config/${keys.slice(0, i + 1).join('/')}.php`, path: keys.slice(i + 1) })),
  // https://github.com/node-config/node-config/wiki/Configuration-Files
  'node-config': (keys) => ['default', 'production'].flatMap((mode) => ['json', 'json5', 'yaml', 'yml', 'toml', 'js', 'cjs', 'mjs', 'ts'].map((extension) => ({ file: `config/${mode}.${extension}`, path: keys }))),
};

/** The files of the app around `from` that may hold a setting. */
export function settingFiles(tree: FileTree, from: string, of: string, key: string): SettingPlace[] {
  const places = CONVENTIONS[of]?.(key.split('.')) ?? [];
  for (const folder of foldersUp(folderOf(from))) {
    const found = places.map((place) => ({ ...place, file: within(folder, place.file) })).filter(({ file }) => tree.has(file));
    if (found.length > 0) return found;
  }
  return [];
}
