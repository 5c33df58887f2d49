/** The examples of the rules over scripts of pages: a file for each rule module. */
import type { Examples } from '../../example.js';
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

export const examples: Examples = {
  ...analytics,
  ...authClients,
  ...consent,
  ...cookieHooks,
  ...documentCookie,
  ...extensions,
  ...jsCookie,
  ...toolkitCookies,
  ...universalCookie,
  ...vueCookies,
};
