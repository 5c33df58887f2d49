/** Examples of the surfaces in ../auth-clients.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'aws-amplify/cookie-storage': {
    bad: "cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage({ domain: 'example.test', secure: process.env.NODE_ENV === 'production' }));",
    good: "cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage({ domain: 'example.test', secure: true }));",
  },
  'msal/secure-cookies': {
    bad: "new PublicClientApplication({ auth: { clientId: 'c' }, cache: { storeAuthStateInCookie: true, secureCookies: false } });",
    good: "new PublicClientApplication({ auth: { clientId: 'c' }, cache: { storeAuthStateInCookie: true, secureCookies: true } });",
  },
  'okta/auth-js-cookies': {
    bad: "new OktaAuth({ issuer: 'https://x.example.test', clientId: 'c', cookies: { secure: false } });",
    good: "new OktaAuth({ issuer: 'https://x.example.test', clientId: 'c', cookies: { secure: true } });",
  },
  'auth0-spa-js/cookies': {
    bad: code`
      import { createAuth0Client } from '@auth0/auth0-spa-js';

      const auth0 = await createAuth0Client({ domain: 'example.eu.auth0.com', clientId });
    `,
    good: code`
      import { createAuth0Client } from '@auth0/auth0-spa-js';

      const auth0 = await createAuth0Client({ domain: 'example.eu.auth0.com', clientId });
    `,
  },
} satisfies Examples;
