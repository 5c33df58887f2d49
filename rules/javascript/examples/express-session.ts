/** Examples of the surfaces in ../express-session.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'express-session/cookie': {
    bad: code`
      import session from 'express-session';
      app.use(session({ secret, resave: false, saveUninitialized: false, cookie: { httpOnly: true } }));
    `,
    good: code`
      import session from 'express-session';
      app.set('trust proxy', 1);
      app.use(session({ secret, resave: false, saveUninitialized: false, cookie: { httpOnly: true, secure: true } }));
    `,
  },
  'cookie-session/options': {
    bad: code`
      import cookieSession from 'cookie-session';

      app.set('trust proxy', 1);
      app.use(cookieSession({ name: 'session', keys: [key], secure: false }));
    `,
    good: code`
      import cookieSession from 'cookie-session';

      app.set('trust proxy', 1);
      app.use(cookieSession({ name: 'session', keys: [key], secure: true }));
    `,
  },
  'client-sessions/cookie': {
    bad: code`
      const sessions = require('client-sessions');

      app.use(sessions({ cookieName: 'session', secret, cookie: { httpOnly: true } }));
    `,
    good: code`
      const sessions = require('client-sessions');

      app.use(sessions({ cookieName: 'session', secret, cookie: { httpOnly: true, secure: true } }));
    `,
  },
  'next-session/cookie': {
    bad: code`
      import nextSession from 'next-session';
      export const getSession = nextSession({ cookie: { httpOnly: true } });
    `,
    good: code`
      import nextSession from 'next-session';
      export const getSession = nextSession({ cookie: { httpOnly: true, secure: true } });
    `,
  },
} satisfies Examples;
