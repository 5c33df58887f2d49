/** The browser-side rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import analytics from './analytics.js';
import authClients from './auth-clients.js';
import consent from './consent.js';
import cookieHooks from './cookie-hooks.js';
import documentCookie from './document-cookie.js';
import extensions from './extensions.js';
import jsCookie from './js-cookie.js';
import toolkitCookies from './toolkit-cookies.js';
import universalCookie from './universal-cookie.js';
import vueCookies from './vue-cookies.js';

export const browserRules: readonly Rule[] = [
  extensions,
  documentCookie,
  jsCookie,
  vueCookies,
  universalCookie,
  cookieHooks,
  toolkitCookies,
  analytics,
  consent,
  authClients,
];
