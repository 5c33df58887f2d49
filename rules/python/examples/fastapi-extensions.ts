/** Examples of the surfaces in ../fastapi-extensions.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'starlette-csrf/middleware': {
    bad: 'app.add_middleware(CSRFMiddleware, secret=SECRET)',
    good: 'app.add_middleware(CSRFMiddleware, secret=SECRET, cookie_secure=True)',
  },
  'starsessions/session-middleware': {
    bad: code`
      from starsessions import SessionMiddleware, CookieStore

      app.add_middleware(SessionMiddleware, store=CookieStore(secret_key=KEY), cookie_https_only=False)
    `,
    good: code`
      from starsessions import SessionMiddleware, CookieStore

      app.add_middleware(SessionMiddleware, store=CookieStore(secret_key=KEY))
    `,
  },
  'fastapi-users/cookie-transport': {
    bad: 'cookie_transport = CookieTransport(cookie_max_age=3600, cookie_secure=False)',
    good: 'cookie_transport = CookieTransport(cookie_max_age=3600)',
  },
  'authx/jwt-cookie-secure': {
    bad: code`
      config = AuthXConfig()
      config.JWT_TOKEN_LOCATION = ["cookies"]
      config.JWT_COOKIE_SECURE = False
    `,
    good: code`
      config = AuthXConfig()
      config.JWT_TOKEN_LOCATION = ["cookies"]
    `,
  },
  'fastapi-jwt-auth/cookie-secure': {
    bad: code`
      class Settings(BaseModel):
          authjwt_secret_key: str = "x"
          authjwt_token_location: set = {"cookies"}
          authjwt_cookie_secure: bool = False
    `,
    good: code`
      class Settings(BaseModel):
          authjwt_secret_key: str = "x"
          authjwt_token_location: set = {"cookies"}
          authjwt_cookie_secure: bool = True
    `,
  },
  'fastapi-csrf-protect/cookie-secure': {
    bad: code`
      class CsrfSettings(BaseModel):
          secret_key: str = "x"
          cookie_samesite: str = "lax"
    `,
    good: code`
      class CsrfSettings(BaseModel):
          secret_key: str = "x"
          cookie_samesite: str = "lax"
          cookie_secure: bool = True
    `,
  },
} satisfies Examples;
