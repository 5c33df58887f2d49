/** Examples of the surfaces in ../javalin.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'javalin/cookie': { bad: 'ctx.cookie("sid", id)', good: 'ctx.cookie(Cookie("sid", id, secure = true, isHttpOnly = true))' },
  'javalin/cookie-store': { bad: 'ctx.cookieStore().set("theme", "dark")', good: 'ctx.cookie(Cookie("theme", "dark", secure = true))' },
  'javalin/session': {
    file: 'Main.kt',
    bad: 'ctx.sessionAttribute("user", id)',
    good: code`
      import io.javalin.Javalin
      import org.eclipse.jetty.server.session.SessionHandler

      fun sessions() = SessionHandler().apply { setSecureCookies(true) }

      fun main() {
        val app = Javalin.create { it.jetty.modifyServletContextHandler { handler -> handler.sessionHandler = sessions() } }
        app.post("/login") { ctx -> ctx.sessionAttribute("user", ctx.formParam("user")) }
      }
    `,
  },
} satisfies Examples;
