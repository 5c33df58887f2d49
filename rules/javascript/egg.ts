/** Egg. */
import { argument, defineRule, options, value } from '../../src/matching/surface.js';

/** https://www.eggjs.org/tutorials/proxy: else egg-cookies throws where a proxy ends TLS. */
const trust = { elsewhere: '`config.proxy` is true where a proxy ends TLS' } as const;

export default defineRule({
  id: 'egg',
  title: 'Egg',
  languages: ['javascript'],
  docs: 'https://www.eggjs.org/core/cookie-and-session',
  triggers: ['cookies.set', 'exports.session', 'exports.cookies', 'config.session', 'config.cookies'],
  packages: ['egg', '@eggjs/core'],
  surfaces: [
    {
      // https://www.eggjs.org/core/cookie-and-session
      id: 'egg/cookies-set',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['ctx.cookies', 'context.cookies', 'this.cookies'], sure: true },
        args: [2, 3],
        packages: ['egg', '@eggjs/core'],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'request',
      deletes: { when: 'value-empty-or-null', value: argument(1) },
      coveredBy: ['egg/config-cookies'],
      ownWins: true,
      proxy: ['koa/app-proxy'],
      refusesPlain: 'fails',
      fix: { trust },
    },
    {
      id: 'egg/config-session',
      docs: 'https://www.eggjs.org/core/cookie-and-session#session',
      kind: 'session',
      match: {
        assign: ['exports.session', 'config.session', 'module.exports.session'],
        value: 'record',
        file: /(?:^|\/)config\/config\.\w+\.[jt]s$/,
      },
      name: value('key'),
      defaultName: 'EGG_SESS',
      session: true,
      attributes: { secure: value('secure'), httpOnly: value('httpOnly'), sameSite: value('sameSite'), maxAge: value('maxAge') },
      otherwise: { httpOnly: true, maxAge: 86_400 },
      agesIn: 'milliseconds',
      default: 'request',
      proxy: ['koa/app-proxy'],
      refusesPlain: 'fails',
      fix: { trust },
    },
    {
      id: 'egg/config-cookies',
      kind: 'policy',
      match: {
        assign: ['exports.cookies', 'config.cookies', 'module.exports.cookies'],
        value: 'record',
        file: /(?:^|\/)config\/config\.\w+\.[jt]s$/,
      },
      secure: value('secure'),
      default: 'request',
    },
  ],
});
