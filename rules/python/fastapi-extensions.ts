/** Extensions of Starlette and FastAPI that set cookies of their own. */
import { defineRule, keyword, member } from '../../src/matching/surface.js';

export default defineRule({
  id: 'fastapi',
  title: 'Starlette / FastAPI',
  languages: ['python'],
  docs: 'https://fastapi.tiangolo.com/reference/response/',
  triggers: [
    'CSRFMiddleware',
    'starsessions',
    'CookieTransport',
    'csrf_token_cookie_secure',
    'JWT_COOKIE_SECURE',
    'authjwt_',
    'CsrfProtect',
    'CsrfSettings',
    'cookie_samesite',
  ],
  surfaces: [
    {
      id: 'starlette-csrf/middleware',
      docs: 'https://github.com/frankie567/starlette-csrf#arguments',
      kind: 'session',
      match: [
        { method: 'add_middleware', receiver: { any: true, sure: true }, argument: { 0: ['CSRFMiddleware'] } },
        { call: ['starlette.middleware.Middleware'], argument: { 0: ['CSRFMiddleware'] } },
        { call: ['starlette_csrf.CSRFMiddleware', 'starlette_csrf.middleware.CSRFMiddleware'] },
      ],
      name: keyword('cookie_name'),
      defaultName: 'csrftoken',
      session: true,
      attributes: {
        secure: keyword('cookie_secure'),
        sameSite: keyword('cookie_samesite'),
        domain: keyword('cookie_domain'),
        path: keyword('cookie_path'),
      },
      default: 'off',
    },
    {
      // https://github.com/alex-oleshkevich/starsessions#session-middleware: on by default, the opposite of Starlette's own.
      id: 'starsessions/session-middleware',
      docs: 'https://github.com/alex-oleshkevich/starsessions#session-middleware',
      kind: 'session',
      match: [
        {
          method: 'add_middleware',
          receiver: { any: true, sure: true },
          argument: { 0: ['SessionMiddleware'] },
          imports: ['starsessions'],
        },
        { call: 'starlette.middleware.Middleware', argument: { 0: ['SessionMiddleware'] }, imports: ['starsessions'] },
        { call: ['starsessions.SessionMiddleware', 'starsessions.middleware.SessionMiddleware'], imports: ['starsessions'] },
      ],
      name: keyword('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('cookie_https_only'), sameSite: keyword('cookie_same_site') },
      default: 'on',
    },
    {
      // https://fastapi-users.github.io/fastapi-users/latest/configuration/authentication/transports/cookie/: on by default.
      id: 'fastapi-users/cookie-transport',
      docs: 'https://fastapi-users.github.io/fastapi-users/latest/configuration/authentication/transports/cookie/',
      kind: 'session',
      match: [
        {
          call: [
            'fastapi_users.authentication.CookieTransport',
            'fastapi_users.authentication.transport.CookieTransport',
            'fastapi_users.authentication.transport.cookie.CookieTransport',
          ],
        },
      ],
      name: keyword('cookie_name', 0),
      defaultName: 'fastapiusersauth',
      session: true,
      attributes: {
        secure: keyword('cookie_secure', 4),
        httpOnly: keyword('cookie_httponly', 5),
        sameSite: keyword('cookie_samesite', 6),
        path: keyword('cookie_path', 2),
        domain: keyword('cookie_domain', 3),
      },
      default: 'on',
    },
    {
      id: 'fastapi-users/cookie-transport',
      docs: 'https://fastapi-users.github.io/fastapi-users/latest/configuration/oauth/',
      kind: 'session',
      match: { method: ['get_oauth_router', 'get_oauth_associate_router'], receiver: { any: true }, named: ['csrf_token_cookie_secure'] },
      name: keyword('csrf_token_cookie_name'),
      defaultName: 'fastapiusersoauthcsrf',
      session: true,
      attributes: { secure: keyword('csrf_token_cookie_secure') },
      default: 'on',
    },
    {
      // https://github.com/yezz123/authx/blob/main/authx/config.py: on by default, the opposite of Flask-JWT-Extended.
      id: 'authx/jwt-cookie-secure',
      docs: 'https://github.com/yezz123/authx/blob/main/authx/config.py',
      kind: 'session',
      match: [{ call: ['authx.AuthXConfig', 'authx.config.AuthXConfig'] }],
      name: keyword('JWT_ACCESS_COOKIE_NAME'),
      defaultName: 'access_token_cookie',
      session: true,
      attributes: { secure: [keyword('JWT_COOKIE_SECURE'), { at: 'property', path: ['JWT_COOKIE_SECURE'] }] },
      default: 'on',
    },
    {
      id: 'fastapi-jwt-auth/cookie-secure',
      docs: 'https://indominusbyte.github.io/fastapi-jwt-auth/configuration/cookies/',
      kind: 'session',
      match: { class: { member: 'authjwt_token_location' } },
      defaultName: 'access_token_cookie',
      session: true,
      attributes: { secure: member('authjwt_cookie_secure'), sameSite: member('authjwt_cookie_samesite') },
      default: 'off',
    },
    {
      id: 'fastapi-csrf-protect/cookie-secure',
      docs: 'https://github.com/aekasitt/fastapi-csrf-protect#configuration',
      kind: 'session',
      match: [
        {
          class: { bases: ['pydantic.BaseModel', 'pydantic_settings.BaseSettings', 'pydantic.BaseSettings'], member: 'cookie_samesite' },
          imports: ['fastapi_csrf_protect'],
        },
        { class: { name: /csrf/i, member: 'cookie_samesite' } },
        {
          class: { bases: ['pydantic.BaseModel', 'pydantic_settings.BaseSettings', 'pydantic.BaseSettings'], member: 'secret_key' },
          imports: ['fastapi_csrf_protect'],
        },
      ],
      name: member('cookie_key'),
      defaultName: 'fastapi-csrf-token',
      session: true,
      attributes: { secure: member('cookie_secure'), sameSite: member('cookie_samesite') },
      default: 'off',
    },
  ],
});
