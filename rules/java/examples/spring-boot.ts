/** Examples of the surfaces in ../spring-boot.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'spring-boot/server-servlet-session-cookie-secure': {
    file: 'src/main/resources/application.yml',
    packages: ['spring-boot-starter-web'],
    bad: code`
      server:
        servlet:
          session:
            cookie:
              secure: false
    `,
    good: code`
      server:
        servlet:
          session:
            cookie:
              secure: true
    `,
  },
  'spring-boot/server-session-cookie': {
    bad: code`
      import org.springframework.boot.web.servlet.server.Session;
      class Server {
        void customize(ConfigurableServletWebServerFactory factory) {
          Session session = new Session();
          session.getCookie().setSecure(false);
          factory.setSession(session);
        }
      }
    `,
    good: code`
      import org.springframework.boot.web.servlet.server.Session;
      class Server {
        void customize(ConfigurableServletWebServerFactory factory) {
          Session session = new Session();
          session.getCookie().setSecure(true);
          factory.setSession(session);
        }
      }
    `,
    file: 'Server.java',
  },
  'spring-boot/server-reactive-session-cookie-secure': {
    file: 'src/main/resources/application.properties',
    packages: ['spring-boot-starter-webflux'],
    bad: 'server.reactive.session.cookie.secure=false',
    good: 'server.reactive.session.cookie.secure=true',
  },
  'spring-boot/server-session-cookie-secure-1x': {
    file: 'src/main/resources/application.properties',
    packages: ['spring-boot-starter-web'],
    bad: 'server.session.cookie.secure=false',
    good: 'server.session.cookie.secure=true',
  },
  'jvm/app-own-cookie-property': {
    file: 'src/main/resources/application.yml',
    packages: ['spring-boot-starter-web'],
    bad: code`
      app:
        cookie:
          secure: \${COOKIE_SECURE:false}
    `,
    good: code`
      app:
        cookie:
          secure: true
    `,
  },
  'spring-boot/server-tomcat-remoteip': {
    file: 'src/main/resources/application.properties',
    packages: ['spring-boot-starter-web'],
    beside: {
      'src/main/java/Web.java': code`
        class Web implements ServletContextInitializer {
          public void onStartup(ServletContext context) {
            context.getSessionCookieConfig().setHttpOnly(true);
          }
        }
      `,
    },
    bad: 'server.tomcat.remoteip.remote-ip-header=x-forwarded-for',
    good: code`
      server.tomcat.remoteip.remote-ip-header=x-forwarded-for
      server.tomcat.remoteip.protocol-header=x-forwarded-proto
    `,
  },
} satisfies Examples;
