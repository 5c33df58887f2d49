/** Examples of the surfaces in ../liberty.ts. */
import { type Examples } from '../../example.js';

export default {
  'liberty/http-session-cookie-secure': {
    bad: '<httpSession cookieHttpOnly="true"/>',
    good: '<httpSession cookieHttpOnly="true" cookieSecure="true"/>',
  },
} satisfies Examples;
