/** Examples of the surfaces in ../gin.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'gin/set-cookie': {
    bad: 'c.SetCookie("session", id, 3600, "/", "", false, true)',
    good: 'c.SetCookie("session", id, 3600, "/", "", true, true)',
  },
  'gin-contrib-sessions/options': {
    bad: code`
      store := cookie.NewStore([]byte("secret"))
      store.Options(sessions.Options{Path: "/", MaxAge: 3600, HttpOnly: true})
    `,
    good: code`
      store := cookie.NewStore([]byte("secret"))
      store.Options(sessions.Options{Path: "/", MaxAge: 3600, HttpOnly: true, Secure: true})
    `,
  },
  'hertz/set-cookie': {
    bad: 'ctx.SetCookie("sid", id, 3600, "/", "", protocol.CookieSameSiteLaxMode, false, true)',
    good: 'ctx.SetCookie("sid", id, 3600, "/", "", protocol.CookieSameSiteLaxMode, true, true)',
  },
} satisfies Examples;
