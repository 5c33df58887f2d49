/** Set-Cookie headers written by hand in Rust: http, hyper, warp and axum. */
import {
  argument,
  defineRule,
  header,
  value,
  type ArgumentConditions,
  type CookieSurface,
  type Match,
  type Place,
} from '../../src/matching/surface.js';

const named = (position: number): ArgumentConditions => ({ argument: { [position]: /^set[-_]cookie$/i } });

const raw = (match: Match | readonly Match[], text: Place): CookieSurface => ({
  id: 'rust-http/raw-set-cookie-header',
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
});

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['rust'],
  docs: 'https://docs.rs/http/latest/http/header/constant.SET_COOKIE.html',
  triggers: ['SET_COOKIE', 'et-Cookie', 'et-cookie'],
  surfaces: [
    // https://docs.rs/http/latest/http/header/struct.HeaderMap.html, https://docs.rs/http/latest/http/response/struct.Builder.html#method.header
    raw(
      {
        method: ['insert', 'append', 'header', 'append_header', 'insert_header'],
        receiver: { any: true, sure: true, not: ['**.HashMap**', '**.BTreeMap**'] },
        args: [2, 2],
        ...named(0),
      },
      argument(1),
    ),
    // https://docs.rs/salvo_core/latest/salvo_core/http/struct.Response.html#method.add_header: whether to replace is the third.
    raw({ method: ['add_header', 'set_header'], receiver: { any: true, sure: true }, args: [2, 3], ...named(0) }, argument(1)),
    // https://docs.rs/warp/latest/warp/reply/fn.with_header.html
    raw({ call: '**with_header', args: [3, 3], ...named(1) }, argument(2)),
    // https://docs.rs/axum/latest/axum/response/index.html: `([(SET_COOKIE, value)], body)`
    raw({ pair: 'set-cookie' }, value()),
  ],
});
