/** Sails: its session is express-session. */
import { defineRule, value } from '../../src/matching/surface.js';

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
      kind: 'session',
      match: { assign: 'module.exports.session', value: 'record', file: /(?:^|\/)config\/session\.[jt]s$/ },
      name: [value('name'), value('key')],
      defaultName: 'sails.sid',
      session: true,
      attributes: { secure: value('cookie', 'secure'), sameSite: value('cookie', 'sameSite') },
      default: 'off',
      coveredBy: ['sails/production-session'],
      proxy: ['express/trust-proxy'],
    },
    {
      // https://sailsjs.com/documentation/concepts/deployment: config/env/production.js is merged over it.
      id: 'sails/production-session',
      kind: 'policy',
      match: { setting: 'session.cookie.secure', file: /(?:^|\/)config\/env\/production\.[jt]s$/ },
      secure: value(),
      default: 'off',
    },
  ],
});
