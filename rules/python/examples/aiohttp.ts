/** Examples of the surfaces in ../aiohttp.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'aiohttp/set-cookie': {
    bad: code`
      resp = web.Response(text="x")
      resp.set_cookie("sid", sid, httponly=True)
    `,
    good: code`
      resp = web.Response(text="x")
      resp.set_cookie("sid", sid, httponly=True, secure=True)
    `,
  },
  'aiohttp-session/storage': {
    bad: 'setup(app, EncryptedCookieStorage(key))',
    good: 'setup(app, EncryptedCookieStorage(key, secure=True))',
  },
} satisfies Examples;
