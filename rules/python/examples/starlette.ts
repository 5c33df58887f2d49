/** Examples of the surfaces in ../starlette.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'starlette/set-cookie': {
    bad: code`
      @app.post("/login")
      def login(response: Response):
          response.set_cookie(key="access_token", value=token, httponly=True)
          return {"ok": True}
    `,
    good: code`
      @app.post("/login")
      def login(response: Response):
          response.set_cookie(key="access_token", value=token, httponly=True, secure=True)
          return {"ok": True}
    `,
  },
  'starlette/session-middleware': {
    bad: code`
      from starlette.middleware.sessions import SessionMiddleware

      app.add_middleware(SessionMiddleware, secret_key=settings.SECRET)
    `,
    good: code`
      from starlette.middleware.sessions import SessionMiddleware

      app.add_middleware(SessionMiddleware, secret_key=settings.SECRET, https_only=True)
    `,
  },
  'starlette/proxy-headers': {
    bad: code`
      from fastapi import FastAPI, Request, Response

      app = FastAPI()

      @app.get('/')
      def index(request: Request, response: Response):
          response.set_cookie('sid', sid, secure=request.url.scheme == 'https')
    `,
    good: code`
      from fastapi import FastAPI, Request, Response
      from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

      app = FastAPI()
      app.add_middleware(ProxyHeadersMiddleware, trusted_hosts='*')

      @app.get('/')
      def index(request: Request, response: Response):
          response.set_cookie('sid', sid, secure=request.url.scheme == 'https')
    `,
  },
} satisfies Examples;
