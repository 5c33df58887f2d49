/** Ktor: sessions in cookies, and cookies of the response. */
import { argument, defineRule, keyword, lambda, property, type CookieSurface } from '../../src/matching/surface.js';

/** Parameters of `append` and of `Cookie`, with their positions. */
const cookie: CookieSurface['attributes'] = {
  // https://api.ktor.io/ktor-http/io.ktor.http/-cookie/index.html
  maxAge: keyword('maxAge', 3),
  expires: keyword('expires', 4),
  domain: keyword('domain', 5),
  path: keyword('path', 6),
  secure: keyword('secure', 7),
  httpOnly: keyword('httpOnly', 8),
};

export default defineRule({
  id: 'ktor',
  title: 'Ktor',
  languages: ['kotlin'],
  docs: 'https://ktor.io/docs/server-sessions.html',
  triggers: ['cookie<', 'cookie(', 'cookies.append', 'Cookie(', 'cookie {', 'cookie{', 'ForwardedHeader'],
  packages: ['ktor-server-core', 'ktor-server-sessions', 'ktor-server'],
  surfaces: [
    {
      id: 'ktor/sessions-cookie',
      docs: 'https://ktor.io/docs/server-sessions.html#cookie_header',
      kind: 'session',
      match: { call: ['cookie', 'io.ktor.server.sessions.cookie', 'io.ktor.sessions.cookie'], args: [1, 2], typeArgument: true },
      name: argument(0),
      session: true,
      attributes: {
        secure: lambda('cookie', 'secure'),
        httpOnly: lambda('cookie', 'httpOnly'),
        domain: lambda('cookie', 'domain'),
        path: lambda('cookie', 'path'),
        maxAge: lambda('cookie', 'maxAgeInSeconds'),
      },
      // https://api.ktor.io/ktor-server-sessions/io.ktor.server.sessions/-cookie-configuration/index.html
      otherwise: { httpOnly: true },
      default: 'off',
    },
    {
      // https://api.ktor.io/ktor-server-sessions/io.ktor.server.sessions/cookie.html: the type may be given as a class.
      id: 'ktor/sessions-cookie',
      docs: 'https://api.ktor.io/ktor-server-sessions/io.ktor.server.sessions/cookie.html',
      kind: 'session',
      match: { call: ['cookie', 'io.ktor.server.sessions.cookie', 'io.ktor.sessions.cookie'], args: [2, 3], source: { 1: /::class$/ } },
      name: argument(0),
      session: true,
      attributes: {
        secure: lambda('cookie', 'secure'),
        httpOnly: lambda('cookie', 'httpOnly'),
        domain: lambda('cookie', 'domain'),
        path: lambda('cookie', 'path'),
        maxAge: lambda('cookie', 'maxAgeInSeconds'),
      },
      // https://api.ktor.io/ktor-server-sessions/io.ktor.server.sessions/-cookie-configuration/index.html
      otherwise: { httpOnly: true },
      default: 'off',
    },
    {
      // https://ktor.io/docs/server-forward-headers.html
      id: 'ktor/forwarded-headers',
      kind: 'proxy',
      match: { call: ['install', '**.install'], source: { 0: /^(?:[\w.]*\.)?X?ForwardedHeaders?(?:Support)?$/ } },
    },
    {
      id: 'ktor/response-cookies-append',
      docs: 'https://ktor.io/docs/server-responses.html#cookies',
      kind: 'write',
      match: { method: 'append', receiver: { names: ['response.cookies'], types: ['ResponseCookies'] }, args: [2, 10] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: cookie,
      default: 'off',
      proxy: ['ktor/forwarded-headers'],
    },
    {
      // The same class is the client's, where nobody's browser gets it.
      id: 'ktor/response-cookies-append',
      kind: 'write',
      match: {
        call: 'io.ktor.http.Cookie',
        args: [2, 10],
        imports: ['io.ktor.server', 'io.ktor.application', 'io.ktor.response'],
        unlessImports: ['io.ktor.client'],
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      // What a copy says comes after what the cookie was made with: `cookie.copy(secure = true)`.
      attributes: { ...cookie, secure: [property('secure'), keyword('secure', 7)] },
      default: 'off',
      proxy: ['ktor/forwarded-headers'],
    },
    {
      id: 'ktor/auth-oidc-sessions',
      docs: 'https://api.ktor.io/ktor-server-auth-oidc/io.ktor.server.auth.oidc/-oidc-sessions-config/cookie.html',
      kind: 'session',
      match: { call: 'cookie', args: [0, 0], lambda: true },
      session: true,
      attributes: { secure: lambda('secure') },
      default: 'on',
    },
  ],
});
