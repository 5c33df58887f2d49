/** Examples of the surfaces in ../jaxrs.ts. */
import { type Examples } from '../../example.js';

export default {
  'jaxrs/new-cookie-constructor': {
    bad: 'return Response.ok().cookie(new NewCookie("sid", id, "/", null, null, 3600, false, true)).build();',
    good: 'return Response.ok().cookie(new NewCookie("sid", id, "/", null, null, 3600, true, true)).build();',
  },
  'jaxrs/new-cookie-builder': {
    bad: 'new NewCookie.Builder("sid").value(id).path("/").httpOnly(true).build()',
    good: 'new NewCookie.Builder("sid").value(id).path("/").httpOnly(true).secure(true).build()',
  },
  'jakarta-security/remember-me': {
    bad: '@RememberMe(cookieMaxAgeSeconds = 3600, cookieSecureOnly = false)',
    good: '@RememberMe(cookieMaxAgeSeconds = 3600)',
  },
} satisfies Examples;
