/** Java / Jakarta Servlet: `Cookie` objects and the session cookie's configuration. */
import { argument, defineRule, fixed, repeated, setter, value, type CookieSurface } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

/** The configuration is changed, or kept in a variable to be changed: code that asks it for a name, and wrappers that hand it on, configure nothing. */
const CONFIGURED_SESSION_COOKIE =
  /[sS]essionCookieConfig(?:\(\))?\s*\.\s*(?:set[A-Z]|with\b|apply\b|\w+\s*=[^=])|=\s*[\w.()]*[sS]essionCookieConfig\(\)\s*(?:;|$)|with\(/m;

/** Containers send Secure with their session cookie when the request came by HTTPS, as far as they know. */
export const SERVLET_PROXIES = [
  'spring-boot/forward-headers-strategy',
  'spring-boot/server-tomcat-remoteip',
  'tomcat/remote-ip-valve',
  'tomcat/connector-secure',
  'jetty/forwarded-request-customizer',
];

/** Setters of a servlet cookie, each with its Kotlin property. */
export const cookieSetters: CookieSurface['attributes'] = {
  // https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/cookie
  secure: [setter('setSecure'), { at: 'setter', methods: ['setAttribute'], argument: 1, first: 'Secure' }],
  httpOnly: setter('setHttpOnly'),
  domain: setter('setDomain'),
  path: setter('setPath'),
  maxAge: setter('setMaxAge'),
  sameSite: { at: 'setter', methods: ['setAttribute'], argument: 1, first: 'SameSite' },
};

const COOKIE = ['javax.servlet.http.Cookie', 'jakarta.servlet.http.Cookie'];
/** https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/httpservletrequest#getCookies(), also as a property of Kotlin and Groovy */
const OF_REQUEST = /(?:\bre?q\w*|\brequest|Request)(?:\(\))?[?!]*\.(?:getCookies(?:\(\))?|cookies)$|\bWebUtils\.getCookie$/;
/** Libraries with a `Cookie` of their own, which a star import may bring in. */
const OTHER_COOKIES = [
  'io.netty',
  'io.vertx',
  'org.openqa.selenium',
  'okhttp3',
  'io.restassured',
  'org.apache.http',
  'javax.ws.rs.core',
  'jakarta.ws.rs.core',
  'io.micronaut',
  'play.mvc',
  'play.api.mvc',
  'io.ktor',
  'org.http4k',
  'io.javalin.http.Cookie',
  'io.undertow',
  'cn.hutool.http',
  'org.apache.shiro',
  'zio.http',
  'org.asynchttpclient',
  'io.jooby',
  'io.helidon',
  'com.twitter.finagle',
  'cask',
  'org.pac4j.core.context',
  'org.b3log.latke.http',
];

export default defineRule({
  id: 'servlet',
  title: 'Jakarta Servlet',
  languages: JVM,
  docs: 'https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/cookie',
  triggers: ['Cookie(', 'addCookie', '.setSecure(false', 'setAttribute("Secure', 'etSessionCookieConfig', 'sessionCookieConfig'],
  surfaces: [
    {
      id: 'servlet/cookie',
      kind: 'write',
      match: [
        { call: COOKIE, args: [2, 2], languages: ['java'], unlessImports: OTHER_COOKIES },
        { call: COOKIE, args: [2, 2], imports: ['javax.servlet', 'jakarta.servlet'] },
        // A part of a file: what is added to a response is a servlet's cookie.
        { call: COOKIE, args: [2, 2], languages: ['kotlin', 'scala'], mentions: /\baddCookie\(/, unlessImports: OTHER_COOKIES },
      ],
      name: argument(0),
      value: [setter('setValue'), argument(1)],
      attributes: cookieSetters,
      default: 'off',
      inert: true,
    },
    {
      // A class of the repository that derives from it: its constructor says the name, and may harden it.
      id: 'servlet/cookie',
      kind: 'write',
      match: { call: COOKIE, args: [0, 9], subclasses: 'only' },
      name: { at: 'given-to-base', index: 0 },
      value: [setter('setValue'), { at: 'given-to-base', index: 1 }],
      attributes: cookieSetters,
      default: 'off',
      inert: true,
    },
    {
      // What came with the request has a name and a value, and no attributes, when it is sent again.
      id: 'servlet/cookie',
      kind: 'write',
      match: { method: 'addCookie', receiver: { any: true, sure: true }, args: [1, 1], sendsAgain: { argument: 0, from: OF_REQUEST } },
      name: { at: 'sent-name' },
      value: setter('setValue'),
      attributes: cookieSetters,
      default: 'off',
    },
    {
      // A cookie that is made elsewhere: what is said here is said last. Deletions turn it off too.
      id: 'servlet/cookie',
      kind: 'write',
      match: {
        method: 'setSecure',
        receiver: { types: COOKIE, not: ['**.Cookie()'] },
        source: { 0: /^false$/ },
        imports: ['javax.servlet', 'jakarta.servlet'],
        unlessCalled: { method: 'setMaxAge', source: /^0$/ },
        unlessHelper: true,
      },
      attributes: { secure: argument(0) },
      default: 'off',
    },
    {
      // Anything but "true" leaves Secure off (run with Tomcat 10.1.60); on a cookie that is made here the setter above counts.
      id: 'servlet/cookie-set-attribute',
      kind: 'write',
      match: {
        method: 'setAttribute',
        receiver: { types: [...COOKIE, 'Cookie'], names: ['cookie'], not: ['**.Cookie()'] },
        argument: { 0: ['Secure'], 1: /^(?!true$)/i },
      },
      attributes: { secure: fixed(false) },
      default: 'off',
    },
    {
      id: 'servlet/session-cookie-config',
      docs: 'https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/sessioncookieconfig',
      kind: 'session',
      match: [
        // The file's own session handler of Jetty is judged with what is said here.
        {
          call: '**.getSessionCookieConfig',
          once: true,
          mentions: CONFIGURED_SESSION_COOKIE,
          unlessCalls: [{ call: ['**.SessionHandler', 'SessionHandler'] }],
        },
        { assign: '**.sessionCookieConfig.*', once: true },
      ],
      defaultName: 'JSESSIONID',
      session: true,
      name: repeated('setName'),
      attributes: {
        secure: repeated('setSecure'),
        httpOnly: repeated('setHttpOnly'),
        domain: repeated('setDomain'),
        path: repeated('setPath'),
        maxAge: repeated('setMaxAge'),
      },
      default: 'request',
      proxy: SERVLET_PROXIES,
      // So does `web.xml`.
      shared: true,
      identity: { always: 'container' },
    },
    {
      // What code says wins over descriptors and Boot's own key, which are read before it runs.
      id: 'servlet/session-cookie-config',
      kind: 'policy',
      match: [
        {
          method: 'setSecure',
          receiver: {
            paths: ['**.getSessionCookieConfig', '**.getSessionCookieConfig()'],
            types: ['javax.servlet.SessionCookieConfig', 'jakarta.servlet.SessionCookieConfig'],
          },
        },
      ],
      secure: argument(0),
      default: 'off',
    },
    {
      id: 'servlet/session-cookie-config',
      kind: 'policy',
      match: { assign: ['**.sessionCookieConfig.isSecure', '**.sessionCookieConfig.secure'] },
      secure: value(),
      default: 'off',
    },
  ],
});
