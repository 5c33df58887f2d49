/** The language cookie of i18next on the server. */
import { defineRule, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'i18next',
  title: 'i18next',
  languages: ['javascript'],
  docs: 'https://github.com/i18next/i18next-http-middleware#detector-options',
  triggers: ['i18next-http-middleware'],
  packages: ['i18next-http-middleware'],
  surfaces: [
    {
      // https://github.com/i18next/i18next-http-middleware#detector-options
      id: 'i18next-http-middleware/cookie-secure',
      kind: 'session',
      match: { entry: 'detection.caches', imports: ['i18next-http-middleware'] },
      needs: [value('0')],
      name: { at: 'sibling', key: 'lookupCookie' },
      defaultName: 'i18next',
      session: false,
      attributes: { secure: { at: 'sibling', key: 'cookieSecure' }, sameSite: { at: 'sibling', key: 'cookieSameSite' } },
      default: 'off',
    },
  ],
});
