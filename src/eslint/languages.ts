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
  dotenv: ['**/.env', '**/.env.*', '**/*.env'],
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

/** The ESLint language over a front-end. */
function eslintLanguage(language: Language): object {
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
      const unfinished: Skipped[] = [];
      const nothing = (): Program => ({ path: name, language: language.id, text, body: [], comments: [], problems: [] });
      const program = attempt(unfinished, { path: name, doing: `reading it as ${language.id}` }, () => language.lower(text, name), nothing);
      for (const { why } of unfinished) process.emitWarning(`${name}: ${why}`, 'cookie-lint');
      return { ok: true, ast: { type: 'File', range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, program } };
    },
    createSourceCode(file: ParsedFile, parsed: { ast: RootNode }): ProgramSource {
      return new ProgramSource(file.body as string, parsed.ast);
    },
  };
}

const read = [...programmingLanguages, ...settingsLanguages].filter((language) => FILES[language.id] !== undefined);
await loadLanguages(read);

export const languages: Record<string, object> = Object.fromEntries(read.map((language) => [language.id, eslintLanguage(language)]));

/** Languages whose files hold scripts for the browser too. */
const WITH_SCRIPTS: ReadonlySet<LanguageId> = new Set<LanguageId>(['php']);

const idsOf = (language: LanguageId): string[] => [...new Set(catalogue.filter(({ languages: own }) => own.includes(language) || (WITH_SCRIPTS.has(language) && own.includes('javascript'))).map((rule) => rule.id))].sort();

/** One configuration object for each language that a rule reads, besides JavaScript's. */
const configsOf = (name: string, entry: Linter.RuleEntry): Linter.Config[] =>
  read
    .filter((language) => idsOf(language.id).length > 0)
    .map((language) => ({
      name: `cookie-lint/${name}/${language.id}`,
      files: [...FILES[language.id]!],
      language: `cookie-lint/${language.id}`,
      plugins: { 'cookie-lint': plugin },
      rules: Object.fromEntries(idsOf(language.id).map((id) => [`cookie-lint/${id}`, entry])),
    }));

// The same object as the JavaScript entry's, so that a configuration may use both.
Object.assign(plugin.languages, languages);
const javascriptFiles = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const ofAllLanguages: Record<'all-languages' | 'all-languages-strict', Linter.Config[]> = {
  'all-languages': [{ ...plugin.configs.recommended, files: javascriptFiles }, ...configsOf('all-languages', 'error')],
  'all-languages-strict': [{ ...plugin.configs.strict, files: javascriptFiles }, ...configsOf('all-languages-strict', ['error', { pedantic: true }])],
};
const withLanguages = Object.assign(plugin, { configs: Object.assign(plugin.configs, ofAllLanguages) });

export default withLanguages;
export const { configs, meta, rules } = withLanguages;
