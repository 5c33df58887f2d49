/** CSRF middleware for Express. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'csrf',
  title: 'CSRF middleware',
  languages: ['javascript'],
  docs: 'https://github.com/expressjs/csurf#cookie',
  triggers: ['csurf', 'csrf-csrf', 'lusca'],
  packages: ['csurf', 'csrf-csrf', 'lusca'],
  surfaces: [
    {
      // https://github.com/expressjs/csurf#cookie: without `cookie` the secret lives in the session.
      id: 'csurf/cookie',
      kind: 'session',
      match: { call: 'csurf' },
      needs: [argument(0, 'cookie')],
      // Only `true` and an object ask for a cookie: a text (a name, it seems) leaves the secret in the session.
      unlessWritten: [{ at: 'part', of: argument(0, 'cookie'), pattern: /^(.*)$/s }],
      name: argument(0, 'cookie', 'key'),
      defaultName: '_csrf',
      session: true,
      attributes: options(0, 'cookie'),
      default: 'off',
    },
    {
      id: 'csrf-csrf/cookie-options',
      docs: 'https://github.com/Psifi-Solutions/csrf-csrf#cookieoptions',
      kind: 'session',
      match: { call: 'csrf-csrf.doubleCsrf' },
      name: argument(0, 'cookieName'),
      // The default name begins with `__Host-`, which only tells what the browser asks for.
      defaultName: '__Host-psifi.x-csrf-token',
      session: true,
      attributes: options(0, 'cookieOptions'),
      default: 'on',
    },
    {
      // https://github.com/krakenjs/lusca#luscacsrfoptions: a cookie is only sent with `angular` or `cookie`.
      id: 'lusca/csrf-cookie',
      docs: 'https://github.com/krakenjs/lusca#luscacsrfoptions',
      kind: 'session',
      match: { call: 'lusca.csrf' },
      needs: [argument(0, 'angular'), argument(0, 'cookie')],
      name: argument(0, 'cookie', 'name'),
      defaultName: 'XSRF-TOKEN',
      session: true,
      attributes: options(0, 'cookie', 'options'),
      default: 'off',
    },
    {
      id: 'lusca/csrf-cookie',
      kind: 'session',
      match: { call: 'lusca' },
      needs: [argument(0, 'csrf', 'angular'), argument(0, 'csrf', 'cookie')],
      name: argument(0, 'csrf', 'cookie', 'name'),
      defaultName: 'XSRF-TOKEN',
      session: true,
      attributes: options(0, 'csrf', 'cookie', 'options'),
      default: 'off',
    },
  ],
});
