/** Litestar (and its former name Starlite): cookies, session backends, CSRF and JWT cookies. */
import { defineRule, key, keyword, keywords, value } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, responseNames } from './responses.js';

const cookieClass = [
  'litestar.datastructures.Cookie',
  'litestar.datastructures.cookie.Cookie',
  'starlite.Cookie',
  'starlite.datastructures.Cookie',
];

const responseClasses = ['Response', 'Redirect', 'Template', 'File', 'Stream', 'ServerSentEvent', 'ASGIResponse'];

export default defineRule({
  id: 'litestar',
  title: 'Litestar',
  languages: ['python'],
  docs: 'https://docs.litestar.dev/latest/reference/datastructures/cookie.html',
  triggers: [
    'set_cookie',
    'litestar',
    'starlite',
    'Cookie(',
    'CookieBackendConfig',
    'ServerSideSessionConfig',
    'CSRFConfig',
    'JWTCookieAuth',
  ],
  packages: ['litestar', 'starlite'],
  surfaces: [
    {
      // https://docs.litestar.dev/latest/reference/datastructures/cookie.html: a Cookie given to set_cookie ignores set_cookie's own arguments.
      id: 'litestar/set-cookie',
      kind: 'write',
      match: [{ call: cookieClass }],
      name: keyword('key', 0),
      value: keyword('value', 2),
      attributes: keywords({ path: 1, maxAge: 3, expires: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
    },
    {
      id: 'litestar/set-cookie',
      docs: 'https://docs.litestar.dev/latest/reference/response/index.html#litestar.response.Response.set_cookie',
      kind: 'write',
      match: {
        method: 'set_cookie',
        receiver: { names: responseNames, paths: ['litestar.**', 'starlite.**'], any: true, not: lookAlikes },
        imports: modulesOf('litestar'),
        argument: { 0: /^(?!.*Cookie\()/ },
      },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
    },
    {
      // https://docs.litestar.dev/latest/usage/responses.html#response-cookies: a mapping has the names and values alone.
      id: 'litestar/cookies-mapping',
      docs: 'https://docs.litestar.dev/latest/usage/responses.html',
      kind: 'write',
      match: [
        { entry: '*', under: ['response_cookies'], imports: modulesOf('litestar') },
        { entry: '*', under: ['cookies'], within: responseClasses, imports: modulesOf('litestar') },
      ],
      name: key,
      value: value(),
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'off',
      fix: { byHand: 'Give a list of `Cookie(key=…, value=…, secure=True)` instead. There is no edit: a mapping has no place for Secure.' },
    },
    {
      // https://docs.litestar.dev/latest/reference/middleware/session/base.html, …/config.html#litestar.config.csrf.CSRFConfig
      id: 'litestar/session-csrf-jwt-config',
      docs: 'https://docs.litestar.dev/latest/reference/middleware/session/base.html',
      kind: 'session',
      match: {
        call: [
          'litestar.middleware.session.client_side.CookieBackendConfig',
          'litestar.middleware.session.server_side.ServerSideSessionConfig',
          'starlite.middleware.session.CookieBackendConfig',
        ],
      },
      name: keyword('key'),
      defaultName: 'session',
      session: true,
      attributes: keywords(),
      default: 'off',
    },
    {
      id: 'litestar/session-csrf-jwt-config',
      kind: 'session',
      match: { call: ['litestar.config.csrf.CSRFConfig', 'starlite.config.CSRFConfig', 'starlite.CSRFConfig'] },
      name: keyword('cookie_name'),
      defaultName: 'csrftoken',
      session: true,
      attributes: {
        secure: keyword('cookie_secure'),
        httpOnly: keyword('cookie_httponly'),
        sameSite: keyword('cookie_samesite'),
        path: keyword('cookie_path'),
        domain: keyword('cookie_domain'),
      },
      default: 'off',
    },
    {
      id: 'litestar/session-csrf-jwt-config',
      docs: 'https://docs.litestar.dev/latest/reference/security/jwt.html#litestar.security.jwt.JWTCookieAuth',
      kind: 'session',
      match: {
        call: [
          'litestar.security.jwt.JWTCookieAuth',
          'litestar.security.jwt.OAuth2PasswordBearerAuth',
          'litestar.contrib.jwt.JWTCookieAuth',
        ],
      },
      name: keyword('key'),
      defaultName: 'token',
      session: true,
      attributes: keywords(),
      default: 'off',
    },
  ],
});
