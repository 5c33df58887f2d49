/** Examples of the surfaces in ../spark-java.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'spark-java/response-cookie': { bad: 'response.cookie("sid", id, 3600);', good: 'response.cookie("sid", id, 3600, true);' },
  'spark-java/session': {
    bad: code`
      import spark.*;
      class Login { Object login(Request request, Response response) { request.session(true).attribute("user", "a"); return ""; } }
    `,
    good: code`
      import spark.*;
      class Login {
        void configure(SessionHandler handler) { handler.getSessionCookieConfig().setSecure(true); }
        Object login(Request request, Response response) { request.session(true).attribute("user", "a"); return ""; }
      }
    `,
  },
} satisfies Examples;
