/** Frameworks that keep each group of settings in a file of its name: which file, and where in it. */
import type { FileTree } from './file-tree.js';
import { foldersUp, folderOf, within } from './paths.js';

export interface SettingPlace {
  readonly file: string;
  readonly path: readonly string[];
  /** The file is only for this environment, which runs without a word for it as another. */
  readonly mode?: 'production';
  /** The variable that overrides what the files say. */
  readonly variable?: string;
  /** The file holds the names of the variables that override the settings, under the same keys. */
  readonly holds?: 'variables';
}

/** The places that production reads, in that order: what is written later wins. */
type Convention = (keys: readonly string[]) => readonly SettingPlace[];

const JAVASCRIPT_CONFIG = ['json', 'json5', 'yaml', 'yml', 'toml', 'js', 'cjs', 'mjs', 'ts'];

const DYNACONF: readonly (readonly [section: readonly string[], mode: { readonly mode?: 'production' }])[] = [
  [[], {}],
  [['default'], {}],
  [['production'], { mode: 'production' }],
];

/** A key as it is written, in capitals and in small letters. */
const spellings = (keys: readonly string[]): readonly (readonly string[])[] =>
  [...new Set([keys.join('.'), keys.join('.').toUpperCase(), keys.join('.').toLowerCase()])].map((path) => path.split('.'));

const CONVENTIONS: Readonly<Record<string, Convention>> = {
  // https://laravel.com/docs/configuration#accessing-configuration-values: `mail.smtp.host` is in config/mail.php, or config/mail/smtp.php.
  laravel: (keys) => keys.map((_, i) => ({ file: `config/${keys.slice(0, i + 1).join('/')}.php`, path: keys.slice(i + 1) })),
  // https://github.com/node-config/node-config/wiki/Configuration-Files
  'node-config': (keys) => [
    ...JAVASCRIPT_CONFIG.map((extension): SettingPlace => ({ file: `config/default.${extension}`, path: keys })),
    ...JAVASCRIPT_CONFIG.map((extension): SettingPlace => ({ file: `config/production.${extension}`, path: keys, mode: 'production' })),
    // https://github.com/node-config/node-config/wiki/Environment-Variables#custom-environment-variables
    ...JAVASCRIPT_CONFIG.map((extension): SettingPlace => ({
      file: `config/custom-environment-variables.${extension}`,
      path: keys,
      holds: 'variables',
    })),
  ],
  // https://nuxt.com/docs/guide/going-further/runtime-config
  nuxt: (keys) =>
    ['ts', 'js', 'mjs'].map((extension) => ({
      file: `nuxt.config.${extension}`,
      path: ['runtimeConfig', ...keys],
      variable: `NUXT_${keys
        .map((key) => key.replace(/[A-Z]/g, '_$&'))
        .join('_')
        .toUpperCase()}`,
    })),
  // https://www.dynaconf.com/settings_files/, with the environments as sections (https://www.dynaconf.com/configuration/#environments), which are optional. Keys ignore case.
  dynaconf: (keys) =>
    DYNACONF.flatMap(([section, mode]) =>
      ['settings', '.secrets', 'config/settings', 'config/.secrets'].flatMap((name) =>
        ['toml', 'yaml', 'yml', 'json'].flatMap((extension) =>
          spellings(keys).map((path): SettingPlace => ({
            file: `${name}.${extension}`,
            path: [...section, ...path],
            variable: keys.join('__').toUpperCase(),
            ...mode,
          })),
        ),
      ),
    ),
  // https://api.rubyonrails.org/classes/Rails/Application.html#method-i-config_for: the environment's section over the shared one.
  'rails-config-for': ([name = '', ...path]) =>
    ['shared', 'production'].map((section) => ({ file: `config/${name}.yml`, path: [section, ...path] })),
  // https://github.com/rubyconfig/config#accessing-the-settings-object
  'ruby-config': (keys) =>
    ['settings', 'settings/production', 'environments/production'].map((name) => ({ file: `config/${name}.yml`, path: keys })),
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
