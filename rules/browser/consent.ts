/** Consent banners and language detectors: preferences that are kept in a cookie. */
import { argument, defineRule } from '../../src/matching/surface.js';

export default defineRule({
  id: 'consent',
  title: 'Consent banners',
  languages: ['javascript'],
  docs: 'https://cookieconsent.orestbida.com/reference/configuration-reference.html#cookie',
  triggers: ['cookieconsent', 'CookieConsent', 'i18next-browser-languagedetector', 'LanguageDetector'],
  surfaces: [
    {
      id: 'cookieconsent/cookie-secure',
      docs: 'https://www.osano.com/cookieconsent/documentation/javascript-api/',
      kind: 'client',
      match: { call: ['cookieconsent.initialise', 'window.cookieconsent.initialise'] },
      name: argument(0, 'cookie', 'name'),
      defaultName: 'cookieconsent_status',
      session: false,
      attributes: { secure: argument(0, 'cookie', 'secure') },
      default: 'off',
    },
    {
      // https://cookieconsent.orestbida.com/reference/configuration-reference.html#cookie-secure: on where nothing is written.
      id: 'vanilla-cookieconsent/cookie-secure',
      docs: 'https://cookieconsent.orestbida.com/reference/configuration-reference.html#cookie-secure',
      kind: 'client',
      match: { call: ['vanilla-cookieconsent.run', 'CookieConsent.run', 'window.CookieConsent.run'] },
      name: argument(0, 'cookie', 'name'),
      defaultName: 'cc_cookie',
      session: false,
      attributes: { secure: argument(0, 'cookie', 'secure') },
      default: 'on',
    },
    {
      // https://github.com/i18next/i18next-browser-languageDetector#detector-options: only when cookies are a cache.
      id: 'i18next-browser-languagedetector/cookie-options',
      docs: 'https://github.com/i18next/i18next-browser-languageDetector#detector-options',
      kind: 'client',
      match: {
        method: 'init',
        receiver: { any: true, sure: true },
        args: [1, 2],
        mentions: /LanguageDetector/,
        unlessImports: ['i18next-http-middleware'],
      },
      needs: [{ at: 'listed', list: argument(0, 'detection', 'caches'), key: 'name', is: 'cookie' }],
      name: argument(0, 'detection', 'lookupCookie'),
      defaultName: 'i18next',
      session: false,
      attributes: { secure: argument(0, 'detection', 'cookieOptions', 'secure') },
      default: 'off',
    },
  ],
});
