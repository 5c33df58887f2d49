/** Examples of the surfaces in ../nancy.ts. */
import { type Examples } from '../../example.js';

export default {
  'nancy/cookie': {
    bad: 'response.WithCookie(new NancyCookie("sid", id, true));',
    good: 'response.WithCookie(new NancyCookie("sid", id, true, true));',
  },
  'nancy/with-cookie': {
    bad: 'using Nancy; class M : NancyModule { M() { Get["/"] = _ => Response.AsText("").WithCookie("sid", id); } }',
    good: 'using Nancy; class M : NancyModule { M() { Get["/"] = _ => Response.AsText("").WithCookie(new NancyCookie("sid", id, true, true)); } }',
  },
} satisfies Examples;
