/** Elysia: reactive cookies, and the policy of the app. */
import { argument, defineRule, owner } from '../../src/matching/surface.js';

const ELYSIA = ['elysia'];

export default defineRule({
  id: 'elysia',
  title: 'Elysia',
  languages: ['javascript'],
  docs: 'https://elysiajs.com/patterns/cookie',
  triggers: ['elysia'],
  packages: ['elysia'],
  surfaces: [
    {
      // https://elysiajs.com/patterns/cookie
      id: 'elysia/cookie-set',
      kind: 'write',
      match: { method: ['set', 'update'], receiver: { paths: ['{}.cookie.*', '**.cookie.*'], sure: true }, args: [1, 1], imports: ELYSIA },
      value: argument(0, 'value'),
      attributes: {
        secure: [argument(0, 'secure'), owner('secure')],
        sameSite: argument(0, 'sameSite'),
        maxAge: argument(0, 'maxAge'),
        expires: argument(0, 'expires'),
        path: argument(0, 'path'),
      },
      default: 'off',
      coveredBy: ['elysia/app-cookie-config'],
      ownWins: true,
    },
    {
      id: 'elysia/cookie-set',
      kind: 'write',
      match: { assign: ['{}.cookie.*.value', '**.cookie.*.value'], imports: ELYSIA },
      attributes: { secure: owner('secure'), maxAge: owner('maxAge'), sameSite: owner('sameSite') },
      default: 'off',
      coveredBy: ['elysia/app-cookie-config'],
      ownWins: true,
    },
    {
      id: 'elysia/app-cookie-config',
      kind: 'policy',
      match: { call: 'elysia.Elysia' },
      secure: argument(0, 'cookie', 'secure'),
      default: 'off',
    },
  ],
});
