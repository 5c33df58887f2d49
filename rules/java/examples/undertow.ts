/** Examples of the surfaces in ../undertow.ts. */
import { type Examples } from '../../example.js';

export default {
  'undertow/cookie-impl': {
    bad: 'exchange.setResponseCookie(new CookieImpl("sid", id).setHttpOnly(true));',
    good: 'exchange.setResponseCookie(new CookieImpl("sid", id).setHttpOnly(true).setSecure(true));',
  },
} satisfies Examples;
