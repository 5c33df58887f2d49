/** All settings formats, in the order in which a file name is tried. */

import type { Language } from '../ir.js';
import { apacheLanguage } from './apache.js';
import { caddyfileLanguage } from './caddyfile.js';
import { dockerfileLanguage } from './dockerfile.js';
import { dotenvLanguage } from './dotenv.js';
import { haproxyLanguage } from './haproxy.js';
import { headersLanguage } from './headers.js';
import { hoconLanguage } from './hocon.js';
import { iniLanguage } from './ini.js';
import { jsonLanguage } from './json.js';
import { nginxLanguage } from './nginx.js';
import { procfileLanguage } from './procfile.js';
import { propertiesLanguage } from './properties.js';
import { tomlLanguage } from './toml.js';
import { vclLanguage } from './vcl.js';
import { xmlLanguage } from './xml.js';
import { yamlLanguage } from './yaml.js';

/** No path is matched by two of them but the first decides; see `settingsLanguageOf` for names that say too little. */
export const settingsLanguages: readonly Language[] = [
  dotenvLanguage,
  procfileLanguage,
  dockerfileLanguage,
  headersLanguage,
  propertiesLanguage,
  yamlLanguage,
  xmlLanguage,
  jsonLanguage,
  tomlLanguage,
  iniLanguage,
  hoconLanguage,
  nginxLanguage,
  apacheLanguage,
  haproxyLanguage,
  caddyfileLanguage,
  vclLanguage,
];
