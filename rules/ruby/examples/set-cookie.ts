/** Examples of the surfaces in ../set-cookie.ts. */
import { type Examples } from '../../example.js';

export default {
  'rails/raw-header': {
    bad: 'response.headers["Set-Cookie"] = "ab=1; path=/; HttpOnly"',
    good: 'response.headers["Set-Cookie"] = "ab=1; path=/; HttpOnly; Secure"',
  },
} satisfies Examples;
