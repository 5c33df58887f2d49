/** Examples of the surfaces in ../sessions.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'axum-session/session-config': {
    bad: code`
      use axum_session::SessionConfig;

      let config = SessionConfig::default().with_table_name("sessions");
    `,
    good: code`
      use axum_session::SessionConfig;

      let config = SessionConfig::default().with_table_name("sessions").with_secure(true);
    `,
  },
  'axum-csrf/csrf-config': {
    bad: code`
      use axum_csrf::CsrfConfig;

      let config = CsrfConfig::default();
    `,
    good: code`
      use axum_csrf::CsrfConfig;

      let config = CsrfConfig::default().with_secure(true);
    `,
  },
  'tide/session-middleware': {
    bad: 'app.with(tide::sessions::SessionMiddleware::new(MemoryStore::new(), secret).with_secure(false));',
    good: 'app.with(tide::sessions::SessionMiddleware::new(MemoryStore::new(), secret).with_secure(true));',
  },
  'salvo/session-handler': {
    bad: code`
      use salvo::session::SessionHandler;

      let handler = SessionHandler::builder(store, secret).secure_cookie(false).build();
    `,
    good: code`
      use salvo::session::SessionHandler;

      let handler = SessionHandler::builder(store, secret).secure_cookie(true).build();
    `,
  },
  'salvo/csrf-cookie-store': {
    bad: code`
      use salvo::csrf::CookieStore;

      let store = CookieStore::new().secure(false);
    `,
    good: code`
      use salvo::csrf::CookieStore;

      let store = CookieStore::new().secure(true);
    `,
  },
  'rouille/session': {
    bad: code`
      use rouille::session;

      session::session(request, "SID", 3600, |session| home(session))
    `,
    good: 'response.with_additional_header("Set-Cookie", format!("SID={}; Secure; HttpOnly", key))',
  },
} satisfies Examples;
