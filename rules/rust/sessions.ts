/** Session and CSRF layers of Rust that write cookies of their own: axum_session, axum_csrf, Tide, Salvo, Rouille. */
import { argument, defineRule, fixed, setter, type CookieSurface } from '../../src/matching/surface.js';

interface Layer {
  readonly id: string;
  readonly calls: readonly string[];
  readonly defaultName: string;
  readonly name: readonly string[];
  readonly secure: readonly string[];
  readonly default: 'off' | 'request';
}

const layer = ({ id, calls, defaultName, name, secure, default: otherwise }: Layer): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  match: { call: calls },
  name: setter(...name),
  defaultName,
  attributes: { secure: setter(...secure) },
  default: otherwise,
  meaning: { words: { Always: 'on', Never: 'off', AutoFromScheme: 'request' } },
});

export const axumSession = defineRule({
  id: 'axum-session',
  title: 'axum_session',
  languages: ['rust'],
  docs: 'https://docs.rs/axum_session/latest/axum_session/struct.SessionConfig.html#method.with_secure',
  triggers: ['SessionConfig', 'CsrfConfig'],
  packages: ['axum_session', 'axum_csrf'],
  surfaces: [
    // https://github.com/AscendingCreations/AxumSession/blob/main/src/config.rs: `cookie_secure: false`.
    layer({
      id: 'axum-session/session-config',
      calls: [
        'axum_session.SessionConfig.default',
        'axum_session.SessionConfig.new',
        'axum_database_sessions.AxumSessionConfig.default',
        'axum_database_sessions.AxumSessionConfig.new',
      ],
      defaultName: 'session',
      name: ['with_session_name', 'with_cookie_name'],
      secure: ['with_secure'],
      default: 'off',
    }),
    // https://github.com/AscendingCreations/AxumCSRF/blob/main/src/config.rs
    layer({
      id: 'axum-csrf/csrf-config',
      calls: ['axum_csrf.CsrfConfig.default', 'axum_csrf.CsrfConfig.new'],
      defaultName: 'Csrf_Token',
      name: ['with_cookie_name'],
      secure: ['with_secure'],
      default: 'off',
    }),
  ],
});

export const tide = defineRule({
  id: 'tide',
  title: 'Tide',
  languages: ['rust'],
  docs: 'https://docs.rs/tide/latest/tide/sessions/struct.SessionMiddleware.html#defaults',
  triggers: ['SessionMiddleware'],
  packages: ['tide'],
  surfaces: [
    // https://github.com/http-rs/tide/blob/main/src/sessions/middleware.rs: Secure follows the scheme of the request.
    layer({
      id: 'tide/session-middleware',
      calls: ['tide.sessions.SessionMiddleware.new'],
      defaultName: 'tide.sid',
      name: ['with_cookie_name'],
      secure: ['with_secure'],
      default: 'request',
    }),
  ],
});

export const salvo = defineRule({
  id: 'salvo',
  title: 'Salvo',
  languages: ['rust'],
  docs: 'https://docs.rs/salvo-session/latest/salvo_session/struct.HandlerBuilder.html',
  triggers: ['SessionHandler', 'cookie_csrf', 'CookieStore'],
  packages: ['salvo'],
  surfaces: [
    // https://github.com/salvo-rs/salvo/blob/main/crates/session/src/lib.rs: `SecureCookiePolicy::AutoFromScheme`.
    layer({
      id: 'salvo/session-handler',
      calls: ['salvo.session.SessionHandler.builder', 'salvo_session.SessionHandler.builder', 'salvo.session.HandlerBuilder.new'],
      defaultName: 'salvo.session.id',
      name: ['cookie_name'],
      secure: ['secure_cookie', 'secure_cookie_policy'],
      default: 'request',
    }),
    // https://github.com/salvo-rs/salvo/blob/main/crates/csrf/src/cookie_store.rs
    layer({
      id: 'salvo/csrf-cookie-store',
      calls: [
        'salvo.csrf.CookieStore.new',
        'salvo.csrf.CookieStore.default',
        'salvo.csrf.bcrypt_cookie_csrf',
        'salvo.csrf.hmac_cookie_csrf',
        'salvo.csrf.aes_gcm_cookie_csrf',
        'salvo.csrf.ccp_cookie_csrf',
      ],
      defaultName: 'salvo.csrf',
      name: ['name'],
      secure: ['secure', 'secure_cookie_policy'],
      default: 'request',
    }),
  ],
});

export const rouille = defineRule({
  id: 'rouille',
  title: 'Rouille',
  languages: ['rust'],
  docs: 'https://docs.rs/rouille/latest/rouille/session/fn.session.html',
  triggers: ['session::session', 'session('],
  packages: ['rouille'],
  surfaces: [
    {
      // https://github.com/tomaka/rouille/blob/master/src/session.rs: the header is written without Secure.
      id: 'rouille/session',
      docs: 'https://github.com/tomaka/rouille/blob/master/src/session.rs',
      kind: 'session',
      session: true,
      fix: {
        byHand:
          'Let the proxy in front of it add Secure, or write the session cookie yourself. There is no edit: Rouille has no setting for it.',
      },
      match: { call: ['rouille.session.session', 'rouille.session'], args: [4, 4] },
      name: argument(1),
      attributes: { secure: fixed(false) },
      default: 'off',
    },
  ],
});
