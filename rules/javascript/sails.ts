/** Sails: its session is express-session. */
import { defineRule, value } from '../../src/matching/surface.js';

/** What the `sails` command reads beside the configuration in code. */
export const sailsrc = defineRule({
  id: 'sails',
  title: 'Sails',
  languages: ['json'],
  docs: 'https://sailsjs.com/documentation/concepts/configuration/using-sailsrc-files',
  triggers: ['"hooks"'],
  surfaces: [
    {
      // https://sailsjs.com/documentation/concepts/extending-sails/hooks: a hook that is switched off sends no session cookie.
      id: 'sails/session-hook-off',
      kind: 'condition',
      match: { setting: 'hooks.session', is: ['false'], file: /(?:^|\/)\.sailsrc$/ },
    },
  ],
});

export default defineRule({
  id: 'sails',
  title: 'Sails',
  languages: ['javascript'],
  docs: 'https://sailsjs.com/config/session',
  triggers: ['exports.session', 'trustProxy', 'sails'],
  packages: ['sails'],
  surfaces: [
    {
      // https://sailsjs.com/config/session: express-session underneath.
      id: 'sails/session-config',
      docs: 'https://sailsjs.com/config/session',
      kind: 'session',
      match: { assign: 'module.exports.session', value: 'record', file: /(?:^|\/)config\/session\.[jt]s$/ },
      name: [value('name'), value('key')],
      defaultName: 'sails.sid',
      session: true,
      attributes: {
        secure: value('cookie', 'secure'),
        httpOnly: value('cookie', 'httpOnly'),
        sameSite: value('cookie', 'sameSite'),
        maxAge: value('cookie', 'maxAge'),
      },
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'off',
      coveredBy: ['sails/production-session'],
      decidedBy: ['sails/session-hook-off'],
      proxy: ['express/trust-proxy'],
      refusesPlain: 'leaves out',
      // https://sailsjs.com/documentation/reference/configuration/sails-config-http
      fix: { trust: { elsewhere: '`trustProxy` is set in config/http.js where a proxy ends TLS' } },
    },
    {
      // https://sailsjs.com/documentation/concepts/deployment: config/env/production.js is merged over it.
      id: 'sails/production-session',
      docs: 'https://sailsjs.com/documentation/concepts/deployment',
      kind: 'policy',
      match: { setting: 'session.cookie.secure', file: /(?:^|\/)config\/env\/production\.[jt]s$/ },
      secure: value(),
      default: 'off',
    },
  ],
});
