/** The language cookie of i18next on the server. */
import { argument, defineRule, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** https://github.com/i18next/i18next-http-middleware#detector-options: a cookie is written where it is one of the caches. */
const detector = (match: CookieSurface['match'], at: (key: string) => Place): CookieSurface => ({
  id: 'i18next-http-middleware/cookie-secure',
  kind: 'session',
  match,
  needs: [{ at: 'listed', list: at('caches'), key: 'name', is: 'cookie' }],
  name: at('lookupCookie'),
  defaultName: 'i18next',
  session: false,
  attributes: { secure: at('cookieSecure'), sameSite: at('cookieSameSite') },
  default: 'off',
});

export default defineRule({
  id: 'i18next',
  title: 'i18next',
  languages: ['javascript'],
  docs: 'https://github.com/i18next/i18next-http-middleware#detector-options',
  triggers: ['i18next-http-middleware'],
  packages: ['i18next-http-middleware'],
  surfaces: [
    detector({ method: 'init', receiver: { any: true, sure: true }, args: [1, 2], imports: ['i18next-http-middleware'] }, (key) =>
      argument(0, 'detection', key),
    ),
    detector({ call: ['i18next-http-middleware.LanguageDetector'], args: [2, 3] }, (key) => argument(1, key)),
  ],
});
