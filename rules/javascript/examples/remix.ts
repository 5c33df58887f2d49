/** Examples of the surfaces in ../remix.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'remix/create-cookie': {
    bad: code`
      import { createCookie } from 'react-router';
      export const prefs = createCookie('prefs', { maxAge: 604800 });
    `,
    good: code`
      import { createCookie } from 'react-router';
      export const prefs = createCookie('prefs', { maxAge: 604800, secure: true });
    `,
  },
  'remix/session-storage': {
    bad: code`
      import { createCookieSessionStorage } from 'react-router';
      export const storage = createCookieSessionStorage({ cookie: { name: '__session', httpOnly: true, secrets } });
    `,
    good: code`
      import { createCookieSessionStorage } from 'react-router';
      export const storage = createCookieSessionStorage({ cookie: { name: '__session', httpOnly: true, secrets, secure: true } });
    `,
  },
} satisfies Examples;
