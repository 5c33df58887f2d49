/** Bun: the cookie map of a request, and Bun.Cookie. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'bun',
  title: 'Bun',
  languages: ['javascript'],
  docs: 'https://bun.com/docs/runtime/cookies',
  triggers: ['cookies.set', 'Bun.Cookie', "'bun'", '"bun"'],
  packages: ['@types/bun', 'bun-types'],
  surfaces: [
    {
      // https://bun.com/docs/runtime/cookies: unlike elsewhere, the request's cookies are the response's.
      id: 'bun/cookie-map-set',
      kind: 'write',
      match: [
        {
          method: 'set',
          receiver: { types: ['BunRequest', 'bun.BunRequest'], paths: ['Bun.CookieMap()', 'bun.CookieMap()'] },
          args: [2, 3],
        },
        { method: 'set', receiver: { names: ['req.cookies', 'request.cookies'], sure: true }, args: [2, 3], imports: ['bun'] },
        { method: 'set', receiver: { names: ['req.cookies', 'request.cookies'], sure: true }, args: [2, 3], mentions: /\bBun\.serve\b/ },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      id: 'bun/cookie-map-set',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['req.cookies', 'request.cookies'], paths: ['Bun.CookieMap()', 'bun.CookieMap()'], sure: true },
        args: [1, 1],
        mentions: /\bBun\.serve\b/,
        source: { 0: /^\{/ },
      },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
    {
      id: 'bun/cookie-constructor',
      kind: 'write',
      match: { call: ['Bun.Cookie', 'bun.Cookie', 'Bun.Cookie.from', 'bun.Cookie.from'], args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      id: 'bun/cookie-constructor',
      kind: 'write',
      match: { call: ['Bun.Cookie', 'bun.Cookie'], args: [1, 1], source: { 0: /^\{/ } },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
  ],
});
