/** Libraries that send cookies of their own: pac4j, Keycloak's providers, Apache Wicket. */
import { argument, defineRule, setter } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const setters = {
  secure: setter('setSecure'),
  httpOnly: setter('setHttpOnly'),
  domain: setter('setDomain'),
  path: setter('setPath'),
  maxAge: setter('setMaxAge'),
};

export const pac4j = defineRule({
  id: 'pac4j',
  title: 'pac4j',
  languages: JVM,
  docs: 'https://www.pac4j.org/docs/matchers.html',
  triggers: ['org.pac4j'],
  packages: ['pac4j-core'],
  surfaces: [
    {
      // https://github.com/pac4j/pac4j/blob/master/pac4j-core/src/main/java/org/pac4j/core/context/Cookie.java
      id: 'pac4j/cookie',
      docs: 'https://github.com/pac4j/pac4j/blob/master/pac4j-core/src/main/java/org/pac4j/core/context/Cookie.java',
      kind: 'write',
      match: {
        call: 'org.pac4j.core.context.Cookie',
        args: [2, 2],
        mentions: /\borg\.pac4j\b/,
        unlessImports: ['javax.servlet', 'jakarta.servlet'],
      },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
      inert: true,
    },
    {
      // https://github.com/pac4j/pac4j/blob/master/pac4j-core/src/main/java/org/pac4j/core/matching/matcher/csrf/CsrfTokenGeneratorMatcher.java: `secure` is true.
      id: 'pac4j/csrf-token-generator-matcher',
      docs: 'https://www.pac4j.org/docs/matchers.html',
      kind: 'session',
      session: true,
      match: { call: 'org.pac4j.core.matching.matcher.csrf.CsrfTokenGeneratorMatcher' },
      defaultName: 'pac4jCsrfToken',
      attributes: setters,
      default: 'on',
    },
  ],
});

export const keycloak = defineRule({
  id: 'keycloak',
  title: 'Keycloak',
  languages: ['java', 'kotlin'],
  docs: 'https://www.keycloak.org/docs/latest/server_development/',
  triggers: ['CookieHelper.addCookie('],
  packages: ['keycloak-services', 'keycloak-server-spi'],
  surfaces: [
    {
      // https://github.com/keycloak/keycloak/blob/22.0.0/services/src/main/java/org/keycloak/services/util/CookieHelper.java: (name, value, path, domain, comment, maxAge, secure, httpOnly, …)
      id: 'keycloak/cookie-helper',
      docs: 'https://github.com/keycloak/keycloak/blob/22.0.0/services/src/main/java/org/keycloak/services/util/CookieHelper.java',
      kind: 'write',
      match: {
        call: ['org.keycloak.services.util.CookieHelper.addCookie', 'CookieHelper.addCookie'],
        args: [8, 10],
        mentions: /\borg\.keycloak\b/,
      },
      name: argument(0),
      value: argument(1),
      attributes: { path: argument(2), domain: argument(3), maxAge: argument(5), secure: argument(6), httpOnly: argument(7) },
      default: 'off',
    },
  ],
});

export const wicket = defineRule({
  id: 'wicket',
  title: 'Apache Wicket',
  languages: JVM,
  docs: 'https://nightlies.apache.org/wicket/apidocs/10.x/org/apache/wicket/util/cookies/CookieUtils.html',
  triggers: ['CookieUtils(', 'CookieDefaults('],
  packages: ['wicket-core'],
  surfaces: [
    {
      // https://github.com/apache/wicket/blob/master/wicket-core/src/main/java/org/apache/wicket/util/cookies/CookieDefaults.java: `secure` is false.
      id: 'wicket/cookie-utils',
      docs: 'https://nightlies.apache.org/wicket/apidocs/10.x/org/apache/wicket/util/cookies/CookieDefaults.html',
      kind: 'write',
      match: { call: 'org.apache.wicket.util.cookies.CookieDefaults' },
      attributes: setters,
      default: 'off',
    },
    {
      id: 'wicket/cookie-utils',
      kind: 'write',
      match: { call: 'org.apache.wicket.util.cookies.CookieUtils', args: [0, 0] },
      attributes: { secure: nowhere },
      default: 'off',
      fix: { unsafe: 'give it CookieDefaults with setSecure(true)' },
    },
  ],
});

export const latke = defineRule({
  id: 'latke',
  title: 'Latke',
  languages: JVM,
  docs: 'https://github.com/88250/latke',
  triggers: ['org.b3log.latke.http'],
  packages: ['latke-core'],
  surfaces: [
    {
      // https://github.com/88250/latke/blob/master/latke-core/src/main/java/org/b3log/latke/http/Cookie.java: wraps Netty's, which is without Secure.
      id: 'latke/cookie',
      docs: 'https://github.com/88250/latke/blob/master/latke-core/src/main/java/org/b3log/latke/http/Cookie.java',
      kind: 'write',
      match: { call: 'org.b3log.latke.http.Cookie', args: [2, 2], imports: ['org.b3log.latke.http'] },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
      inert: true,
    },
  ],
});
