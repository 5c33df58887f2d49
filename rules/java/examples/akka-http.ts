/** Examples of the surfaces in ../akka-http.ts. */
import { type Examples } from '../../example.js';

export default {
  'akka-pekko-http/http-cookie': {
    file: 'Web.scala',
    bad: 'setCookie(HttpCookie("sid", value = id, httpOnly = true)) { complete("ok") }',
    good: 'setCookie(HttpCookie("sid", value = id, httpOnly = true, secure = true)) { complete("ok") }',
  },
} satisfies Examples;
