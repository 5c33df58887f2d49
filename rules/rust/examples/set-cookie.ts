/** Examples of the surfaces in ../set-cookie.ts. */
import { type Examples } from '../../example.js';

export default {
  'rust-http/raw-set-cookie-header': {
    bad: 'warp::reply::with_header(reply, "set-cookie", format!("sid={}; Path=/; HttpOnly", id))',
    good: 'warp::reply::with_header(reply, "set-cookie", format!("sid={}; Path=/; HttpOnly; Secure", id))',
  },
} satisfies Examples;
