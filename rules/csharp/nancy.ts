/** Nancy: a cookie object that a response is given. */
import { defineRule, keyword, property } from '../../src/matching/surface.js';

export default defineRule({
  id: 'nancy',
  title: 'Nancy',
  languages: ['csharp'],
  docs: 'https://github.com/NancyFx/Nancy/wiki/Cookies',
  triggers: ['NancyCookie'],
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
  ],
});
