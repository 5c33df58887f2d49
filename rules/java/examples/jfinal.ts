/** Examples of the surfaces in ../jfinal.ts. */
import { code, type Examples } from '../../example.js';

const good = code`
  import com.jfinal.core.Controller;
  import javax.servlet.http.Cookie;
  class Login extends Controller {
    void login() { Cookie cookie = new Cookie("sid", "a"); cookie.setSecure(true); setCookie(cookie); }
  }
`;

export default {
  'jfinal/set-cookie': {
    bad: code`
      import com.jfinal.core.Controller;
      class Login extends Controller { void login() { setCookie("sid", "a", 3600, true); } }
    `,
    good,
  },
  'jfinal/jboot-cookie-util': {
    bad: code`
      import com.jfinal.core.Controller;
      import io.jboot.utils.CookieUtil;
      class Login extends Controller { void login() { CookieUtil.put(this, "sid", "a"); } }
    `,
    good,
  },
} satisfies Examples;
