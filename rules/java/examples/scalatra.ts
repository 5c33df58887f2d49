/** Examples of the surfaces in ../scalatra.ts. */
import { type Examples } from '../../example.js';

export default {
  'scalatra/cookie-options': {
    file: 'Web.scala',
    bad: 'implicit val cookieOptions = CookieOptions(path = "/", httpOnly = true)',
    good: 'implicit val cookieOptions = CookieOptions(path = "/", httpOnly = true, secure = true)',
  },
} satisfies Examples;
