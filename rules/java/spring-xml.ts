/** Spring Security's XML, and Spring Session in a WAR. */
import { defineRule } from '../../src/matching/surface.js';
import { attribute, element, session } from './xml-places.js';

export default defineRule({
  id: 'spring',
  title: 'Spring',
  languages: ['xml'],
  docs: 'https://docs.spring.io/spring-security/reference/servlet/appendix/namespace/http.html#nsa-remember-me',
  // What beans are made of is judged by the rules for Java: see src/syntax/embedded/beans.ts.
  triggers: [
    'remember-me',
    'session-config',
    'CookieLocaleResolver',
    'CookieThemeResolver',
    'CookieSerializer',
    'CookieGenerator',
    'SimpleCookie',
    'CookieRememberMeManager',
    'RememberMeServices',
    'CookieCsrfTokenRepository',
  ],
  packages: ['spring-security-config'],
  surfaces: [
    {
      // https://docs.spring.io/spring-security/reference/servlet/appendix/namespace/http.html#nsa-remember-me-use-secure-cookie
      ...session,
      id: 'spring-security/remember-me-xml',
      match: { setting: ['remember-me', '**.remember-me'], section: true, placeholders: 'spring' },
      unlessWritten: [attribute('services-ref')],
      name: attribute('remember-me-cookie'),
      defaultName: 'remember-me',
      attributes: { secure: attribute('use-secure-cookie') },
      default: 'request',
    },
    {
      // Boot 4.0.6 copies the descriptor's false into Spring Session: https://github.com/spring-projects/spring-boot (SessionAutoConfiguration)
      ...session,
      id: 'spring-boot/war-deployment-spring-session',
      match: {
        setting: ['session-config', '**.session-config'],
        section: true,
        file: /(?:^|\/)web\.xml$/,
        placeholders: 'spring',
        packages: ['spring-session-core', 'spring-boot-starter-session-data-redis', 'spring-boot-starter-session-jdbc'],
        mentions: /<cookie-config>/,
      },
      name: element('cookie-config', 'name'),
      defaultName: 'SESSION',
      attributes: { secure: element('cookie-config', 'secure') },
      default: 'off',
    },
  ],
});
