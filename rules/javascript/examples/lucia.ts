/** Examples of the surfaces in ../lucia.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'lucia/session-cookie': {
    bad: code`
      import { Lucia } from 'lucia';

      export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } } });
    `,
    good: code`
      import { Lucia } from 'lucia';

      export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: true } } });
    `,
  },
} satisfies Examples;
