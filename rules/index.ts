/** The catalogue: every rule module, and the idioms of every language. The order decides which rule names a site that fits several. */
import type { Rule } from '../src/matching/surface.js';
import type { Idioms } from '../src/values/idioms.js';
import hostingHeaders from './config/hosting-headers.js';
import { javascriptIdioms } from './javascript/environment.js';
import express from './javascript/express.js';
import next from './javascript/next.js';
import javascriptSetCookie from './javascript/set-cookie.js';
import { pythonIdioms } from './python/environment.js';
import { pythonRules } from './python/index.js';

export const rules: readonly Rule[] = [express, next, javascriptSetCookie, hostingHeaders, ...pythonRules];

export const idioms: Idioms = { javascript: javascriptIdioms, python: pythonIdioms };
