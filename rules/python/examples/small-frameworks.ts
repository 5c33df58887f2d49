/** Examples of the surfaces in ../small-frameworks.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sqladmin/authentication-backend': {
    bad: code`
      from sqladmin.authentication import AuthenticationBackend
      
      class AdminAuth(AuthenticationBackend):
          def __init__(self, secret_key: str) -> None:
              super().__init__(secret_key)
      
      backend = AdminAuth(secret_key=secret)
    `,
    good: code`
      from sqladmin.authentication import AuthenticationBackend
      
      class AdminAuth(AuthenticationBackend):
          def __init__(self, secret_key: str) -> None:
              self.middlewares = [Middleware(SessionMiddleware, secret_key=secret_key, https_only=True)]
      
      backend = AdminAuth(secret_key=secret)
    `,
  },
  'asgi-csrf/cookie-secure': {
    bad: code`
      from asgi_csrf import asgi_csrf
      app = asgi_csrf(app, signing_secret=secret)
    `,
    good: code`
      from asgi_csrf import asgi_csrf
      app = asgi_csrf(app, signing_secret=secret, cookie_secure=True)
    `,
  },
  'aiohttp-security/cookies-identity': {
    bad: code`
      from aiohttp_security import CookiesIdentityPolicy, setup
      setup(app, CookiesIdentityPolicy(), policy)
    `,
    good: code`
      from aiohttp_security import SessionIdentityPolicy, setup
      setup(app, SessionIdentityPolicy(), policy)
    `,
  },
  'esmerald/session-config': {
    bad: code`
      from esmerald.config import SessionConfig
      session = SessionConfig(secret_key=secret)
    `,
    good: code`
      from esmerald.config import SessionConfig
      session = SessionConfig(secret_key=secret, https_only=True)
    `,
  },
  'esmerald/csrf-config': {
    bad: code`
      from esmerald.config import CSRFConfig
      csrf = CSRFConfig(secret=secret)
    `,
    good: code`
      from esmerald.config import CSRFConfig
      csrf = CSRFConfig(secret=secret, secure=True)
    `,
  },
  'esmerald/cookie': {
    bad: code`
      from esmerald.core.datastructures import Cookie
      theme = Cookie(key='theme', value='dark')
      route = get(response_cookies=[theme])
    `,
    good: code`
      from esmerald.core.datastructures import Cookie
      theme = Cookie(key='theme', value='dark', secure=True)
      route = get(response_cookies=[theme])
    `,
  },
  'py4web/session': {
    bad: code`
      from py4web import Session
      session = Session(secret=secret)
    `,
    good: code`
      from py4web import Cache
      cache = Cache(size=1000)
    `,
  },
  'responder/cookies': {
    bad: code`
      import responder
      
      def remember(req, resp):
          resp.cookies['theme'] = 'dark'
    `,
    good: code`
      import responder
      
      def remember(req, resp):
          resp.set_cookie('theme', value='dark', secure=True)
    `,
  },
  'sanic-jwt/cookie-secure': {
    bad: code`
      from sanic_jwt import Initialize
      Initialize(app, authenticate=check, cookie_set=True, cookie_secure=False)
    `,
    good: code`
      from sanic_jwt import Initialize
      Initialize(app, authenticate=check, cookie_set=True, cookie_secure=True)
    `,
  },
} satisfies Examples;
