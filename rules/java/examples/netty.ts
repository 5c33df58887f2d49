/** Examples of the surfaces in ../netty.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'netty/default-cookie': {
    bad: code`
      Cookie c = new DefaultCookie("sid", id);
      response.headers().add(SET_COOKIE, ServerCookieEncoder.STRICT.encode(c));
    `,
    good: code`
      Cookie c = new DefaultCookie("sid", id);
      c.setSecure(true);
      response.headers().add(SET_COOKIE, ServerCookieEncoder.STRICT.encode(c));
    `,
  },
} satisfies Examples;
