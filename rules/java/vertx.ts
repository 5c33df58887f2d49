/** Vert.x: cookies, sessions and its CSRF handler. */
import { argument, defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'vertx',
  title: 'Vert.x',
  languages: JVM,
  docs: 'https://vertx.io/docs/vertx-web/java/#_handling_sessions',
  triggers: ['SessionHandler', 'CSRFHandler', 'Cookie.cookie('],
  packages: ['vertx-web', 'vertx-core'],
  surfaces: [
    {
      // https://vertx.io/docs/apidocs/io/vertx/ext/web/handler/SessionHandler.html: DEFAULT_COOKIE_SECURE_FLAG is false.
      id: 'vertx/session-handler',
      docs: 'https://vertx.io/docs/apidocs/io/vertx/ext/web/handler/SessionHandler.html',
      kind: 'session',
      match: { call: 'io.vertx.ext.web.handler.SessionHandler.create' },
      name: setter('setSessionCookieName'),
      defaultName: 'vertx-web.session',
      session: true,
      attributes: {
        secure: setter('setCookieSecureFlag'),
        httpOnly: setter('setCookieHttpOnlyFlag'),
        sameSite: setter('setCookieSameSite'),
        path: setter('setSessionCookiePath'),
      },
      default: 'off',
      fix: { insert: '.setCookieSecureFlag(true)' },
    },
    {
      // https://vertx.io/docs/apidocs/io/vertx/ext/web/handler/CSRFHandler.html: the setter is there from 4.3.1.
      id: 'vertx/csrf-handler',
      docs: 'https://vertx.io/docs/apidocs/io/vertx/ext/web/handler/CSRFHandler.html',
      kind: 'session',
      match: { call: 'io.vertx.ext.web.handler.CSRFHandler.create' },
      name: setter('setCookieName'),
      defaultName: 'XSRF-TOKEN',
      session: true,
      attributes: { secure: setter('setCookieSecure'), httpOnly: setter('setCookieHttpOnly'), path: setter('setCookiePath') },
      default: 'off',
      fix: { insert: '.setCookieSecure(true)' },
    },
    {
      id: 'vertx/cookie',
      docs: 'https://vertx.io/docs/apidocs/io/vertx/core/http/Cookie.html',
      kind: 'write',
      match: { call: ['io.vertx.core.http.Cookie.cookie', 'io.vertx.ext.web.Cookie.cookie'], mentions: /\bCookie\.cookie\s*\(/ },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: setter('setSecure'),
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        domain: setter('setDomain'),
        path: setter('setPath'),
        maxAge: setter('setMaxAge'),
      },
      default: 'off',
      inert: true,
      // The setters give the cookie back, also those of io.vertx.ext.web.Cookie.
      fix: { insert: '.setSecure(true)' },
    },
  ],
});
