/** The servlet descriptor `web.xml`. */
import { defineRule } from '../../src/matching/surface.js';
import { element, session } from './xml-places.js';

export default defineRule({
  id: 'servlet',
  title: 'Jakarta Servlet',
  languages: ['xml'],
  docs: 'https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0',
  triggers: ['session-config', 'cookie-config'],
  surfaces: [
    {
      // Descriptors before Servlet 3.0 have no such element. Tomcat 10.1 takes nothing but `true` (in any case) for true.
      ...session,
      id: 'servlet/web-xml-cookie-config',
      match: {
        setting: ['session-config', '**.session-config'],
        section: true,
        file: /(?:^|\/)(?:web|web-fragment)\.xml$/,
        placeholders: 'spring',
        mentions: /^(?![\s\S]*(?:web-app_2_\d|Web Application 2\.\d|version\s*=\s*"2\.))/,
      },
      name: element('cookie-config', 'name'),
      attributes: {
        secure: element('cookie-config', 'secure'),
        httpOnly: element('cookie-config', 'http-only'),
        domain: element('cookie-config', 'domain'),
        path: element('cookie-config', 'path'),
        maxAge: element('cookie-config', 'max-age'),
      },
      default: 'request',
      coveredBy: ['servlet/session-cookie-config'],
      // Code may configure the same cookie.
      shared: true,
      identity: { always: 'container' },
    },
  ],
});
