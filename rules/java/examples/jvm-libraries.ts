/** Examples of the surfaces in ../jvm-libraries.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'pac4j/cookie': {
    bad: code`
      import org.pac4j.core.context.*;
      class Login { void login(WebContext context) { context.addResponseCookie(new Cookie("sid", "a")); } }
    `,
    good: code`
      import org.pac4j.core.context.*;
      class Login { void login(WebContext context) { Cookie cookie = new Cookie("sid", "a"); cookie.setSecure(true); context.addResponseCookie(cookie); } }
    `,
  },
  'pac4j/csrf-token-generator-matcher': {
    bad: code`
      import org.pac4j.core.matching.matcher.csrf.*;
      class Security { void configure() { CsrfTokenGeneratorMatcher matcher = new CsrfTokenGeneratorMatcher(new DefaultCsrfTokenGenerator()); matcher.setSecure(false); } }
    `,
    good: code`
      import org.pac4j.core.matching.matcher.csrf.*;
      class Security { void configure() { CsrfTokenGeneratorMatcher matcher = new CsrfTokenGeneratorMatcher(new DefaultCsrfTokenGenerator()); matcher.setSecure(true); } }
    `,
  },
  'keycloak/cookie-helper': {
    bad: code`
      import org.keycloak.services.util.CookieHelper;
      class Remember { void remember(org.keycloak.models.KeycloakSession session) { CookieHelper.addCookie("TRUSTED", "a", "/", null, null, 60, false, true, session); } }
    `,
    good: code`
      import org.keycloak.services.util.CookieHelper;
      class Remember { void remember(org.keycloak.models.KeycloakSession session) { CookieHelper.addCookie("TRUSTED", "a", "/", null, null, 60, true, true, session); } }
    `,
  },
  'wicket/cookie-utils': {
    bad: code`
      import org.apache.wicket.util.cookies.*;
      class Login { void remember(String token) { new CookieUtils().save("token", token); } }
    `,
    good: code`
      import org.apache.wicket.util.cookies.*;
      class Login { void remember(String token) { CookieDefaults settings = new CookieDefaults(); settings.setSecure(true); new CookieUtils(settings).save("token", token); } }
    `,
  },
  'latke/cookie': {
    bad: code`
      import org.b3log.latke.http.*;
      class Login { void login(Response response) { response.addCookie(new Cookie("sym", "a")); } }
    `,
    good: code`
      import org.b3log.latke.http.*;
      class Login { void login(Response response) { Cookie cookie = new Cookie("sym", "a"); cookie.setSecure(true); response.addCookie(cookie); } }
    `,
  },
} satisfies Examples;
