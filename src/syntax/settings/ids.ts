/** Which languages are settings formats: told apart from programs without loading a front-end. */
import type { LanguageId } from '../ir.js';

const SETTINGS: ReadonlySet<LanguageId> = new Set([
  'properties',
  'yaml',
  'xml',
  'ini',
  'json',
  'toml',
  'hocon',
  'dotenv',
  'nginx',
  'apache',
  'haproxy',
  'caddyfile',
  'headers',
  'vcl',
  'dockerfile',
]);

export const isSettingsLanguage = (language: LanguageId): boolean => SETTINGS.has(language);
