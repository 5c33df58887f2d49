/** Examples of the surfaces in ../vertx.ts. */
import { type Examples } from '../../example.js';

export default {
  'vertx/session-handler': {
    bad: 'router.route().handler(SessionHandler.create(store));',
    good: 'router.route().handler(SessionHandler.create(store).setCookieSecureFlag(true));',
  },
  'vertx/csrf-handler': {
    bad: 'router.route().handler(CSRFHandler.create(vertx, secret));',
    good: 'router.route().handler(CSRFHandler.create(vertx, secret).setCookieSecure(true));',
  },
  'vertx/cookie': {
    bad: 'ctx.response().addCookie(Cookie.cookie("sid", id).setHttpOnly(true));',
    good: 'ctx.response().addCookie(Cookie.cookie("sid", id).setHttpOnly(true).setSecure(true));',
  },
} satisfies Examples;
