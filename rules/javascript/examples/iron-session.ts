/** Examples of the surfaces in ../iron-session.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'iron-session/cookie-options': {
    bad: code`
      import { getIronSession } from 'iron-session';
      const sessionOptions = { password, cookieName: 'app', cookieOptions: { secure: process.env.NODE_ENV === 'production' } };
      const session = await getIronSession(req, res, sessionOptions);
    `,
    good: code`
      import { getIronSession } from 'iron-session';
      const sessionOptions = { password, cookieName: 'app', cookieOptions: { secure: true } };
      const session = await getIronSession(req, res, sessionOptions);
    `,
  },
} satisfies Examples;
