/** Examples of the surfaces in ../jooby.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'jooby/cookie': {
    bad: code`
      import io.jooby.Cookie;
      class Login { void login(io.jooby.Context ctx) { ctx.setResponseCookie(new Cookie("sid", "a").setHttpOnly(true)); } }
    `,
    good: code`
      import io.jooby.Cookie;
      class Login { void login(io.jooby.Context ctx) { ctx.setResponseCookie(new Cookie("sid", "a").setHttpOnly(true).setSecure(true)); } }
    `,
  },
  'jooby/session-store': {
    bad: code`
      import io.jooby.*;
      class App extends Jooby { { setSessionStore(SessionStore.memory()); } }
    `,
    good: code`
      import io.jooby.*;
      class App extends Jooby { { setSessionStore(SessionStore.memory(new Cookie("sid").setSecure(true))); } }
    `,
  },
  'jooby/own-session-store': {
    bad: code`
      import io.jooby.*;
      class App extends Jooby { { post("/", ctx -> ctx.session().put("user", "a")); } }
    `,
    good: code`
      import io.jooby.*;
      class App extends Jooby { { setSessionStore(new OwnStore()); post("/", ctx -> ctx.session().put("user", "a")); } }
    `,
  },
} satisfies Examples;
