/** Examples of the surfaces in ../csrf.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'csurf/cookie': {
    bad: code`
      const csurf = require('csurf');
      app.use(csurf({ cookie: true }));
    `,
    good: code`
      const csurf = require('csurf');
      app.use(csurf({ cookie: { secure: true } }));
    `,
  },
  'csrf-csrf/cookie-options': {
    bad: code`
      import { doubleCsrf } from 'csrf-csrf';
      const csrf = doubleCsrf({ getSecret, getSessionIdentifier, cookieOptions: { secure: process.env.NODE_ENV === 'production' } });
    `,
    good: code`
      import { doubleCsrf } from 'csrf-csrf';
      const csrf = doubleCsrf({ getSecret, getSessionIdentifier, cookieOptions: { secure: true } });
    `,
  },
  'lusca/csrf-cookie': {
    bad: "app.use(require('lusca').csrf({ angular: true }));",
    good: "app.use(require('lusca').csrf({ angular: true, cookie: { options: { secure: true } } }));",
  },
} satisfies Examples;
