/** NextAuth.js 4 and Auth.js 5. */
import { argument, defineRule, httpsOf, sibling, value, type CookieSurface } from '../../src/matching/surface.js';

/** https://next-auth.js.org/configuration/options#cookies */
const OVERRIDES = ['sessionToken', 'callbackUrl', 'csrfToken', 'pkceCodeVerifier', 'state', 'nonce'];
/** What only version 4 exports. */
const V4 = ['next-auth.NextAuthOptions', 'next-auth.AuthOptions', 'next-auth.CookiesOptions', 'next-auth/next', 'next-auth/jwt'];
const V4_CALLS = ['next-auth', 'next-auth.default', 'next-auth/next'];
const V5_CALLS = [
  'next-auth',
  'NextAuth',
  'next-auth.default',
  '@auth/core.Auth',
  '@auth/express.ExpressAuth',
  '@auth/sveltekit.SvelteKitAuth',
  '@auth/solid-start.SolidAuth',
  '@auth/qwik.QwikAuth$',
];

/** https://next-auth.js.org/configuration/initialization#advanced-initialization: `NextAuth(options)` or `NextAuth(req, res, options)`. */
const useSecureCookies = (args: readonly [number, number], options: number): CookieSurface => ({
  // https://next-auth.js.org/configuration/options#usesecurecookies: on exactly where NEXTAUTH_URL is https.
  id: 'next-auth/v4-use-secure-cookies',
  docs: 'https://next-auth.js.org/configuration/options#usesecurecookies',
  kind: 'session',
  match: [
    { call: V4_CALLS, args, file: /nextauth/i },
    { call: V4_CALLS, args, packageBefore: ['next-auth', '5.0.0'] },
  ],
  defaultName: 'next-auth.session-token',
  session: true,
  attributes: { secure: [argument(options, 'useSecureCookies'), httpsOf({ variable: 'NEXTAUTH_URL' })] },
  // https://next-auth.js.org/configuration/options#cookies: an own cookie takes the place of the default one, and is judged itself.
  unlessAllWritten: ['sessionToken', 'csrfToken', 'callbackUrl'].map((cookie) => argument(options, 'cookies', cookie)),
  default: 'off',
  fix: { unsafe: 'the cookie gets the prefix __Secure-: code that reads it by name must follow' },
});

export default defineRule({
  id: 'next-auth',
  title: 'NextAuth.js and Auth.js',
  languages: ['javascript'],
  docs: 'https://authjs.dev/reference/core#usesecurecookies',
  triggers: ['next-auth', '@auth/'],
  packages: ['next-auth', '@auth/core'],
  surfaces: [
    useSecureCookies([1, 1], 0),
    useSecureCookies([3, 3], 2),
    {
      // https://authjs.dev/reference/core#usesecurecookies: without it the URL of the request decides.
      id: 'authjs/cookies',
      kind: 'session',
      match: { call: V5_CALLS },
      defaultName: 'authjs.session-token',
      session: true,
      attributes: { secure: [argument(0, 'useSecureCookies'), argument(1, 'useSecureCookies'), argument(0, '()', 'useSecureCookies')] },
      // Merged over the defaults: https://authjs.dev/reference/core#cookies
      unlessAllWritten: ['sessionToken', 'csrfToken', 'callbackUrl'].map((cookie) => argument(0, 'cookies', cookie, 'options', 'secure')),
      default: 'request',
      fix: { unsafe: 'the cookie gets the prefix __Secure-: code that reads it by name must follow' },
    },
    {
      // https://next-auth.js.org/configuration/options#cookies: an own cookie replaces the default one with all its options.
      id: 'next-auth/v4-cookies-override',
      docs: 'https://next-auth.js.org/configuration/options#cookies',
      kind: 'session',
      match: [
        { entry: OVERRIDES.map((cookie) => `${cookie}.options`), imports: V4 },
        { entry: OVERRIDES.map((cookie) => `${cookie}.options`), imports: ['next-auth'], packageBefore: ['next-auth', '5.0.0'] },
      ],
      name: sibling('name'),
      defaultName: 'next-auth.session-token',
      session: true,
      attributes: {
        secure: value('secure'),
        httpOnly: value('httpOnly'),
        sameSite: value('sameSite'),
        domain: value('domain'),
        path: value('path'),
        maxAge: value('maxAge'),
      },
      default: 'off',
    },
    {
      // https://authjs.dev/reference/core#cookies: merged over the defaults.
      id: 'authjs/cookies',
      docs: 'https://authjs.dev/reference/core#cookies',
      kind: 'session',
      match: {
        entry: OVERRIDES.map((cookie) => `${cookie}.options.secure`),
        imports: ['next-auth', '@auth/core', '@auth/express', '@auth/sveltekit'],
        unlessImports: V4,
      },
      defaultName: 'authjs.session-token',
      session: true,
      attributes: { secure: value() },
      default: 'request',
    },
  ],
});
