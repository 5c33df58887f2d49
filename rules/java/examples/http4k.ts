/** Examples of the surfaces in ../http4k.ts. */
import { type Examples } from '../../example.js';

export default {
  'http4k/cookie': {
    file: 'Web.kt',
    bad: 'Response(OK).cookie(Cookie("sid", id, httpOnly = true))',
    good: 'Response(OK).cookie(Cookie("sid", id, httpOnly = true, secure = true))',
  },
} satisfies Examples;
