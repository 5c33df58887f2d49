/** Examples of the surfaces in ../session-libraries.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'secure-cookie/save-cookie': {
    bad: code`
      from secure_cookie.cookie import SecureCookie
      SecureCookie({"user": 1}, "key").save_cookie(response)
    `,
    good: code`
      from secure_cookie.cookie import SecureCookie
      SecureCookie({"user": 1}, "key").save_cookie(response, secure=True)
    `,
  },
  'secure-cookie/session-middleware': {
    bad: code`
      from secure_cookie.session import FilesystemSessionStore, SessionMiddleware
      app = SessionMiddleware(app, FilesystemSessionStore())
    `,
    good: code`
      from secure_cookie.session import FilesystemSessionStore, SessionMiddleware
      app = SessionMiddleware(app, FilesystemSessionStore(), cookie_secure=True)
    `,
  },
  'sanic-session/interface': {
    bad: code`
      from sanic_session import InMemorySessionInterface, Session
      Session(app, interface=InMemorySessionInterface())
    `,
    good: code`
      from sanic_session import InMemorySessionInterface, Session
      Session(app, interface=InMemorySessionInterface(secure=True))
    `,
  },
  'fastapi-sessions/cookie-parameters': {
    bad: code`
      from fastapi_sessions.frontends.implementations import CookieParameters
      cookie_params = CookieParameters()
    `,
    good: code`
      from fastapi_sessions.frontends.implementations import CookieParameters
      cookie_params = CookieParameters(secure=True)
    `,
  },
  'fastapi-login/set-cookie': {
    bad: code`
      from fastapi_login import LoginManager
      manager = LoginManager("key", token_url="/login", use_cookie=True)
      manager.set_cookie(response, token)
    `,
    good: code`
      from fastapi_login import LoginManager
      manager = LoginManager("key", token_url="/login", use_cookie=True)
      response.set_cookie(manager.cookie_name, token, httponly=True, secure=True)
    `,
  },
  'piccolo/session-login': {
    bad: code`
      from piccolo_api.session_auth.endpoints import session_login
      routes = [Mount("/login/", session_login(production=False))]
    `,
    good: code`
      from piccolo_api.session_auth.endpoints import session_login
      routes = [Mount("/login/", session_login())]
    `,
  },
  'nicegui/storage-secret': {
    bad: code`
      from nicegui import ui
      ui.run(storage_secret="key")
    `,
    good: code`
      from nicegui import ui
      ui.run(storage_secret="key", session_middleware_kwargs={"https_only": True})
    `,
  },
} satisfies Examples;
