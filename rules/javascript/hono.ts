/** Hono's cookie helper. A prefix forces Secure, whatever `secure` says. */
import { argument, defineRule, options, type CookieSurface } from '../../src/matching/surface.js';

const FROM = ['hono/cookie', '@hono/hono/cookie', 'jsr:@hono/hono/cookie', 'npm:hono/cookie', 'https://deno.land/x/hono/helper'];
const calls = (name: string): string[] => FROM.map((module) => `${module}.${name}`);

/** https://hono.dev/docs/helpers/cookie */
const helper = (id: string, name: string, at: { readonly name: number; readonly options: number }): CookieSurface => ({
  id,
  kind: 'write',
  match: { call: calls(name) },
  name: argument(at.name),
  value: argument(at.name + 1),
  attributes: { ...options(at.options), secure: [argument(at.options, 'prefix'), argument(at.options, 'secure')] },
  default: 'off',
  meaning: { words: { secure: 'on', host: 'on' } },
});

export default defineRule({
  id: 'hono',
  title: 'Hono',
  languages: ['javascript'],
  docs: 'https://hono.dev/docs/helpers/cookie',
  triggers: ['hono/', 'hono-sessions'],
  packages: ['hono'],
  surfaces: [
    helper('hono/set-cookie', 'setCookie', { name: 1, options: 3 }),
    helper('hono/set-signed-cookie', 'setSignedCookie', { name: 1, options: 4 }),
    helper('hono/set-signed-cookie', 'generateSignedCookie', { name: 0, options: 3 }),
    {
      // https://github.com/jcs224/hono_sessions#usage: the options are those of the helper; Secure is not among their defaults.
      id: 'hono/sessions',
      docs: 'https://github.com/jcs224/hono_sessions#usage',
      kind: 'session',
      match: {
        call: ['hono-sessions.sessionMiddleware', 'jsr:@jcs224/hono-sessions.sessionMiddleware', '@jcs224/hono-sessions.sessionMiddleware'],
      },
      name: argument(0, 'sessionCookieName'),
      defaultName: 'session',
      session: true,
      attributes: options(0, 'cookieOptions'),
      default: 'off',
    },
    helper('hono/generate-cookie', 'generateCookie', { name: 0, options: 2 }),
  ],
});
