/** The catalogue: every rule module, and the idioms of every language. The order decides which rule names a site that fits several. */
import type { Rule } from '../src/matching/surface.js';
import type { Idioms } from '../src/values/idioms.js';
import { browserRules } from './browser/index.js';
import { applicationRules, configRules } from './config/index.js';
import { javaIdioms, kotlinIdioms, scalaIdioms } from './java/environment.js';
import { jvmRules } from './java/index.js';
import { csharpIdioms } from './csharp/environment.js';
import { csharpRules } from './csharp/index.js';
import { goIdioms } from './go/environment.js';
import { goRules } from './go/index.js';
import { javascriptIdioms } from './javascript/environment.js';
import { javascriptServerRules } from './javascript/index.js';
import { phpIdioms } from './php/environment.js';
import { phpRules } from './php/index.js';
import { pythonIdioms } from './python/environment.js';
import { pythonRules } from './python/index.js';
import { rubyIdioms } from './ruby/environment.js';
import { rubyRules } from './ruby/index.js';
import { vclIdioms } from './config/environment.js';
import { rustIdioms } from './rust/environment.js';
import { rustRules } from './rust/index.js';

export const rules: readonly Rule[] = [
  ...javascriptServerRules,
  ...browserRules,
  ...configRules,
  ...pythonRules,
  ...jvmRules,
  ...rubyRules,
  ...phpRules,
  ...csharpRules,
  ...goRules,
  ...rustRules,
  ...applicationRules,
];

export const idioms: Idioms = {
  javascript: javascriptIdioms,
  python: pythonIdioms,
  java: javaIdioms,
  kotlin: kotlinIdioms,
  scala: scalaIdioms,
  ruby: rubyIdioms,
  php: phpIdioms,
  csharp: csharpIdioms,
  go: goIdioms,
  rust: rustIdioms,
  vcl: vclIdioms,
};
