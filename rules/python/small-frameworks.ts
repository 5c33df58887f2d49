/** Frameworks and login libraries of Python that need a few facts each: SQLAdmin, asgi-csrf, aiohttp-security, Esmerald, py4web, Responder, sanic-jwt. */
import { defineRule, key, keyword, keywords, value, type CookieSurface } from '../../src/matching/surface.js';

/** Libraries that have no argument for Secure. */
const unasked: CookieSurface['attributes'] = { secure: { at: 'called', paths: [] } };
const esmerald = (name: string): readonly string[] =>
  ['esmerald', 'ravyn'].flatMap((host) => [`${host}.${name}`, `${host}.config.${name}`, `${host}.core.config.${name}`]);

export default defineRule({
  id: 'python-small-frameworks',
  title: 'Small Python frameworks',
  languages: ['python'],
  docs: 'https://aminalaee.github.io/sqladmin/authentication/',
  triggers: ['sqladmin', 'asgi_csrf', 'CookiesIdentityPolicy', 'esmerald', 'ravyn', 'py4web', 'responder', 'sanic_jwt'],
  packages: ['sqladmin', 'asgi-csrf', 'aiohttp-security', 'esmerald', 'ravyn', 'py4web', 'responder', 'sanic-jwt'],
  surfaces: [
    {
      // https://github.com/aminalaee/sqladmin/blob/main/sqladmin/authentication.py: Starlette's SessionMiddleware with the key alone.
      id: 'sqladmin/authentication-backend',
      kind: 'session',
      match: { call: ['sqladmin.authentication.AuthenticationBackend'], subclasses: { unlessSays: /\bmiddlewares\b/ } },
      defaultName: 'session',
      session: true,
      attributes: unasked,
      default: 'off',
      fix: {
        byHand:
          'Set `self.middlewares = [Middleware(SessionMiddleware, secret_key=…, https_only=True)]` in the backend. There is no edit: it has no argument for it.',
      },
    },
    {
      // https://github.com/simonw/asgi-csrf#cookie-settings
      id: 'asgi-csrf/cookie-secure',
      docs: 'https://github.com/simonw/asgi-csrf',
      kind: 'session',
      match: { call: ['asgi_csrf.asgi_csrf', 'asgi_csrf.asgi_csrf_decorator'] },
      name: keyword('cookie_name'),
      defaultName: 'csrftoken',
      session: true,
      attributes: {
        secure: keyword('cookie_secure'),
        sameSite: keyword('cookie_samesite'),
        path: keyword('cookie_path'),
        domain: keyword('cookie_domain'),
      },
      default: 'off',
    },
    {
      // https://github.com/aio-libs/aiohttp-security/blob/master/aiohttp_security/cookies_identity.py: the identity itself, with a Max-Age.
      id: 'aiohttp-security/cookies-identity',
      docs: 'https://aiohttp-security.readthedocs.io/en/latest/reference.html#aiohttp_security.CookiesIdentityPolicy',
      kind: 'session',
      match: { call: ['aiohttp_security.CookiesIdentityPolicy', 'aiohttp_security.cookies_identity.CookiesIdentityPolicy'] },
      defaultName: 'AIOHTTP_SECURITY',
      session: true,
      attributes: unasked,
      default: 'off',
      fix: {
        byHand: 'Use `SessionIdentityPolicy` with a session whose cookie is Secure. There is no edit: this policy has no argument for it.',
      },
    },
    {
      // https://esmerald.dev/configurations/session/: Starlette's `https_only`.
      id: 'esmerald/session-config',
      docs: 'https://esmerald.dev/configurations/session/',
      kind: 'session',
      match: { call: esmerald('SessionConfig') },
      name: keyword('session_cookie'),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('https_only'), sameSite: keyword('same_site'), path: keyword('path') },
      default: 'off',
    },
    {
      // https://esmerald.dev/configurations/csrf/
      id: 'esmerald/csrf-config',
      docs: 'https://esmerald.dev/configurations/csrf/',
      kind: 'session',
      match: { call: esmerald('CSRFConfig') },
      name: keyword('cookie_name'),
      defaultName: 'csrftoken',
      session: true,
      attributes: {
        secure: [keyword('secure'), keyword('cookie_secure')],
        httpOnly: keyword('httponly'),
        sameSite: keyword('samesite'),
        path: keyword('cookie_path'),
        domain: keyword('cookie_domain'),
      },
      default: 'off',
    },
    {
      // https://esmerald.dev/extras/cookie-fields/
      id: 'esmerald/cookie',
      docs: 'https://esmerald.dev/extras/cookie-fields/',
      kind: 'write',
      match: {
        call: ['esmerald.core.datastructures.Cookie', 'esmerald.datastructures.Cookie', 'ravyn.core.datastructures.Cookie'],
        imports: ['esmerald', 'ravyn'],
      },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'off',
    },
    {
      // https://github.com/web2py/py4web/blob/master/py4web/core.py: by the scheme of the request's address.
      id: 'py4web/session',
      docs: 'https://py4web.com/_documentation/static/en/chapter-06.html#session',
      kind: 'session',
      match: { call: ['py4web.Session', 'py4web.core.Session'] },
      name: keyword('name', 5),
      defaultName: 'session',
      session: true,
      attributes: { ...unasked, sameSite: keyword('same_site', 4) },
      default: 'request',
      fix: { byHand: 'Hand `X-Forwarded-Proto` on to the server. There is no edit: the cookie follows the scheme of the request.' },
    },
    {
      // https://responder.kennethreitz.org/en/latest/tour.html#cookies
      id: 'responder/cookies',
      docs: 'https://responder.kennethreitz.org/en/latest/tour.html#cookies',
      kind: 'write',
      match: { assign: ['resp.cookies.*', 'resp.cookies[]'], target: 'subscript', imports: ['responder'] },
      name: key,
      value: value(),
      attributes: unasked,
      default: 'off',
      fix: { byHand: 'Use `resp.set_cookie(…, secure=True)`. There is no edit: the dictionary has no place for Secure.' },
    },
    {
      // https://sanic-jwt.readthedocs.io/en/latest/pages/configuration.html
      id: 'sanic-jwt/cookie-secure',
      docs: 'https://sanic-jwt.readthedocs.io/en/latest/pages/configuration.html',
      kind: 'session',
      match: { call: ['sanic_jwt.Initialize', 'sanic_jwt.initialize'] },
      needs: [keyword('cookie_set')],
      name: keyword('cookie_access_token_name'),
      defaultName: 'access_token',
      session: true,
      attributes: { secure: keyword('cookie_secure'), httpOnly: keyword('cookie_httponly'), sameSite: keyword('cookie_samesite') },
      default: 'on',
    },
  ],
});
