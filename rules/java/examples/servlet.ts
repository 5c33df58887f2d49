/** Examples of the surfaces in ../servlet.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'servlet/cookie': {
    bad: code`
      Cookie c = new Cookie("SID", id);
      c.setHttpOnly(true);
      response.addCookie(c);
    `,
    good: code`
      Cookie c = new Cookie("SID", id);
      c.setHttpOnly(true);
      c.setSecure(true);
      response.addCookie(c);
    `,
  },
  'servlet/cookie-set-attribute': { bad: 'cookie.setAttribute("Secure", "");', good: 'cookie.setSecure(true);' },
  'servlet/session-cookie-config': {
    bad: 'ctx.getSessionCookieConfig().setHttpOnly(true);',
    good: code`
      ctx.getSessionCookieConfig().setHttpOnly(true);
      ctx.getSessionCookieConfig().setSecure(true);
    `,
  },
} satisfies Examples;
