/** Examples of the surfaces in ../i18next.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'i18next-http-middleware/cookie-secure': {
    bad: code`
      import i18next from 'i18next';
      import middleware from 'i18next-http-middleware';

      i18next.use(middleware.LanguageDetector).init({ detection: { caches: ['cookie'] } });
    `,
    good: code`
      import i18next from 'i18next';
      import middleware from 'i18next-http-middleware';

      i18next.use(middleware.LanguageDetector).init({ detection: { caches: ['cookie'], cookieSecure: true } });
    `,
  },
} satisfies Examples;
