/** Examples of the surfaces in ../set-cookie.ts. */
import { type Examples } from '../../example.js';

export default {
  'go-net-http/raw-set-cookie-header': {
    bad: 'w.Header().Add("Set-Cookie", "sid="+id+"; Path=/; HttpOnly")',
    good: 'w.Header().Add("Set-Cookie", "sid="+id+"; Path=/; HttpOnly; Secure")',
  },
} satisfies Examples;
