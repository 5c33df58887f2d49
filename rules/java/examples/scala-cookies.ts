/** Examples of the surfaces in ../scala-cookies.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'tapir/cookie-with-meta': {
    bad: code`
      import sttp.model.headers.CookieValueWithMeta
      object Login { def session(id: String) = CookieValueWithMeta.unsafeApply(id, httpOnly = true) }
    `,
    good: code`
      import sttp.model.headers.CookieValueWithMeta
      object Login { def session(id: String) = CookieValueWithMeta.unsafeApply(id, httpOnly = true, secure = true) }
    `,
  },
  'cask/cookie': {
    bad: 'object App extends cask.MainRoutes { @cask.get("/") def login() = cask.Response("", cookies = Seq(cask.Cookie("sid", "a"))) }',
    good: 'object App extends cask.MainRoutes { @cask.get("/") def login() = cask.Response("", cookies = Seq(cask.Cookie("sid", "a", secure = true))) }',
  },
  'finagle/cookie': {
    bad: code`
      import com.twitter.finagle.http.Cookie
      object Login { def session(id: String) = new Cookie("sid", id, httpOnly = true) }
    `,
    good: code`
      import com.twitter.finagle.http.Cookie
      object Login { def session(id: String) = new Cookie("sid", id, httpOnly = true, secure = true) }
    `,
  },
  'scala-cookies/copy': {
    bad: code`
      import org.http4s._
      class Login(cookies: Cookies) { def login(response: Response[IO]) = response.addCookie(cookies.session.copy(secure = false)) }
    `,
    good: code`
      import org.http4s._
      class Login(cookies: Cookies) { def login(response: Response[IO]) = response.addCookie(cookies.session.copy(maxAge = Some(60))) }
    `,
  },
} satisfies Examples;
