/** Better Auth. */
import { argument, defineRule, httpsOf, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'better-auth',
  title: 'Better Auth',
  languages: ['javascript'],
  docs: 'https://www.better-auth.com/docs/concepts/cookies',
  triggers: [
    ['better-auth', 'betterAuth'],
    ['better-auth', 'session_token'],
  ],
  packages: ['better-auth'],
  surfaces: [
    {
      // https://www.better-auth.com/docs/concepts/cookies: the base URL, else production mode.
      id: 'better-auth/use-secure-cookies',
      kind: 'session',
      match: { call: ['better-auth.betterAuth', 'better-auth/minimal.betterAuth', 'betterAuth'] },
      defaultName: 'better-auth.session_token',
      session: true,
      attributes: {
        secure: [
          argument(0, 'advanced', 'defaultCookieAttributes', 'secure'),
          argument(0, 'advanced', 'useSecureCookies'),
          httpsOf(argument(0, 'baseURL')),
        ],
        sameSite: argument(0, 'advanced', 'defaultCookieAttributes', 'sameSite'),
      },
      default: 'mode-production',
    },
    {
      id: 'better-auth/default-cookie-attributes',
      docs: 'https://www.better-auth.com/docs/reference/options#advanced',
      kind: 'session',
      match: { entry: 'cookies.session_token.attributes.secure', imports: ['better-auth'] },
      defaultName: 'better-auth.session_token',
      session: true,
      attributes: { secure: value() },
      default: 'mode-production',
    },
  ],
});
