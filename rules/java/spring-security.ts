/** Spring Security and Spring Session: cookies that the framework sends itself. */
import { argument, defineRule, lambda, lambdaSetter, setter, type Place } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';
import { SERVLET_PROXIES } from './servlet.js';

/** `setCookieCustomizer(cookie -> cookie.secure(true))` */
const customizer = (on: string, ...methods: string[]): Place => ({ at: 'setter', methods: [on], configures: methods });

/** Both CSRF repositories: https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html#csrf-token-repository-cookie */
const csrf = {
  name: setter('setCookieName'),
  defaultName: 'XSRF-TOKEN',
  session: true,
  attributes: {
    secure: [setter('setSecure'), customizer('setCookieCustomizer', 'secure')],
    path: setter('setCookiePath'),
    domain: setter('setCookieDomain'),
  },
  default: 'request',
  fix: {
    insert: '{object}.setCookieCustomizer((cookie) -> cookie.secure(true));',
    unsafe: 'Spring Security 6.1 and later; before, `setSecure(true)`',
  },
} as const;

const REMEMBER_ME_SERVICES = ['TokenBasedRememberMeServices', 'PersistentTokenBasedRememberMeServices', 'AbstractRememberMeServices'];

export default defineRule({
  id: 'spring',
  title: 'Spring Security',
  languages: JVM,
  docs: 'https://docs.spring.io/spring-security/reference/servlet/authentication/rememberme.html',
  triggers: [
    'ememberMe',
    'RememberMeServices',
    'setUseSecureCookie',
    'CsrfTokenRepository',
    'RequestCache',
    'CookieSerializer',
    'CookieWebSessionIdResolver',
  ],
  packages: ['spring-security-web', 'spring-boot-starter-security', 'spring-session-core'],
  surfaces: [
    {
      id: 'spring-session/default-cookie-serializer',
      docs: 'https://docs.spring.io/spring-session/reference/api.html#api-cookieserializer',
      kind: 'session',
      match: { call: 'org.springframework.session.web.http.DefaultCookieSerializer' },
      name: setter('setCookieName'),
      defaultName: 'SESSION',
      session: true,
      attributes: {
        secure: setter('setUseSecureCookie'),
        httpOnly: setter('setUseHttpOnlyCookie'),
        sameSite: setter('setSameSite'),
        path: setter('setCookiePath'),
        domain: setter('setDomainName'),
        maxAge: setter('setCookieMaxAge'),
      },
      // https://github.com/spring-projects/spring-session/blob/main/spring-session-core/src/main/java/org/springframework/session/web/http/DefaultCookieSerializer.java
      otherwise: { httpOnly: true, sameSite: 'Lax' },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      id: 'spring-webflux/cookie-web-session-id-resolver',
      docs: 'https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/server/session/CookieWebSessionIdResolver.html',
      kind: 'session',
      match: { call: 'org.springframework.web.server.session.CookieWebSessionIdResolver' },
      name: setter('setCookieName'),
      defaultName: 'SESSION',
      session: true,
      attributes: {
        secure: customizer('addCookieInitializer', 'secure'),
        httpOnly: customizer('addCookieInitializer', 'httpOnly'),
        sameSite: customizer('addCookieInitializer', 'sameSite'),
        maxAge: setter('setCookieMaxAge'),
      },
      otherwise: { httpOnly: true, sameSite: 'Lax' },
      default: 'request',
      proxy: SERVLET_PROXIES,
      fix: { insert: '{object}.addCookieInitializer((cookie) -> cookie.secure(true));' },
    },
    {
      // https://docs.spring.io/spring-security/reference/servlet/authentication/rememberme.html
      id: 'spring-security/remember-me',
      kind: 'session',
      match: [
        {
          method: 'rememberMe',
          receiver: { types: ['HttpSecurity'], names: ['http', 'httpSecurity', 'security'] },
          source: { 0: /^(?!.*::disable)/ },
        },
        { call: 'rememberMe', lambda: true, imports: ['org.springframework.security'] },
      ],
      unlessWritten: [
        lambdaSetter('rememberMeServices'),
        setter('rememberMeServices'),
        lambda('rememberMeServices'),
        lambdaSetter('disable'),
      ],
      name: [lambdaSetter('rememberMeCookieName'), setter('rememberMeCookieName'), lambda('rememberMeCookieName')],
      defaultName: 'remember-me',
      session: true,
      attributes: { secure: [lambdaSetter('useSecureCookie'), setter('useSecureCookie'), lambda('useSecureCookie')] },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      id: 'spring-security/remember-me',
      docs: 'https://docs.spring.io/spring-security/site/docs/current/api/org/springframework/security/web/authentication/rememberme/AbstractRememberMeServices.html',
      kind: 'session',
      match: {
        call: [
          'org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices',
          'org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices',
        ],
      },
      name: setter('setCookieName'),
      defaultName: 'remember-me',
      session: true,
      attributes: { secure: [setter('setUseSecureCookie'), customizer('setCookieCustomizer', 'setSecure')] },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      // A class of the repository that extends one of them sets what it wants itself, or somebody sets it on an instance.
      id: 'spring-security/remember-me-services',
      kind: 'session',
      registration: true,
      match: { class: { bases: REMEMBER_ME_SERVICES.map((name) => `org.springframework.security.web.authentication.rememberme.${name}`) } },
      // Writing the cookie itself makes it a site of its own: https://docs.spring.io/spring-security/site/docs/current/api/org/springframework/security/web/authentication/rememberme/AbstractRememberMeServices.html#setCookie
      unlessWritten: [{ at: 'member', name: 'setCookie' }],
      defaultName: 'remember-me',
      session: true,
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'request',
      proxy: SERVLET_PROXIES,
      fix: { byHand: 'Call `setUseSecureCookie(true)` in its constructor. There is no edit: what the base class does there is not seen.' },
    },
    {
      id: 'spring-security/remember-me-services',
      kind: 'session',
      match: [
        { call: 'setUseSecureCookie', args: [1, 1], imports: ['org.springframework.security.web.authentication.rememberme'] },
        {
          method: 'setUseSecureCookie',
          receiver: {
            any: true,
            sure: true,
            not: [...REMEMBER_ME_SERVICES, 'DefaultCookieSerializer'].flatMap((name) => [`**.${name}`, `**.${name}()`]),
          },
          args: [1, 1],
          unlessImports: ['org.springframework.session'],
        },
      ],
      defaultName: 'remember-me',
      session: true,
      attributes: { secure: argument(0) },
      default: 'request',
      proxy: SERVLET_PROXIES,
    },
    {
      ...csrf,
      id: 'spring-security/cookie-csrf-token-repository',
      kind: 'session',
      match: {
        call: [
          'org.springframework.security.web.csrf.CookieCsrfTokenRepository',
          'org.springframework.security.web.csrf.CookieCsrfTokenRepository.withHttpOnlyFalse',
        ],
      },
      proxy: SERVLET_PROXIES,
    },
    {
      // The test is the TLS of the connection itself: no trust in a proxy helps.
      ...csrf,
      id: 'spring-security/cookie-server-csrf-token-repository',
      kind: 'session',
      match: {
        call: [
          'org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository',
          'org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository.withHttpOnlyFalse',
        ],
      },
      proxy: [],
    },
    {
      id: 'spring-security/cookie-request-cache',
      docs: 'https://docs.spring.io/spring-security/site/docs/current/api/org/springframework/security/web/savedrequest/CookieRequestCache.html',
      kind: 'session',
      match: { call: 'org.springframework.security.web.savedrequest.CookieRequestCache' },
      defaultName: 'REDIRECT_URI',
      session: false,
      attributes: { secure: customizer('setCookieCustomizer', 'setSecure') },
      default: 'request',
      proxy: SERVLET_PROXIES,
      fix: { insert: '{object}.setCookieCustomizer((cookie) -> cookie.setSecure(true));', unsafe: 'Spring Security 6.4 and later' },
    },
    {
      id: 'spring-security/cookie-server-request-cache',
      docs: 'https://docs.spring.io/spring-security/site/docs/current/api/org/springframework/security/web/server/savedrequest/CookieServerRequestCache.html',
      kind: 'session',
      match: { call: 'org.springframework.security.web.server.savedrequest.CookieServerRequestCache' },
      defaultName: 'REDIRECT_URI',
      session: false,
      attributes: { secure: customizer('setCookieCustomizer', 'secure') },
      default: 'request',
      proxy: SERVLET_PROXIES,
      fix: { insert: '{object}.setCookieCustomizer((cookie) -> cookie.secure(true));', unsafe: 'Spring Security 6.4 and later' },
    },
  ],
});
