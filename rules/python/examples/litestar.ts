/** Examples of the surfaces in ../litestar.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'litestar/set-cookie': {
    bad: code`
      @get("/", response_cookies=[Cookie(key="seen", value="1")])
      async def index() -> str:
          return "x"
    `,
    good: code`
      @get("/", response_cookies=[Cookie(key="seen", value="1", secure=True)])
      async def index() -> str:
          return "x"
    `,
  },
  'litestar/cookies-mapping': {
    bad: code`
      from litestar import Response, get

      @get("/")
      async def index() -> Response:
          return Response("x", cookies={"seen": "1"})
    `,
    good: code`
      from litestar import Response, get
      from litestar.datastructures import Cookie

      @get("/")
      async def index() -> Response:
          return Response("x", cookies=[Cookie(key="seen", value="1", secure=True)])
    `,
  },
  'litestar/session-csrf-jwt-config': {
    bad: code`
      session_config = CookieBackendConfig(secret=urandom(16))
      csrf_config = CSRFConfig(secret="x")
    `,
    good: code`
      session_config = CookieBackendConfig(secret=urandom(16), secure=True)
      csrf_config = CSRFConfig(secret="x", cookie_secure=True)
    `,
  },
} satisfies Examples;
