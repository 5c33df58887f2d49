/** Examples of the surfaces in ../nancy.ts. */
import { type Examples } from '../../example.js';

export default {
  'nancy/cookie': {
    bad: 'response.WithCookie(new NancyCookie("sid", id, true));',
    good: 'response.WithCookie(new NancyCookie("sid", id, true, true));',
  },
} satisfies Examples;
