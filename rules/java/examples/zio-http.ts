/** Examples of the surfaces in ../zio-http.ts. */
import { type Examples } from '../../example.js';

export default {
  'zio-http/cookie-response': {
    file: 'Web.scala',
    bad: 'Response.ok.addCookie(Cookie.Response("sid", id, isHttpOnly = true))',
    good: 'Response.ok.addCookie(Cookie.Response("sid", id, isHttpOnly = true, isSecure = true))',
  },
} satisfies Examples;
