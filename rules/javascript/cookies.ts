/** The cookies package, restify-cookies and the cookie store of whatwg-node. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'cookies',
  title: 'cookies',
  languages: ['javascript'],
  docs: 'https://github.com/pillarjs/cookies',
  triggers: ["'cookies'", '"cookies"', 'cookieStore', 'setCookie('],
  packages: ['cookies', 'restify-cookies', '@whatwg-node/server-plugin-cookies'],
  surfaces: [
    {
      // https://github.com/pillarjs/cookies#cookiessetname-value--options: the socket decides where nothing is written.
      id: 'cookies/set',
      docs: 'https://github.com/pillarjs/cookies#cookiessetname-value--options',
      kind: 'write',
      match: { method: 'set', receiver: { paths: ['cookies()'] }, args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: {
        ...options(2),
        secure: [argument(2, 'secure'), argument(2, 'secureProxy'), { at: 'maker', index: 2, path: ['secure'] }],
      },
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'request',
      deletes: { when: 'value-empty-or-null', value: argument(1) },
      refusesPlain: 'fails',
      fix: { trust: { elsewhere: 'the jar is made with `{ secure: true }` where a proxy ends TLS' } },
    },
    {
      id: 'restify-cookies/set-cookie',
      docs: 'https://github.com/nathschmidt/restify-cookies',
      kind: 'write',
      match: {
        method: 'setCookie',
        receiver: { handler: { position: 1, least: 2, most: 3 }, names: ['res', 'response'], sure: true },
        args: [2, 3],
        packages: ['restify-cookies', 'restify'],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://the-guild.dev/graphql/yoga-server/docs/features/cookies: like the browser's, but Secure is off.
      id: 'whatwg-node/cookie-store',
      docs: 'https://the-guild.dev/graphql/yoga-server/docs/features/cookies',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['request.cookieStore', 'req.cookieStore'], paths: ['@whatwg-node/cookie-store.CookieStore()'] },
        args: [1, 1],
      },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
    {
      id: 'whatwg-node/cookie-store',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['request.cookieStore', 'req.cookieStore'], paths: ['@whatwg-node/cookie-store.CookieStore()'] },
        args: [2, 2],
      },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(2, 'secure') },
      default: 'off',
    },
  ],
});
