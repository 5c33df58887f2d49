/** Examples of the surfaces in ../spring-security.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'spring-session/default-cookie-serializer': {
    bad: code`
      @Bean CookieSerializer cookieSerializer() {
        DefaultCookieSerializer s = new DefaultCookieSerializer();
        s.setCookieName("SID");
        return s;
      }
    `,
    good: code`
      @Bean CookieSerializer cookieSerializer() {
        DefaultCookieSerializer s = new DefaultCookieSerializer();
        s.setCookieName("SID");
        s.setUseSecureCookie(true);
        return s;
      }
    `,
  },
  'spring-webflux/cookie-web-session-id-resolver': {
    bad: code`
      CookieWebSessionIdResolver r = new CookieWebSessionIdResolver();
      r.setCookieName("SID");
    `,
    good: code`
      CookieWebSessionIdResolver r = new CookieWebSessionIdResolver();
      r.setCookieName("SID");
      r.addCookieInitializer(b -> b.secure(true));
    `,
  },
  'spring-security/remember-me': {
    bad: 'http.rememberMe(r -> r.key("k").tokenValiditySeconds(86400));',
    good: 'http.rememberMe(r -> r.key("k").tokenValiditySeconds(86400).useSecureCookie(true));',
  },
  'spring-security/remember-me-services': {
    bad: code`
      class Services extends TokenBasedRememberMeServices {
        Services(UserDetailsService users) {
          super("key", users);
        }
      }
    `,
    good: code`
      class Services extends TokenBasedRememberMeServices {
        Services(UserDetailsService users) {
          super("key", users);
          this.setUseSecureCookie(true);
        }
      }
    `,
  },
  'spring-security/cookie-csrf-token-repository': {
    bad: 'http.csrf(c -> c.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()));',
    good: code`
      CookieCsrfTokenRepository repo = CookieCsrfTokenRepository.withHttpOnlyFalse();
      repo.setCookieCustomizer(c -> c.secure(true));
      http.csrf(c -> c.csrfTokenRepository(repo));
    `,
  },
  'spring-security/cookie-server-csrf-token-repository': {
    bad: 'http.csrf(c -> c.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse()));',
    good: code`
      var repo = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
      repo.setCookieCustomizer(c -> c.secure(true));
      http.csrf(c -> c.csrfTokenRepository(repo));
    `,
  },
  'spring-security/cookie-request-cache': {
    bad: 'http.requestCache(c -> c.requestCache(new CookieRequestCache()));',
    good: code`
      CookieRequestCache cache = new CookieRequestCache();
      cache.setCookieCustomizer(c -> c.setSecure(true));
      http.requestCache(c -> c.requestCache(cache));
    `,
  },
  'spring-security/cookie-server-request-cache': {
    bad: 'http.requestCache(c -> c.requestCache(new CookieServerRequestCache()));',
    good: code`
      CookieServerRequestCache cache = new CookieServerRequestCache();
      cache.setCookieCustomizer(c -> c.secure(true));
      http.requestCache(c -> c.requestCache(cache));
    `,
  },
} satisfies Examples;
