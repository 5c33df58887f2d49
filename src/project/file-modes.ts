/** Which environment a settings file is for, by the naming conventions of the frameworks that have such files. */

export type FileMode = 'production' | 'staging' | 'development' | 'test';

const WORDS: Readonly<Record<FileMode, string>> = {
  production: 'production|prod|live',
  staging: 'staging|stage|uat|preprod|preview',
  development: 'development|develop|dev|local|debug|localhost|docker-?dev|devel',
  test: 'test|tests|testing|ci|e2e|it|integration(?:test)?',
};

/**
 * Conventions: Rails `config/environments/<mode>.rb`; Django and Flask `settings/<mode>.py`, `<mode>_settings.py`,
 * `settings_<mode>.py`, `config_<mode>.py`; Spring `application-<mode>.yml`; ASP.NET `appsettings.<Mode>.json`,
 * `Web.<Mode>.config`; dotenv `.env.<mode>`; Symfony `config/packages/<mode>/`; node-config `config/<mode>.json`.
 */
const FOLDER_FILES = String.raw`(?:^|\/)(?:environments|settings|config|configs|configuration|conf|env|envs|\.envs|env\.d|initializers)\/(?:[^/]+\/)*(?:%)\.[a-z]+$`;
const NAMED_FILES = String.raw`(?:^|\/)(?:%)\.ini$|(?:^|\/)(?:application|appsettings|settings|config|configuration|web|app|env|environment|parameters|\.env|local_settings|docker-compose|compose|bootstrap|values)[._-](?:[a-z0-9]+[._-])*(?:%)(?:\.[a-z0-9]+)?$|(?:^|\/)(?:%)[._-](?:settings|config|configuration|environment|env)(?:\.[a-z]+)?$`;
/** A feature's folder may be called so too (`settings/local/Panel.tsx`): code of a page or of a compiled package is no settings file. */
const PAGE_CODE = String.raw`\.component\.[jt]s|\.[jt]sx|\.vue|\.svelte|\.html`;
const MODE_FOLDERS = String.raw`(?:^|\/)config\/packages\/(?:%)\/|(?:^|\/)(?:config|environments|envs|\.envs)\/\.?(?:%)\/(?!.*(?:${PAGE_CODE})$)|(?:^|\/)settings\/\.?(?:%)\/(?!.*(?:${PAGE_CODE}|\.(?:[cm]?[jt]s|java|kt|scala|cs|go))$)`;

const compiled = (['test', 'development', 'staging', 'production'] as const).map((mode) => ({
  mode,
  pattern: new RegExp([FOLDER_FILES, NAMED_FILES, MODE_FOLDERS].map((source) => source.replaceAll('%', WORDS[mode])).join('|'), 'i'),
}));

/** Each of the patterns has one of the words whole. V8 takes ten times as long to compile them as to compile this. */
const ANY_WORD = new RegExp(`(?:^|[/._-])(?:${Object.values(WORDS).join('|')})(?:[/._-]|$)`, 'i');

/** The environment a file's name says it is for; undefined for files of every environment. */
export function fileMode(path: string): FileMode | undefined {
  if (!ANY_WORD.test(path)) return undefined;
  return compiled.find(({ pattern }) => pattern.test(path))?.mode;
}

/** Settings that production never reads. */
export const isDevelopmentFile = (path: string): boolean => {
  const mode = fileMode(path);
  return mode === 'development' || mode === 'test';
};
