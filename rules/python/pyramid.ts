/** Pyramid and WebOb: cookies written on a response, session factories, authentication tickets and CSRF cookies. */
import { argument, defineRule, keyword, keywords, sibling } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responseNames } from './responses.js';

const webobResponse = { paths: ['webob.**', 'pyramid.**', '**.request.response'], types: ['webob.Response', 'pyramid.response.Response'], not: lookAlikes };

export default defineRule({
  id: 'pyramid',
  title: 'Pyramid / WebOb',
  languages: ['python', 'ini'],
  docs: 'https://docs.pylonsproject.org/projects/webob/en/stable/api/response.html#webob.response.Response.set_cookie',
  triggers: ['set_cookie', 'CookieSessionFactory', 'AuthTkt', 'CookieCSRFStoragePolicy', 'CookieProfile', 'make_cookie', 'session.secure', 'RedisSessionFactory', 'beaker.session.', 'session.key', 'beaker.middleware', 'auth_tkt', 'AuthTKT'],
  packages: ['pyramid', 'webob'],
  surfaces: [
    {
      // https://docs.pylonsproject.org/projects/webob/en/stable/api/response.html: there is no `expires` before `path`.
      id: 'webob/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: webobResponse, unlessImports: modulesOfOthers('webob') },
        { method: 'set_cookie', receiver: { ...webobResponse, names: responseNames, any: true }, imports: modulesOf('webob') },
        { call: ['webob.cookies.make_cookie', 'webob.cookies.CookieProfile', 'webob.cookies.SignedCookieProfile'] },
      ],
      name: [keyword('name', 0), keyword('cookie_name', 0)],
      value: keyword('value', 1),
      deletes: { when: 'value-empty-or-null', value: keyword('value', 1) },
      attributes: keywords({ maxAge: 2, path: 3, domain: 4, secure: 5, httpOnly: 6 }),
      default: 'off',
    },
    {
      // https://docs.pylonsproject.org/projects/pyramid/en/latest/api/session.html
      id: 'pyramid/session-factory',
      kind: 'session',
      match: { call: ['pyramid.session.SignedCookieSessionFactory', 'pyramid.session.BaseCookieSessionFactory', 'pyramid.session.UnencryptedCookieSessionFactoryConfig'] },
      name: keyword('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: keywords(),
      default: 'off',
    },
    {
      // https://docs.pylonsproject.org/projects/pyramid_beaker/en/latest/
      id: 'pyramid/session-factory',
      kind: 'session',
      match: { setting: ['beaker.session.*', '**.beaker.session.*'], languages: ['ini'], once: true },
      name: [sibling('beaker.session.key')],
      defaultName: 'beaker.session.id',
      session: true,
      attributes: { secure: sibling('beaker.session.secure'), httpOnly: sibling('beaker.session.httponly'), sameSite: sibling('beaker.session.samesite') },
      default: 'off',
      meaning: { truth: 'strict' },
    },
    {
      // https://pyramid-redis-sessions.readthedocs.io/en/latest/api.html, https://github.com/jvanasco/pyramid_session_redis
      id: 'pyramid/session-factory',
      kind: 'session',
      match: { call: ['pyramid_redis_sessions', 'pyramid_session_redis'].map((module) => `${module}.RedisSessionFactory`) },
      name: keyword('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('cookie_secure'), httpOnly: keyword('cookie_httponly'), sameSite: keyword('cookie_samesite'), path: keyword('cookie_path') },
      default: 'off',
    },
    {
      // pyramid_beaker takes the prefix `session.` too.
      id: 'pyramid/session-factory',
      kind: 'session',
      match: { setting: ['session.*', '**.session.*'], languages: ['ini'], packages: ['pyramid_beaker', 'pyramid-beaker', 'beaker'], once: true, unlessMentions: /^\s*beaker\.session\./m },
      name: [sibling('session.key')],
      defaultName: 'beaker.session.id',
      session: true,
      attributes: { secure: sibling('session.secure'), httpOnly: sibling('session.httponly'), sameSite: sibling('session.samesite') },
      default: 'off',
      meaning: { truth: 'strict' },
    },
    {
      // https://docs.pylonsproject.org/projects/repoze-who/en/latest/plugins.html#repoze.who.plugins.auth_tkt.AuthTktCookiePlugin
      id: 'repoze-who/auth-tkt',
      kind: 'session',
      match: { setting: ['*.use', '**.use'], is: ['repoze.who.plugins.auth_tkt:make_plugin', 'repoze.who.plugins.auth_tkt'], languages: ['ini'] },
      name: sibling('cookie_name'),
      defaultName: 'auth_tkt',
      session: true,
      attributes: { secure: sibling('secure') },
      default: 'off',
      meaning: { truth: 'strict' },
    },
    {
      // The same in code, and Paste's middleware, from which it comes: https://github.com/cdent/paste/blob/master/paste/auth/auth_tkt.py
      id: 'repoze-who/auth-tkt',
      kind: 'session',
      match: { call: 'repoze.who.plugins.auth_tkt.AuthTktCookiePlugin' },
      name: keyword('cookie_name', 1),
      defaultName: 'auth_tkt',
      session: true,
      attributes: { secure: keyword('secure', 2) },
      default: 'off',
    },
    {
      id: 'repoze-who/auth-tkt',
      kind: 'session',
      match: { call: ['paste.auth.auth_tkt.AuthTKTMiddleware', 'repoze.who.plugins.auth_tkt.make_plugin'] },
      name: keyword('cookie_name', 2),
      defaultName: 'auth_tkt',
      session: true,
      attributes: { secure: keyword('secure', 3) },
      default: 'off',
    },
    {
      // https://beaker.readthedocs.io/en/latest/configuration.html#session-options: the same keys given in code.
      id: 'pyramid/session-factory',
      kind: 'session',
      match: { call: ['beaker.middleware.SessionMiddleware'] },
      name: [argument(1, 'session.key'), argument(1, 'beaker.session.key')],
      defaultName: 'beaker.session.id',
      session: true,
      attributes: { secure: [argument(1, 'session.secure'), argument(1, 'beaker.session.secure')], httpOnly: argument(1, 'session.httponly') },
      default: 'off',
    },
    {
      // https://docs.pylonsproject.org/projects/pyramid/en/latest/api/authentication.html
      id: 'pyramid/authtkt',
      kind: 'session',
      match: { call: 'pyramid.authentication.AuthTktCookieHelper' },
      name: keyword('cookie_name', 1),
      defaultName: 'auth_tkt',
      session: true,
      attributes: keywords({ secure: 2 }),
      default: 'off',
    },
    {
      id: 'pyramid/authtkt',
      kind: 'session',
      match: { call: 'pyramid.authentication.AuthTktAuthenticationPolicy' },
      name: keyword('cookie_name', 2),
      defaultName: 'auth_tkt',
      session: true,
      attributes: keywords({ secure: 3 }),
      default: 'off',
    },
    {
      // https://docs.pylonsproject.org/projects/pyramid/en/latest/api/csrf.html
      id: 'pyramid/csrf-cookie',
      kind: 'session',
      match: { call: 'pyramid.csrf.CookieCSRFStoragePolicy' },
      name: keyword('cookie_name', 0),
      defaultName: 'csrf_token',
      session: true,
      attributes: keywords({ secure: 1, httpOnly: 2 }),
      default: 'off',
    },
  ],
});
