/** The editor's names for the languages that the linter reads. */
import type { LanguageId } from '../../../src/syntax/ir.js';

/** By the linter's own names, so that none is left out. Some of the names are given by extensions (https://code.visualstudio.com/docs/languages/identifiers). */
const NAMES: Readonly<Record<LanguageId, readonly string[]>> = {
  javascript: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  python: ['python'],
  ruby: ['ruby'],
  php: ['php'],
  java: ['java'],
  kotlin: ['kotlin'],
  scala: ['scala'],
  csharp: ['csharp'],
  go: ['go'],
  rust: ['rust'],
  html: [
    'html',
    'vue',
    'svelte',
    'astro',
    'erb',
    'blade',
    'twig',
    'handlebars',
    'razor',
    'aspnetcorerazor',
    'jsp',
    'django-html',
    'jinja-html',
    'pug',
    'jade',
    'ejs',
  ],
  properties: ['properties', 'java-properties', 'spring-boot-properties'],
  yaml: ['yaml', 'dockercompose', 'github-actions-workflow', 'helm', 'spring-boot-properties-yaml'],
  xml: ['xml'],
  ini: ['ini'],
  json: ['json', 'jsonc'],
  toml: ['toml'],
  hocon: ['hocon'],
  dotenv: ['dotenv', 'env'],
  nginx: ['nginx', 'NGINX'],
  apache: ['apacheconf'],
  haproxy: ['haproxy'],
  caddyfile: ['caddyfile'],
  // `_headers`, `.conf` and `.cfg` files have no language of their own in the editor: `FILES` names them.
  headers: [],
  vcl: ['vcl'],
  dockerfile: ['dockerfile'],
};

export const LANGUAGES: readonly string[] = Object.values(NAMES).flat();

/** Settings that many editors take for plain text. */
export const FILES: readonly string[] = ['**/*.{conf,cfg,hocon,vcl}', '**/{_headers,Caddyfile,.env,.env.*}'];
