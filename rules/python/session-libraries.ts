/** Session and login libraries of Python that set cookies of their own: secure-cookie, sanic-session, fastapi-sessions, fastapi-login, Piccolo, NiceGUI. */
import { defineRule, keyword, keywords } from '../../src/matching/surface.js';
import { werkzeugMeaning } from './werkzeug.js';

export default defineRule({
  id: 'session-libraries',
  title: 'Session libraries',
  languages: ['python'],
  docs: 'https://secure-cookie.readthedocs.io/en/latest/',
  triggers: [
    'save_cookie(',
    'SessionMiddleware(',
    'SessionInterface(',
    'CookieParameters(',
    'LoginManager(',
    'session_login(',
    'storage_secret',
  ],
  surfaces: [
    {
      // https://secure-cookie.readthedocs.io/en/latest/cookie/; in Werkzeug's `contrib` before 1.0.
      id: 'secure-cookie/save-cookie',
      docs: 'https://secure-cookie.readthedocs.io/en/latest/cookie/',
      kind: 'session',
      match: {
        method: 'save_cookie',
        receiver: { paths: ['**.SecureCookie()', '**.SecureCookie.*()', '**.JSONSecureCookie()', '**.JSONSecureCookie.*()'] },
      },
      name: keyword('key', 1),
      defaultName: 'session',
      session: true,
      attributes: {
        secure: keyword('secure', 7),
        httpOnly: keyword('httponly', 8),
        expires: keyword('expires', 2),
        maxAge: keyword('max_age', 4),
        path: keyword('path', 5),
        domain: keyword('domain', 6),
      },
      default: 'off',
      meaning: werkzeugMeaning,
    },
    {
      // https://secure-cookie.readthedocs.io/en/latest/session/
      id: 'secure-cookie/session-middleware',
      docs: 'https://secure-cookie.readthedocs.io/en/latest/session/',
      kind: 'session',
      match: { call: ['secure_cookie.session.SessionMiddleware', 'werkzeug.contrib.sessions.SessionMiddleware'] },
      name: keyword('cookie_name', 2),
      defaultName: 'session_id',
      session: true,
      attributes: {
        secure: keyword('cookie_secure', 7),
        httpOnly: keyword('cookie_httponly', 8),
        path: keyword('cookie_path', 5),
        domain: keyword('cookie_domain', 6),
        maxAge: keyword('cookie_age', 3),
        expires: keyword('cookie_expires', 4),
      },
      default: 'off',
      meaning: werkzeugMeaning,
    },
    {
      // https://sanic-session.readthedocs.io/en/latest/using_the_interfaces.html
      id: 'sanic-session/interface',
      docs: 'https://sanic-session.readthedocs.io/en/latest/using_the_interfaces.html',
      kind: 'session',
      match: { call: ['InMemory', 'Redis', 'AIORedis', 'Memcache', 'MongoDB'].map((store) => `sanic_session.${store}SessionInterface`) },
      name: keyword('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('secure'), httpOnly: keyword('httponly'), sameSite: keyword('samesite'), domain: keyword('domain') },
      default: 'off',
    },
    {
      // https://jordanisaacs.github.io/fastapi-sessions/guide/getting_started/
      id: 'fastapi-sessions/cookie-parameters',
      docs: 'https://jordanisaacs.github.io/fastapi-sessions/guide/getting_started/',
      kind: 'session',
      match: {
        call: [
          'fastapi_sessions.frontends.implementations.CookieParameters',
          'fastapi_sessions.frontends.implementations.cookie.CookieParameters',
        ],
      },
      session: true,
      attributes: keywords(),
      default: 'off',
    },
    {
      // https://github.com/MushroomMaula/fastapi_login/blob/master/fastapi_login/fastapi_login.py: HttpOnly, and nothing else.
      id: 'fastapi-login/set-cookie',
      docs: 'https://fastapi-login.readthedocs.io/advanced_usage/#cookies',
      kind: 'session',
      match: { method: 'set_cookie', receiver: { paths: ['fastapi_login.LoginManager()'] } },
      defaultName: 'access-token',
      session: true,
      attributes: { secure: keyword('secure') },
      default: 'off',
      fix: { unsafe: 'fastapi-login has no argument for it: call `response.set_cookie` with the token instead' },
    },
    {
      // https://piccolo-api.readthedocs.io/en/latest/session_auth/endpoints.html: `production` is what makes it Secure, and on by default.
      id: 'piccolo/session-login',
      docs: 'https://piccolo-api.readthedocs.io/en/latest/session_auth/endpoints.html',
      kind: 'session',
      match: { call: ['piccolo_api.session_auth.endpoints.session_login', 'piccolo_api.mfa.endpoints.session_login'] },
      name: keyword('cookie_name', 6),
      defaultName: 'id',
      session: true,
      attributes: { secure: keyword('production', 5) },
      default: 'on',
    },
    {
      // https://nicegui.io/documentation/storage: Starlette's SessionMiddleware with these arguments.
      id: 'nicegui/storage-secret',
      docs: 'https://nicegui.io/documentation/storage',
      kind: 'session',
      match: { call: ['nicegui.ui.run', 'nicegui.ui.run_with'], named: ['storage_secret'] },
      defaultName: 'session',
      session: true,
      attributes: {
        secure: { at: 'argument', name: 'session_middleware_kwargs', path: ['https_only'] },
        sameSite: { at: 'argument', name: 'session_middleware_kwargs', path: ['same_site'] },
      },
      default: 'off',
      fix: { unsafe: 'pass `session_middleware_kwargs={"https_only": True}`' },
    },
  ],
});
