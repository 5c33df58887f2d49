/** The server.xml of Open Liberty and WebSphere Liberty. */
import { defineRule } from '../../src/matching/surface.js';
import { attribute, session } from './xml-places.js';

export default defineRule({
  id: 'liberty',
  title: 'Open Liberty',
  languages: ['xml'],
  docs: 'https://openliberty.io/docs/latest/reference/config/httpSession.html',
  triggers: ['httpSession'],
  surfaces: [
    {
      ...session,
      id: 'liberty/http-session-cookie-secure',
      match: { setting: ['httpSession', '**.httpSession'], section: true, placeholders: 'spring', mentions: /<httpSession\b/ },
      name: attribute('cookieName'),
      attributes: {
        secure: attribute('cookieSecure'),
        httpOnly: attribute('cookieHttpOnly'),
        path: attribute('cookiePath'),
        domain: attribute('cookieDomain'),
      },
      default: 'off',
    },
  ],
});
