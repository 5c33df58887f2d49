/** The catalogue: every rule module, and the idioms of every language. The order decides which rule names a site that fits several. */
import type { Rule } from '../src/matching/surface.js';
import type { Idioms } from '../src/values/idioms.js';
import hostingHeaders from './config/hosting-headers.js';
import nodeApplications from './config/node-applications.js';
import { javaIdioms, kotlinIdioms, scalaIdioms } from './java/environment.js';
import { jvmRules } from './java/index.js';
import { javascriptIdioms } from './javascript/environment.js';
import { javascriptServerRules } from './javascript/index.js';
import { pythonIdioms } from './python/environment.js';
import { pythonRules } from './python/index.js';
import { rubyIdioms } from './ruby/environment.js';
import { rubyRules } from './ruby/index.js';

export const rules: readonly Rule[] = [...javascriptServerRules, hostingHeaders, nodeApplications, ...pythonRules, ...jvmRules, ...rubyRules];

export const idioms: Idioms = { javascript: javascriptIdioms, python: pythonIdioms, java: javaIdioms, kotlin: kotlinIdioms, scala: scalaIdioms, ruby: rubyIdioms };
