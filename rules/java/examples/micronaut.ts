/** Examples of the surfaces in ../micronaut.ts. */
import { type Examples } from '../../example.js';

export default {
  'micronaut/cookie-of': {
    bad: 'return HttpResponse.ok().cookie(Cookie.of("sid", id).httpOnly(true));',
    good: 'return HttpResponse.ok().cookie(Cookie.of("sid", id).httpOnly(true).secure(true));',
  },
} satisfies Examples;
