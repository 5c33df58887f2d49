/** Examples of the surfaces in ../http-cookies.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'python/http-cookies-morsel': {
    bad: code`
      from http.cookies import SimpleCookie

      c = SimpleCookie()
      c["sid"] = sid
      c["sid"]["httponly"] = True
      print(c)
    `,
    good: code`
      from http.cookies import SimpleCookie

      c = SimpleCookie()
      c["sid"] = sid
      c["sid"]["httponly"] = True
      c["sid"]["secure"] = True
      print(c)
    `,
  },
} satisfies Examples;
