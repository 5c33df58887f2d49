/** Examples of the surfaces in ../jetty.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'jetty/session-handler': {
    bad: 'environment.servlets().setSessionHandler(new SessionHandler());',
    good: code`
      SessionHandler sessions = new SessionHandler();
      sessions.getSessionCookieConfig().setSecure(true);
      environment.servlets().setSessionHandler(sessions);
    `,
  },
  'jetty/forwarded-request-customizer': {
    bad: code`
      import org.eclipse.jetty.server.*;
      import org.eclipse.jetty.server.session.SessionHandler;

      class Main {
        public static void main(String[] args) {
          HttpConfiguration http = new HttpConfiguration();
          context.setSessionHandler(new SessionHandler());
        }
      }
    `,
    good: code`
      import org.eclipse.jetty.server.*;
      import org.eclipse.jetty.server.session.SessionHandler;

      class Main {
        public static void main(String[] args) {
          HttpConfiguration http = new HttpConfiguration();
          http.addCustomizer(new ForwardedRequestCustomizer());
          context.setSessionHandler(new SessionHandler());
        }
      }
    `,
  },
} satisfies Examples;
