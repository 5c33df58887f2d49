/** Spring Framework: response cookies and the helpers that write them. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

/** Methods of `ResponseCookieBuilder`. */
const builder: CookieSurface['attributes'] = {
  // https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/ResponseCookie.ResponseCookieBuilder.html
  secure: setter('secure'),
  httpOnly: setter('httpOnly'),
  sameSite: setter('sameSite'),
  domain: setter('domain'),
  path: setter('path'),
  maxAge: setter('maxAge'),
  partitioned: setter('partitioned'),
};

/** Setters of `CookieGenerator` and of the resolvers that extend it. */
const generator: CookieSurface['attributes'] = {
  secure: setter('setCookieSecure'),
  httpOnly: setter('setCookieHttpOnly'),
  domain: setter('setCookieDomain'),
  path: setter('setCookiePath'),
  maxAge: setter('setCookieMaxAge'),
};

export default defineRule({
  id: 'spring',
  title: 'Spring',
  languages: JVM,
  docs: 'https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/ResponseCookie.html',
  triggers: [
    'ResponseCookie',
    'CookieGenerator',
    'CookieLocaleResolver',
    'CookieThemeResolver',
    'ForwardedHeaderFilter',
    'ForwardedHeaderTransformer',
  ],
  packages: ['spring-web', 'spring-boot-starter-web', 'spring-boot-starter-webflux'],
  surfaces: [
    {
      id: 'spring-web/response-cookie',
      kind: 'write',
      match: {
        call: ['org.springframework.http.ResponseCookie.from', 'org.springframework.http.ResponseCookie.fromClientResponse'],
        args: [1, 2],
      },
      name: argument(0),
      value: argument(1),
      attributes: builder,
      default: 'off',
      inert: true,
    },
    {
      id: 'spring-web/cookie-generator',
      docs: 'https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/web/util/CookieGenerator.html',
      kind: 'write',
      match: { call: 'org.springframework.web.util.CookieGenerator' },
      name: setter('setCookieName'),
      attributes: generator,
      default: 'off',
    },
    {
      id: 'spring-web/cookie-locale-resolver',
      docs: 'https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/servlet/i18n/CookieLocaleResolver.html',
      kind: 'write',
      match: { call: 'org.springframework.web.servlet.i18n.CookieLocaleResolver' },
      name: [setter('setCookieName'), argument(0)],
      defaultName: 'org.springframework.web.servlet.i18n.CookieLocaleResolver.LOCALE',
      session: false,
      attributes: generator,
      default: 'off',
    },
    {
      id: 'spring-web/cookie-theme-resolver',
      docs: 'https://docs.spring.io/spring-framework/docs/5.3.x/javadoc-api/org/springframework/web/servlet/theme/CookieThemeResolver.html',
      kind: 'write',
      match: { call: 'org.springframework.web.servlet.theme.CookieThemeResolver' },
      name: setter('setCookieName'),
      defaultName: 'org.springframework.web.servlet.theme.CookieThemeResolver.THEME',
      session: false,
      attributes: generator,
      default: 'off',
    },
    {
      // https://docs.spring.io/spring-framework/reference/web/webmvc/filters.html#filters-forwarded-headers
      id: 'spring-boot/forward-headers-strategy',
      kind: 'proxy',
      match: {
        call: ['org.springframework.web.filter.ForwardedHeaderFilter', 'org.springframework.web.server.adapter.ForwardedHeaderTransformer'],
      },
    },
  ],
});
