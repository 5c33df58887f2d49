/** Koa and its sessions. Where nothing is written, the request decides. */
import { argument, defineRule, options, value, type ArgumentConditions, type CookieSurface } from '../../src/matching/surface.js';

const names = ['ctx.cookies', 'context.cookies', 'this.cookies'];

/** https://koajs.com/#settings; https://github.com/pillarjs/cookies#secure-cookies: the cookie jar throws where the request does not look like HTTPS. */
const trust = { object: ['koa()'], statement: '{object}.proxy = true' } as const;

const session = (conditions: ArgumentConditions, at: number): CookieSurface => ({
  id: 'koa-session/options',
  kind: 'session',
  match: { call: ['koa-session', 'koa-session.createSession'], ...conditions },
  name: argument(at, 'key'),
  defaultName: 'koa.sess',
  session: true,
  attributes: options(at),
  otherwise: { httpOnly: true, maxAge: 86_400 },
  agesIn: 'milliseconds',
  default: 'request',
  proxy: ['koa/app-proxy'],
  refusesPlain: 'fails',
  fix: { trust },
  coveredBy: ['koa/cookies-secure'],
  ownWins: true,
});

export default defineRule({
  id: 'koa',
  title: 'Koa',
  languages: ['javascript'],
  docs: 'https://koajs.com/#context',
  triggers: [
    'cookies.set',
    'cookies.secure',
    'koa-session',
    'koa-generic-session',
    'app.proxy',
    "'koa'",
    '"koa"',
    'oidc-provider',
    'exports.proxy',
    'config.proxy',
  ],
  packages: ['koa'],
  surfaces: [
    {
      // https://koajs.com/#context: `secure` defaults to `ctx.secure`.
      id: 'koa/ctx-cookies-set',
      kind: 'write',
      match: [
        { method: 'set', receiver: { names }, args: [2, 3] },
        {
          method: 'set',
          receiver: { handler: { position: 0, least: 1, most: 2, member: 'cookies' } },
          args: [2, 3],
          imports: ['koa', '@koa/router', 'koa-router', 'koa-route'],
        },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'request',
      deletes: { when: 'value-empty-or-null', value: argument(1) },
      coveredBy: ['koa/cookies-secure'],
      ownWins: true,
      proxy: ['koa/app-proxy'],
      refusesPlain: 'fails',
      fix: { trust },
    },
    {
      // https://github.com/pillarjs/cookies/blob/master/index.js: the flag of the jar counts for all its cookies.
      id: 'koa/cookies-secure',
      docs: 'https://github.com/pillarjs/cookies/blob/master/index.js',
      kind: 'policy',
      match: { assign: ['**.ctx.cookies.secure', '**.context.cookies.secure'] },
      secure: value(),
      default: 'request',
    },
    {
      // https://koajs.com/#application
      id: 'koa/app-proxy',
      kind: 'proxy',
      match: [
        { assign: ['koa().proxy', 'koa.proxy', 'koa.default.proxy', '**.app.proxy'] },
        { assign: ['exports.proxy', 'config.proxy', 'module.exports.proxy'], file: /(?:^|\/)config\/config\.\w+\.[jt]s$/ },
        { assign: '**.proxy', imports: ['oidc-provider'] },
      ],
      value: value(),
    },
    { id: 'koa/app-proxy', kind: 'proxy', match: { call: 'koa' }, value: argument(0, 'proxy'), written: true },
    // A server that ends TLS itself sees the real scheme.
    { id: 'koa/app-proxy', kind: 'proxy', match: { call: ['https.createServer', 'http2.createSecureServer'] }, ofConnection: true },
    // https://github.com/koajs/session#options: the options come first or second.
    session({ args: [2, 2], source: { 1: /^(?:this\.)?(?=\w*(?:app|server))\w+$/i } }, 0),
    session({ args: [1, 2], source: { 0: /^(?:this\.)?(?=\w*(?:app|server))\w+$/i } }, 1),
    session({ args: [1, 1] }, 0),
    {
      // https://github.com/Secbone/koa-session2#options: the options are those of ctx.cookies.set.
      id: 'koa-session2/options',
      docs: 'https://github.com/Secbone/koa-session2#options',
      kind: 'session',
      match: { call: 'koa-session2' },
      name: argument(0, 'key'),
      defaultName: 'koa:sess',
      session: true,
      attributes: options(0),
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'request',
      proxy: ['koa/app-proxy'],
      coveredBy: ['koa/cookies-secure'],
      ownWins: true,
    },
    {
      id: 'koa-generic-session/options',
      docs: 'https://github.com/koajs/generic-session#options',
      kind: 'session',
      match: { call: 'koa-generic-session' },
      name: argument(0, 'key'),
      defaultName: 'koa.sid',
      session: true,
      attributes: options(0, 'cookie'),
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'request',
      proxy: ['koa/app-proxy'],
      refusesPlain: 'fails',
      fix: { trust },
      coveredBy: ['koa/cookies-secure'],
      ownWins: true,
    },
  ],
});
