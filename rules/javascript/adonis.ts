/** AdonisJS. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'adonis',
  title: 'AdonisJS',
  languages: ['javascript'],
  docs: 'https://docs.adonisjs.com/guides/basics/cookies',
  triggers: ['adonis', 'ainCookie(', 'tedCookie(', '.cookie('],
  packages: ['@adonisjs/core'],
  surfaces: [
    {
      id: 'adonis/session-config',
      docs: 'https://docs.adonisjs.com/guides/basics/session',
      kind: 'session',
      match: [{ call: '@adonisjs/session.defineConfig' }],
      name: argument(0, 'cookieName'),
      defaultName: 'adonis-session',
      session: true,
      default: 'on',
      attributes: options(0, 'cookie'),
      coveredBy: ['adonis/app-http-cookie'],
    },
    {
      // https://docs.adonisjs.com/guides/basics/cookies
      id: 'adonis/app-http-cookie',
      kind: 'session',
      match: { call: '@adonisjs/core/http.defineConfig' },
      default: 'on',
      attributes: options(0, 'cookie'),
    },
    {
      id: 'adonis/response-cookie',
      kind: 'session',
      match: {
        method: ['cookie', 'plainCookie', 'encryptedCookie'],
        receiver: { names: ['response', 'ctx.response'], types: ['HttpContext'], sure: true },
        args: [2, 3],
        packages: ['@adonisjs/core'],
      },
      name: argument(0),
      value: argument(1),
      default: 'on',
      attributes: options(2),
    },
    {
      id: 'adonis/response-cookie',
      kind: 'session',
      match: [
        { method: ['plainCookie', 'encryptedCookie'], receiver: { names: ['response'], sure: true }, args: [2, 3] },
        { method: 'cookie', receiver: { paths: ['{}.response'] }, args: [2, 3] },
      ],
      name: argument(0),
      value: argument(1),
      default: 'on',
      attributes: options(2),
    },
  ],
});
