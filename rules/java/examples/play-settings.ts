/** Examples of the surfaces in ../play-settings.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'play/http-session-secure': {
    file: 'conf/application.conf',
    bad: code`
      play.http.session {
        httpOnly = true
        secure = false
      }
    `,
    good: code`
      play.http.session {
        httpOnly = true
        secure = true
      }
    `,
  },
  'play/http-flash-secure': {
    file: 'conf/application.conf',
    bad: 'play.http.flash.cookieName = "SHOP_FLASH"',
    good: code`
      play.http.flash.cookieName = "SHOP_FLASH"
      play.http.flash.secure = true
    `,
  },
  'play/i18n-lang-cookie-secure': {
    file: 'conf/application.conf',
    bad: 'play.i18n.langCookieSecure = false',
    good: 'play.i18n.langCookieSecure = true',
  },
  'play/filters-csrf-cookie-secure': {
    file: 'conf/application.conf',
    bad: code`
      play.filters.csrf.cookie.name = "csrfToken"
      play.filters.csrf.cookie.secure = false
    `,
    good: code`
      play.filters.csrf.cookie.name = "csrfToken"
      play.filters.csrf.cookie.secure = true
    `,
  },
  'akka-http-session/cookie-secure': {
    file: 'src/main/resources/application.conf',
    bad: 'akka.http.session.server-secret = ${SECRET}',
    good: code`
      akka.http.session {
        server-secret = \${SECRET}
        cookie.secure = true
        csrf.cookie.secure = true
        refresh-token.cookie.secure = true
      }
    `,
  },
} satisfies Examples;
