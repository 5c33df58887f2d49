/** Examples of the surfaces in ../lift.ts. */
import { type Examples } from '../../example.js';

export default {
  'lift/http-cookie': {
    file: 'Web.scala',
    bad: 'S.addCookie(HTTPCookie("sid", id))',
    good: 'S.addCookie(HTTPCookie("sid", id).setSecure_?(true))',
  },
} satisfies Examples;
