/** Examples of the surfaces in ../set-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'servlet/raw-set-cookie-header': {
    bad: 'response.addHeader("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly");',
    good: 'response.addHeader("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly; Secure");',
  },
  'ktor/raw-header': {
    file: 'Login.kt',
    bad: code`
      import io.ktor.http.*
      import io.ktor.server.response.*

      suspend fun login(call: ApplicationCall) {
          call.response.header(HttpHeaders.SetCookie, "sid=$id; Path=/; HttpOnly")
      }
    `,
    good: code`
      import io.ktor.http.*
      import io.ktor.server.response.*

      suspend fun login(call: ApplicationCall) {
          call.response.header(HttpHeaders.SetCookie, "sid=$id; Path=/; HttpOnly; Secure")
      }
    `,
  },
} satisfies Examples;
