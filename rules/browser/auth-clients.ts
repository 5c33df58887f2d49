/** Sign-in libraries that keep their state in cookies of the page. */
import { argument, defineRule } from '../../src/matching/surface.js';

export default defineRule({
  id: 'auth-client',
  title: 'Browser sign-in libraries',
  languages: ['javascript'],
  docs: 'https://docs.amplify.aws/javascript/build-a-backend/auth/concepts/tokens-and-credentials/',
  triggers: ['CookieStorage', 'cookieStorage', 'PublicClientApplication', 'OktaAuth', 'createAuth0Client', 'Auth0Client'],
  surfaces: [
    {
      id: 'aws-amplify/cookie-storage',
      docs: 'https://docs.amplify.aws/javascript/build-a-backend/auth/concepts/tokens-and-credentials/#cookiestorage',
      kind: 'client',
      match: { call: ['aws-amplify/utils.CookieStorage', '@aws-amplify/core.CookieStorage', 'aws-amplify.CookieStorage', 'CookieStorage'] },
      defaultName: 'CognitoIdentityServiceProvider',
      session: true,
      attributes: { secure: argument(0, 'secure'), domain: argument(0, 'domain') },
      default: 'on',
    },
    {
      id: 'aws-amplify/cookie-storage',
      kind: 'client',
      match: {
        call: ['aws-amplify.Amplify.configure', 'aws-amplify.Auth.configure', 'aws-amplify.configure', 'Amplify.configure'],
        source: { 0: /\bcookieStorage\b/ },
      },
      defaultName: 'CognitoIdentityServiceProvider',
      session: true,
      attributes: { secure: [argument(0, 'Auth', 'cookieStorage', 'secure'), argument(0, 'cookieStorage', 'secure')] },
      default: 'on',
    },
    {
      id: 'msal/secure-cookies',
      docs: 'https://learn.microsoft.com/entra/msal/javascript/browser/configuration',
      kind: 'client',
      match: {
        call: [
          '@azure/msal-browser.PublicClientApplication',
          '@azure/msal-browser.createStandardPublicClientApplication',
          '@azure/msal-browser.PublicClientApplication.createPublicClientApplication',
          'PublicClientApplication',
        ],
      },
      defaultName: 'msal',
      session: true,
      attributes: { secure: argument(0, 'cache', 'secureCookies') },
      default: 'on',
    },
    {
      // https://github.com/okta/okta-auth-js#cookies: follows the page's scheme where nothing is written.
      id: 'okta/auth-js-cookies',
      docs: 'https://github.com/okta/okta-auth-js#cookies',
      kind: 'client',
      match: { call: ['@okta/okta-auth-js.OktaAuth', '@okta/okta-auth-js', 'OktaAuth'], source: { 0: /\bcookies\b/ } },
      defaultName: 'okta-oauth-state',
      session: true,
      attributes: { secure: argument(0, 'cookies', 'secure') },
      default: 'request',
    },
    {
      // https://github.com/auth0/auth0-spa-js: Secure on every HTTPS page, without a switch.
      id: 'auth0-spa-js/cookies',
      docs: 'https://github.com/auth0/auth0-spa-js',
      kind: 'client',
      match: { call: ['@auth0/auth0-spa-js.createAuth0Client', '@auth0/auth0-spa-js.Auth0Client', 'createAuth0Client'] },
      defaultName: 'auth0.is.authenticated',
      session: true,
      attributes: { secure: { at: 'fixed', value: true } },
      default: 'on',
      inventoryOnly: true,
    },
  ],
});
