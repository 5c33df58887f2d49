/** Examples of the surfaces in ../cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'rocket/cookie-jar': {
    bad: 'cookies.add_private(Cookie::new("user_id", id.to_string()));',
    good: 'cookies.add_private(Cookie::build(("user_id", id.to_string())).secure(true));',
  },
  'actix-session/session-middleware': {
    bad: 'SessionMiddleware::builder(store, key).cookie_secure(false).build()',
    good: 'SessionMiddleware::builder(store, key).cookie_secure(true).build()',
  },
  'actix-identity/cookie-identity-policy': {
    bad: 'IdentityService::new(CookieIdentityPolicy::new(&[0; 32]).name("auth").secure(false))',
    good: 'IdentityService::new(CookieIdentityPolicy::new(&[0; 32]).name("auth").secure(true))',
  },
  'tower-sessions/session-manager-layer': {
    bad: 'SessionManagerLayer::new(store).with_secure(false)',
    good: 'SessionManagerLayer::new(store).with_secure(true)',
  },
  'poem/cookie': {
    bad: code`
      let mut cookie = Cookie::new_with_str("sid", id);
      cookie.set_secure(false);
    `,
    good: 'let cookie = Cookie::new_with_str("sid", id);',
  },
  'poem/session-cookie-config': {
    bad: 'ServerSession::new(CookieConfig::default().secure(false), MemoryStorage::new())',
    good: 'ServerSession::new(CookieConfig::default().secure(true), MemoryStorage::new())',
  },
  'rust-cookie/cookie': {
    bad: code`
      use cookie::Cookie;

      let cookie = Cookie::build(("session", token)).http_only(true).path("/").build();
      jar.add(cookie);
    `,
    good: code`
      use cookie::Cookie;

      let cookie = Cookie::build(("session", token)).http_only(true).path("/").secure(true).build();
      jar.add(cookie);
    `,
  },
} satisfies Examples;
