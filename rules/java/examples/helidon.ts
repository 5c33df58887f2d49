/** Examples of the surfaces in ../helidon.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'helidon/set-cookie': {
    bad: code`
      import io.helidon.http.SetCookie;
      class Login { void login(io.helidon.webserver.http.ServerResponse response) { response.headers().addCookie(SetCookie.builder("sid", "a").httpOnly(true).build()); } }
    `,
    good: code`
      import io.helidon.http.SetCookie;
      class Login { void login(io.helidon.webserver.http.ServerResponse response) { response.headers().addCookie(SetCookie.builder("sid", "a").httpOnly(true).secure(true).build()); } }
    `,
  },
} satisfies Examples;
