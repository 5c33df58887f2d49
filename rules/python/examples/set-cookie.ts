/** Examples of the surfaces in ../set-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'starlette/raw-headers': {
    bad: 'return JSONResponse({"ok": True}, headers={"Set-Cookie": f"sid={sid}; HttpOnly; Path=/"})',
    good: 'return JSONResponse({"ok": True}, headers={"Set-Cookie": f"sid={sid}; HttpOnly; Path=/; Secure"})',
  },
  'django/raw-header': {
    bad: code`
      response = HttpResponse()
      response["Set-Cookie"] = f"token={token}; Path=/; HttpOnly"
    `,
    good: code`
      response = HttpResponse()
      response["Set-Cookie"] = f"token={token}; Path=/; HttpOnly; Secure"
    `,
  },
  'python/raw-wsgi-header': {
    bad: code`
      def app(environ, start_response):
          start_response("200 OK", [("Set-Cookie", "sid=%s; Path=/; HttpOnly" % sid)])
          return [b"x"]
    `,
    good: code`
      def app(environ, start_response):
          start_response("200 OK", [("Set-Cookie", "sid=%s; Path=/; HttpOnly; Secure" % sid)])
          return [b"x"]
    `,
  },
} satisfies Examples;
