/** Examples of the surfaces in ../consent.ts. */
import { type Examples } from '../../example.js';

export default {
  'cookieconsent/cookie-secure': {
    bad: 'window.cookieconsent.initialise({ palette: {} });',
    good: 'window.cookieconsent.initialise({ palette: {}, cookie: { secure: true } });',
  },
  'vanilla-cookieconsent/cookie-secure': {
    bad: 'CookieConsent.run({ cookie: { secure: false }, categories: {} });',
    good: 'CookieConsent.run({ cookie: { secure: true }, categories: {} });',
  },
  'i18next-browser-languagedetector/cookie-options': {
    bad: "i18n.use(LanguageDetector).init({ detection: { caches: ['cookie'] } });",
    good: "i18n.use(LanguageDetector).init({ detection: { caches: ['cookie'], cookieOptions: { path: '/', sameSite: 'strict', secure: true } } });",
  },
} satisfies Examples;
