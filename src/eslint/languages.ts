/**
 * ESLint `languages` for the files that are not JavaScript, so that `settings.py` is linted, suppressed and fixed like any other.
 * Parsing is synchronous in ESLint, so the grammars are loaded here, by top-level await: ES module configs only.
 */
import path from 'node:path';
import type { Linter } from 'eslint';
import { rules as catalogue } from '../../rules/index.js';
import type { Skipped } from '../cookies/finding.js';
import { attempt } from '../engine/internal-errors.js';
import { programmingLanguages } from '../engine/languages.js';
import { loadLanguages } from '../engine/workspace.js';
import type { Language, LanguageId, Program } from '../syntax/ir.js';
import { settingsLanguages } from '../syntax/settings/languages.js';
import plugin from './plugin.js';
import { ProgramSource, type RootNode } from './text-source.js';

/** The file patterns of each language, as ESLint matches them. */
const FILES: Readonly<Partial<Record<LanguageId, readonly string[]>>> = {
  python: ['**/*.py'],
  ruby: ['**/*.rb', '**/*.ru'],
  php: ['**/*.php'],
  java: ['**/*.java'],
  kotlin: ['**/*.kt', '**/*.kts'],
  scala: ['**/*.scala'],
  csharp: ['**/*.cs'],
  go: ['**/*.go'],
  rust: ['**/*.rs'],
  properties: ['**/*.properties'],
  yaml: ['**/*.yml', '**/*.yaml'],
  xml: ['**/*.xml', '**/*.config'],
  ini: ['**/*.ini', '**/*.cfg'],
  json: ['**/appsettings*.json', '**/vercel.json', '**/firebase.json', '**/staticwebapp.config.json'],
  toml: ['**/*.toml'],
  dotenv: ['**/.env', '**/.env.*', '**/*.env', '**/Procfile', '**/Procfile.*'],
  nginx: ['**/nginx*.conf', '**/*.nginx'],
  apache: ['**/.htaccess', '**/httpd.conf'],
  haproxy: ['**/haproxy*.cfg'],
  caddyfile: ['**/Caddyfile'],
  headers: ['**/_headers'],
  vcl: ['**/*.vcl'],
};

interface ParsedFile {
  readonly body: string | Uint8Array;
  readonly path: string;
  readonly physicalPath?: string;
}

/** The ESLint language over the front-ends of one id: a Procfile is read like a dotenv file, but is not written like one. */
function eslintLanguage(frontEnds: readonly [Language, ...Language[]]): object {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    visitorKeys: { File: [] },
    defaultLanguageOptions: {},
    validateLanguageOptions(options: object): void {
      const [unknown] = Object.keys(options);
      if (unknown !== undefined) throw new TypeError(`cookie-lint's languages have no option "${unknown}".`);
    },
    parse(file: ParsedFile): { ok: true; ast: RootNode } {
      const text = file.body as string;
      const name = path.basename(file.path);
      const language = frontEnds.find((one) => one.matches(file.path)) ?? frontEnds[0];
      const unfinished: Skipped[] = [];
      const nothing = (): Program => ({ path: name, language: language.id, text, body: [], comments: [], problems: [] });
      const program = attempt(unfinished, { path: name, doing: `reading it as ${language.id}` }, () => language.lower(text, name), nothing);
      for (const { why } of unfinished) process.emitWarning(`${name}: ${why}`, 'cookie-lint');
      return {
        ok: true,
        ast: { type: 'File', range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, program },
      };
    },
    createSourceCode(file: ParsedFile, parsed: { ast: RootNode }): ProgramSource {
      return new ProgramSource(file.body as string, parsed.ast);
    },
  };
}

const read = [...programmingLanguages, ...settingsLanguages].filter((language) => FILES[language.id] !== undefined);
await loadLanguages(read);

const byId = new Map<LanguageId, [Language, ...Language[]]>();
for (const language of read) {
  const same = byId.get(language.id);
  if (same === undefined) byId.set(language.id, [language]);
  else same.push(language);
}

export const languages: Record<string, object> = Object.fromEntries([...byId].map(([id, frontEnds]) => [id, eslintLanguage(frontEnds)]));

/** Any rule may have something to say in any file: of a page's script in a string, of a setting in a file that the app's code loads, of a variable that a container is given. */
const ids = [...new Set(catalogue.map(({ id }) => id))].sort();

/** One configuration object for each language besides JavaScript. */
const configsOf = (name: string, entry: Linter.RuleEntry): Linter.Config[] =>
  [...byId.keys()].map((language) => ({
    name: `cookie-lint/${name}/${language}`,
    files: [...FILES[language]!],
    language: `cookie-lint/${language}`,
    plugins: { 'cookie-lint': plugin },
    rules: Object.fromEntries(ids.map((id) => [`cookie-lint/${id}`, entry])),
  }));

// The same object as the JavaScript entry's, so that a configuration may use both.
Object.assign(plugin.languages, languages);
// Of JavaScript and TypeScript no file is claimed: ESLint's own parser reads neither types nor JSX, so the user's configuration says which are linted.
const ofAllLanguages: Record<'all-languages' | 'all-languages-strict', Linter.Config[]> = {
  'all-languages': [plugin.configs.recommended, ...configsOf('all-languages', 'error')],
  'all-languages-strict': [plugin.configs.strict, ...configsOf('all-languages-strict', ['error', { pedantic: true }])],
};
const withLanguages = Object.assign(plugin, { configs: Object.assign(plugin.configs, ofAllLanguages) });

export default withLanguages;
export const { configs, meta, rules } = withLanguages;
