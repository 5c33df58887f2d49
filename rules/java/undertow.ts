/** Undertow: cookies and the session's configuration in code. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

const setters: CookieSurface['attributes'] = {
  secure: setter('setSecure'),
  httpOnly: setter('setHttpOnly'),
  sameSite: setter('setSameSite'),
  domain: setter('setDomain'),
  path: setter('setPath'),
  maxAge: setter('setMaxAge'),
};

export default defineRule({
  id: 'undertow',
  title: 'Undertow',
  languages: JVM,
  docs: 'https://undertow.io/javadoc/2.1.x/io/undertow/server/handlers/CookieImpl.html',
  triggers: ['CookieImpl(', 'ServletSessionConfig(', 'SessionCookieConfig('],
  packages: ['undertow-core'],
  surfaces: [
    {
      // https://undertow.io/javadoc/2.1.x/io/undertow/server/handlers/CookieImpl.html
      id: 'undertow/cookie-impl',
      kind: 'write',
      match: { call: 'io.undertow.server.handlers.CookieImpl' },
      name: argument(0),
      value: argument(1),
      attributes: setters,
      default: 'off',
      inert: true,
      confidence: 'medium',
      // https://undertow.io/javadoc/2.1.x/io/undertow/server/handlers/CookieImpl.html: the setters give the cookie back.
      fix: { insert: '.setSecure(true)' },
    },
    {
      id: 'undertow/cookie-impl',
      docs: 'https://undertow.io/javadoc/2.1.x/io/undertow/servlet/api/ServletSessionConfig.html',
      kind: 'session',
      match: { call: 'io.undertow.servlet.api.ServletSessionConfig' },
      name: setter('setName'),
      defaultName: 'JSESSIONID',
      session: true,
      attributes: setters,
      default: 'off',
      confidence: 'medium',
    },
    {
      // https://undertow.io/javadoc/2.1.x/io/undertow/server/session/SessionCookieConfig.html: `secure` is false.
      id: 'undertow/cookie-impl',
      docs: 'https://undertow.io/javadoc/2.1.x/io/undertow/server/session/SessionCookieConfig.html',
      kind: 'session',
      match: { call: 'io.undertow.server.session.SessionCookieConfig' },
      name: setter('setCookieName'),
      defaultName: 'JSESSIONID',
      session: true,
      attributes: setters,
      default: 'off',
      confidence: 'medium',
    },
  ],
});
