/** Eclipse Jetty: the session handler of the embedded server, and trust in a proxy. */
import { defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';
import { SERVLET_PROXIES } from './servlet.js';

export default defineRule({
  id: 'jetty',
  title: 'Eclipse Jetty',
  languages: JVM,
  docs: 'https://jetty.org/docs/jetty/12/programming-guide/server/session.html',
  triggers: ['SessionHandler(', 'ForwardedRequestCustomizer'],
  packages: ['jetty-server', 'jetty-servlet', 'dropwizard-core'],
  surfaces: [
    {
      // https://jetty.org/docs/jetty/12/programming-guide/server/session.html: Secure follows the request unless that is switched off.
      id: 'jetty/session-handler',
      kind: 'session',
      match: {
        call: [
          'org.eclipse.jetty.server.session.SessionHandler',
          'org.eclipse.jetty.ee10.servlet.SessionHandler',
          'org.eclipse.jetty.ee9.servlet.SessionHandler',
          'org.eclipse.jetty.session.SessionHandler',
        ],
      },
      defaultName: 'JSESSIONID',
      session: true,
      attributes: {
        secure: [
          setter('setSecureCookies'),
          { at: 'repeated', methods: ['setSecure'], getter: 'getSessionCookieConfig' },
          { at: 'setter', methods: ['setSecureRequestOnly'], only: false },
        ],
      },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      // https://javadoc.jetty.org/jetty-12/org/eclipse/jetty/server/ForwardedRequestCustomizer.html
      id: 'jetty/forwarded-request-customizer',
      kind: 'proxy',
      match: { call: 'org.eclipse.jetty.server.ForwardedRequestCustomizer' },
    },
  ],
});
