/** Javalin: cookies of the context. */
import { argument, defineRule, keyword, setter } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';
import { EMBEDDED, embeddedByHand, session } from './xml-places.js';

export default defineRule({
  id: 'javalin',
  title: 'Javalin',
  languages: JVM,
  docs: 'https://javalin.io/documentation#context',
  triggers: ['ctx.cookie(', '.cookie(', 'io.javalin.http.Cookie', 'cookieStore', 'sessionAttribute('],
  packages: ['javalin'],
  surfaces: [
    {
      // `cookie(name)` with one text reads; with a Cookie it writes that object, which is a site of its own.
      id: 'javalin/cookie',
      kind: 'write',
      match: { method: 'cookie', receiver: { types: ['io.javalin.http.Context'], names: ['ctx'] }, args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: nowhere, maxAge: argument(2) },
      default: 'off',
      // https://github.com/javalin/javalin/blob/master/javalin/src/main/java/io/javalin/http/Cookie.kt: @JvmOverloads.
      fix: {
        rewritten: { text: '{owner}.cookie(new io.javalin.http.Cookie({args}, "/", -1, true))', args: 2, languages: ['java'] },
        byHand:
          'Hand over a cookie of its own, with `ctx.cookie(Cookie(name, value, secure = true))`. There is no edit: it may need an import, and the lifetime has another place there.',
      },
    },
    {
      id: 'javalin/cookie',
      docs: 'https://github.com/javalin/javalin/blob/master/javalin/src/main/java/io/javalin/http/Cookie.kt',
      kind: 'write',
      match: {
        call: 'io.javalin.http.Cookie',
        args: [2, 9],
        languages: ['kotlin'],
        mentions: /\bctx\b|io\.javalin/,
        unlessImports: ['io.ktor', 'org.http4k', 'jakarta.servlet', 'javax.servlet', 'org.springframework', 'okhttp3', 'io.netty', 'play'],
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: [keyword('secure', 4), setter('setSecure')],
        httpOnly: keyword('isHttpOnly', 6),
        path: keyword('path', 2),
        maxAge: keyword('maxAge', 3),
        domain: keyword('domain', 8),
        sameSite: keyword('sameSite', 9),
      },
      default: 'off',
    },
    {
      id: 'javalin/cookie',
      kind: 'write',
      match: { call: 'io.javalin.http.Cookie', args: [2, 10], imports: ['io.javalin'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: [setter('setSecure'), argument(4)], path: argument(2), maxAge: argument(3) },
      default: 'off',
    },
    {
      // https://github.com/javalin/javalin/blob/master/javalin/src/main/java/io/javalin/http/util/CookieStore.kt: a plain cookie.
      id: 'javalin/cookie-store',
      docs: 'https://javalin.io/documentation#cookie-store',
      kind: 'write',
      match: { method: 'set', receiver: { paths: ['**.cookieStore()', '**.cookieStore'], sure: true }, args: [2, 2], once: true },
      defaultName: 'javalin-cookie-store',
      attributes: { secure: nowhere },
      default: 'off',
      fix: { unsafe: 'ctx.cookie(new Cookie(…)) takes it' },
    },
    {
      // https://javalin.io/documentation#sessions: the session of its embedded Jetty, which gets Secure with requests by HTTPS only.
      ...session,
      id: 'javalin/session',
      docs: 'https://javalin.io/documentation#sessions',
      registration: 'once',
      match: [
        { method: 'sessionAttribute', receiver: { types: ['io.javalin.http.Context'], names: ['ctx'] }, args: [2, 2] },
        { method: 'getSession', receiver: { paths: ['ctx.req()', 'ctx.req', '**.ctx.req()'] }, args: [0, 0], imports: ['io.javalin'] },
      ],
      decidedBy: EMBEDDED,
      attributes: { secure: nowhere },
      default: 'request',
      fix: { byHand: embeddedByHand },
    },
  ],
});
