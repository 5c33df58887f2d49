/** Examples of the surfaces in ../http4s.ts. */
import { type Examples } from '../../example.js';

export default {
  'http4s/response-cookie': {
    file: 'Web.scala',
    bad: 'Ok("x").map(_.addCookie(ResponseCookie("sid", id, httpOnly = true)))',
    good: 'Ok("x").map(_.addCookie(ResponseCookie("sid", id, httpOnly = true, secure = true)))',
  },
} satisfies Examples;
