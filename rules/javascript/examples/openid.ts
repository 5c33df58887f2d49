/** Examples of the surfaces in ../openid.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'supertokens/cookie-secure': {
    bad: code`
      import Session from 'supertokens-node/recipe/session';

      supertokens.init({ recipeList: [Session.init({ cookieSecure: process.env.NODE_ENV === 'production' })] });
    `,
    good: code`
      import Session from 'supertokens-node/recipe/session';

      supertokens.init({ recipeList: [Session.init({ cookieSecure: true })] });
    `,
  },
  'express-openid-connect/session-cookie': {
    bad: code`
      const { auth } = require('express-openid-connect');

      app.use(auth({ baseURL: 'https://app.example.com', session: { cookie: { secure: false } } }));
    `,
    good: code`
      const { auth } = require('express-openid-connect');

      app.use(auth({ baseURL: 'https://app.example.com', session: { cookie: { secure: true } } }));
    `,
  },
} satisfies Examples;
