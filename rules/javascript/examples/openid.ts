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
  'next-firebase-auth/cookies': {
    bad: code`
      import { init } from 'next-firebase-auth';
      init({ cookies: { name: 'App', keys, httpOnly: true, secure: false } });
    `,
    good: code`
      import { init } from 'next-firebase-auth';
      init({ cookies: { name: 'App', keys, httpOnly: true } });
    `,
  },
  'fastify-oauth2/state-cookie': {
    bad: code`
      import oauth2 from '@fastify/oauth2';
      fastify.register(oauth2, { name: 'google', credentials, callbackUri });
    `,
    good: code`
      import oauth2 from '@fastify/oauth2';
      fastify.register(oauth2, { name: 'google', credentials, callbackUri, cookie: { secure: true } });
    `,
  },
  'nextjs-auth0/session-cookie': {
    bad: code`
      import { initAuth0 } from '@auth0/nextjs-auth0';
      export default initAuth0({ session: { cookie: { secure: false } } });
    `,
    good: code`
      import { initAuth0 } from '@auth0/nextjs-auth0';
      export default initAuth0({ session: { cookie: { secure: true } } });
    `,
  },
} satisfies Examples;
