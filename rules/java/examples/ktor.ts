/** Examples of the surfaces in ../ktor.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'ktor/sessions-cookie': {
    file: 'Web.kt',
    bad: code`
      install(Sessions) {
          cookie<UserSession>("user_session") {
              cookie.httpOnly = true
          }
      }
    `,
    good: code`
      install(Sessions) {
          cookie<UserSession>("user_session") {
              cookie.httpOnly = true
              cookie.secure = true
          }
      }
    `,
  },
  'ktor/response-cookies-append': {
    file: 'Web.kt',
    bad: 'call.response.cookies.append("sid", id, httpOnly = true)',
    good: 'call.response.cookies.append("sid", id, httpOnly = true, secure = true)',
  },
  'ktor/auth-oidc-sessions': {
    file: 'Web.kt',
    bad: code`
      oauthSession {
          cookie { secure = false }
      }
    `,
    good: code`
      oauthSession {
          cookie { httpOnly = true }
      }
    `,
  },
  'ktor/forwarded-headers': {
    file: 'Web.kt',
    bad: code`
      fun Application.module() {
          install(DefaultHeaders)
          routing {
              get("/") { call.response.cookies.append("sid", id, secure = call.request.origin.scheme == "https") }
          }
      }
    `,
    good: code`
      fun Application.module() {
          install(XForwardedHeaders)
          routing {
              get("/") { call.response.cookies.append("sid", id, secure = call.request.origin.scheme == "https") }
          }
      }
    `,
  },
} satisfies Examples;
