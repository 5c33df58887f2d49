/** Sessions of SuperTokens and express-openid-connect. */
import { argument, defineRule, httpsOf } from '../../src/matching/surface.js';

export default defineRule({
  id: 'openid',
  title: 'SuperTokens and express-openid-connect',
  languages: ['javascript'],
  docs: 'https://supertokens.com/docs/references/backend-sdks/reference',
  triggers: ['supertokens-node', 'express-openid-connect'],
  packages: ['supertokens-node', 'express-openid-connect'],
  surfaces: [
    {
      // https://supertokens.com/docs/references/backend-sdks/reference: without it the scheme of `apiDomain` decides.
      id: 'supertokens/cookie-secure',
      kind: 'session',
      match: { call: ['supertokens-node/recipe/session.init', 'supertokens-node/recipe/session.default.init'] },
      needs: [argument(0, 'cookieSecure')],
      defaultName: 'sAccessToken',
      session: true,
      attributes: { secure: argument(0, 'cookieSecure') },
      default: 'on',
    },
    {
      id: 'express-openid-connect/session-cookie',
      docs: 'https://auth0.github.io/express-openid-connect/interfaces/CookieConfigParams.html',
      kind: 'session',
      match: { call: 'express-openid-connect.auth' },
      name: argument(0, 'session', 'name'),
      defaultName: 'appSession',
      session: true,
      attributes: { secure: [argument(0, 'session', 'cookie', 'secure'), httpsOf(argument(0, 'baseURL')), httpsOf({ variable: 'BASE_URL' })] },
      default: 'off',
    },
  ],
});
