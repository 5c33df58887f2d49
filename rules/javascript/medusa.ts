/** Medusa. */
import { defineRule, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'medusa',
  title: 'Medusa',
  languages: ['javascript'],
  docs: 'https://docs.medusajs.com/learn/configurations/medusa-config#cookieoptions',
  triggers: ['cookieOptions'],
  packages: ['@medusajs/medusa'],
  surfaces: [
    {
      // https://docs.medusajs.com/learn/configurations/medusa-config#cookieoptions
      id: 'medusa/cookie-options',
      kind: 'session',
      match: { entry: 'projectConfig.cookieOptions', file: /(?:^|\/)medusa-config\.[jt]s$/ },
      defaultName: 'connect.sid',
      session: true,
      attributes: { secure: value('secure'), sameSite: value('sameSite') },
      default: 'mode-production',
    },
  ],
});
