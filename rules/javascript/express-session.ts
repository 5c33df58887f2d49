/** express-session and the session middleware of its kind. */
import { argument, defineRule, options, value } from '../../src/matching/surface.js';

/** https://expressjs.com/en/guide/behind-proxies.html: the library asks `req.secure`, or leaves the cookie out. */
const trust = { object: ['express()'], statement: "{object}.set('trust proxy', 1)" } as const;

export default defineRule({
  id: 'express-session',
  title: 'express-session',
  languages: ['javascript'],
  docs: 'https://github.com/expressjs/session#cookiesecure',
  triggers: ['express-session', 'session.cookie.secure', 'cookie-session', 'sessionOptions.secure', 'client-sessions', 'next-session'],
  packages: ['express-session', 'cookie-session', 'client-sessions', 'next-session'],
  surfaces: [
    {
      // https://github.com/expressjs/session#cookiesecure; `cookie` may be a function of the request since 1.19.
      id: 'express-session/cookie',
      kind: 'session',
      match: { call: ['express-session', 'express-session.session'] },
      name: [argument(0, 'name'), argument(0, 'key')],
      defaultName: 'connect.sid',
      session: true,
      attributes: { ...options(0, 'cookie'), secure: [argument(0, 'cookie', 'secure'), argument(0, 'cookie', '()', 'secure')] },
      default: 'off',
      meaning: { words: { auto: 'request' } },
      proxy: ['express/trust-proxy'],
      needsProxy: true,
      fix: { trust },
    },
    {
      // https://github.com/expressjs/session#reqsessioncookie
      id: 'express-session/cookie',
      kind: 'session',
      match: { assign: '**.session.cookie.secure' },
      defaultName: 'connect.sid',
      session: true,
      attributes: { secure: value() },
      default: 'off',
      meaning: { words: { auto: 'request' } },
      proxy: ['express/trust-proxy'],
      refusesPlain: 'leaves out',
      fix: { trust },
    },
    {
      // https://github.com/expressjs/cookie-session#cookie-options: `secure` defaults to the request's scheme.
      id: 'cookie-session/options',
      kind: 'session',
      match: { call: ['cookie-session', 'cookie-session.cookieSession'] },
      name: argument(0, 'name'),
      defaultName: 'session',
      session: true,
      attributes: { ...options(0), secure: [argument(0, 'secure'), argument(0, 'secureProxy')] },
      default: 'request',
      proxy: ['express/trust-proxy'],
      needsProxy: true,
      fix: { trust },
    },
    {
      // https://github.com/expressjs/cookie-session#reqsessionoptions
      id: 'cookie-session/options',
      kind: 'session',
      match: { assign: '**.sessionOptions.secure' },
      defaultName: 'session',
      session: true,
      attributes: { secure: value() },
      default: 'request',
      proxy: ['express/trust-proxy'],
      refusesPlain: 'leaves out',
      fix: { trust },
    },
    {
      // https://github.com/mozilla/node-client-sessions#usage
      id: 'client-sessions/cookie',
      kind: 'session',
      match: { call: 'client-sessions' },
      name: argument(0, 'cookieName'),
      session: true,
      attributes: { ...options(0, 'cookie'), secure: [argument(0, 'cookie', 'secure'), argument(0, 'cookie', 'secureProxy')] },
      default: 'request',
      proxy: ['express/trust-proxy'],
      refusesPlain: 'fails',
      fix: { trust: { elsewhere: '`secureProxy` is used instead where a proxy ends TLS' } },
    },
    {
      // https://github.com/hoangvvo/next-session#options
      id: 'next-session/cookie',
      kind: 'session',
      match: { call: 'next-session' },
      name: argument(0, 'name'),
      defaultName: 'sid',
      session: true,
      attributes: options(0, 'cookie'),
      default: 'off',
    },
  ],
});
