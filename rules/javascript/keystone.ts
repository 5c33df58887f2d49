/** KeystoneJS sessions. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'keystone',
  title: 'KeystoneJS',
  languages: ['javascript'],
  docs: 'https://keystonejs.com/docs/config/session',
  triggers: [['@keystone-6', 'Sessions']],
  packages: ['@keystone-6/core'],
  surfaces: [
    {
      // https://keystonejs.com/docs/config/session
      id: 'keystone/stateless-sessions',
      kind: 'session',
      match: { call: ['@keystone-6/core/session.statelessSessions', '@keystone-6/core/session.storedSessions'] },
      name: argument(0, 'cookieName'),
      defaultName: 'keystonejs-session',
      session: true,
      attributes: options(0),
      default: 'mode-production',
    },
  ],
});
