/** Sessions of SuperTokens, express-openid-connect, next-firebase-auth and Auth0's SDK for Next.js, and the state cookie of @fastify/oauth2. */
import { argument, defineRule, httpsOf, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'openid',
  title: 'Login libraries',
  languages: ['javascript'],
  docs: 'https://supertokens.com/docs/references/backend-sdks/reference',
  triggers: [
    'supertokens-node',
    'express-openid-connect',
    'next-firebase-auth',
    '@fastify/oauth2',
    'fastify-oauth2',
    '@auth0/nextjs-auth0',
  ],
  packages: ['supertokens-node', 'express-openid-connect', 'next-firebase-auth', '@fastify/oauth2', '@auth0/nextjs-auth0'],
  surfaces: [
    {
      // https://supertokens.com/docs/references/backend-sdks/reference: without it the scheme of `apiDomain` decides.
      id: 'supertokens/cookie-secure',
      kind: 'session',
      match: { call: ['supertokens-node/recipe/session.init', 'supertokens-node/recipe/session.default.init'] },
      defaultName: 'sAccessToken',
      session: true,
      attributes: { secure: argument(0, 'cookieSecure') },
      default: 'on',
    },
    {
      // https://github.com/gladly-team/next-firebase-auth#cookies: on by default.
      id: 'next-firebase-auth/cookies',
      docs: 'https://github.com/gladly-team/next-firebase-auth#cookies',
      kind: 'session',
      match: { call: 'next-firebase-auth.init' },
      name: argument(0, 'cookies', 'name'),
      session: true,
      attributes: options(0, 'cookies'),
      default: 'on',
    },
    {
      // https://github.com/fastify/fastify-oauth2#use-with-fastifycookie: `{ httpOnly: true, sameSite: 'lax' }` unless given.
      id: 'fastify-oauth2/state-cookie',
      docs: 'https://github.com/fastify/fastify-oauth2#use-with-fastifycookie',
      kind: 'session',
      match: { method: 'register', receiver: { any: true, sure: true }, argument: { 0: ['@fastify/oauth2', 'fastify-oauth2'] } },
      name: argument(1, 'redirectStateCookieName'),
      defaultName: 'oauth2-redirect-state',
      session: true,
      attributes: options(1, 'cookie'),
      default: 'off',
    },
    {
      // https://auth0.github.io/nextjs-auth0/: without it the scheme of the base URL decides.
      id: 'nextjs-auth0/session-cookie',
      docs: 'https://auth0.github.io/nextjs-auth0/interfaces/config.CookieConfig.html',
      kind: 'session',
      match: { call: ['@auth0/nextjs-auth0.initAuth0', '@auth0/nextjs-auth0/edge.initAuth0', '@auth0/nextjs-auth0/server.Auth0Client'] },
      name: [argument(0, 'session', 'name'), argument(0, 'session', 'cookie', 'name')],
      defaultName: 'appSession',
      session: true,
      attributes: options(0, 'session', 'cookie'),
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
      attributes: {
        secure: [argument(0, 'session', 'cookie', 'secure'), httpsOf(argument(0, 'baseURL')), httpsOf({ variable: 'BASE_URL' })],
      },
      default: 'off',
    },
  ],
});
