/** Nancy: a cookie object that a response is given. */
import { argument, defineRule, keyword, property } from '../../src/matching/surface.js';

export default defineRule({
  id: 'nancy',
  title: 'Nancy',
  languages: ['csharp'],
  docs: 'https://github.com/NancyFx/Nancy/wiki/Cookies',
  triggers: ['NancyCookie', 'WithCookie(', 'AddCookie('],
  surfaces: [
    {
      // https://github.com/NancyFx/Nancy/blob/master/src/Nancy/Cookies/NancyCookie.cs: (name, value, httpOnly, secure, expires), also without the last three.
      id: 'nancy/cookie',
      docs: 'https://github.com/NancyFx/Nancy/blob/master/src/Nancy/Cookies/NancyCookie.cs',
      kind: 'write',
      match: { call: 'Nancy.Cookies.NancyCookie', args: [2, 5] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: [property('Secure'), keyword('secure', 3)],
        httpOnly: [property('HttpOnly'), keyword('httpOnly', 2)],
        expires: [property('Expires'), keyword('expires', 4)],
        domain: property('Domain'),
        path: property('Path'),
      },
      default: 'off',
      inert: true,
    },
    {
      // https://github.com/NancyFx/Nancy/blob/master/src/Nancy/ResponseExtensions.cs: (name, value, expires, domain, path), and no way to say Secure.
      id: 'nancy/with-cookie',
      docs: 'https://github.com/NancyFx/Nancy/blob/master/src/Nancy/ResponseExtensions.cs',
      kind: 'write',
      match: { method: ['WithCookie', 'AddCookie'], receiver: { any: true, sure: true }, args: [2, 5], imports: ['Nancy'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(9), expires: argument(2), domain: argument(3), path: argument(4) },
      default: 'off',
      fix: { unsafe: 'give it a NancyCookie' },
    },
  ],
});
