/** Examples of the surfaces in ../play.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'play/cookie-scala': {
    file: 'app/controllers/Home.scala',
    bad: code`
      import play.api.mvc._

      class Home extends BaseController {
        def index = Action {
          Ok.withCookies(Cookie("theme", "dark", httpOnly = false))
        }
      }
    `,
    good: code`
      import play.api.mvc._

      class Home extends BaseController {
        def index = Action {
          Ok.withCookies(Cookie("theme", "dark", httpOnly = false, secure = true))
        }
      }
    `,
  },
  'play/cookie-java-builder': {
    bad: 'return ok().withCookies(Http.Cookie.builder("theme", v).build());',
    good: 'return ok().withCookies(Http.Cookie.builder("theme", v).withSecure(true).build());',
  },
} satisfies Examples;
