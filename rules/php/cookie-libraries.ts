/** PSR-7 cookie libraries: dflydev/fig-cookies and hansott/psr7-cookies. Guzzle's class of the same name is a client's jar. */
import { defineRule, keyword, setter } from '../../src/matching/surface.js';

export default defineRule({
  id: 'psr7-cookies',
  title: 'PSR-7 cookies',
  languages: ['php'],
  docs: 'https://github.com/dflydev/dflydev-fig-cookies',
  triggers: ['SetCookie::', 'new SetCookie('],
  packages: ['dflydev/fig-cookies', 'hansott/psr7-cookies'],
  surfaces: [
    {
      // https://github.com/dflydev/dflydev-fig-cookies#setcookie; createExpired is a deletion.
      id: 'fig-cookies/set-cookie',
      docs: 'https://github.com/dflydev/dflydev-fig-cookies#setcookie',
      kind: 'write',
      match: { call: ['Dflydev.FigCookies.SetCookie.create', 'Dflydev.FigCookies.SetCookie.createRememberedForever'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: setter('withSecure'),
        httpOnly: setter('withHttpOnly'),
        sameSite: setter('withSameSite'),
        domain: setter('withDomain'),
        path: setter('withPath'),
        maxAge: setter('withMaxAge'),
        expires: setter('withExpires'),
        partitioned: setter('withPartitioned'),
      },
      default: 'off',
    },
    {
      id: 'psr7-cookies/set-cookie',
      docs: 'https://github.com/hansott/psr7-cookies',
      kind: 'write',
      match: { call: ['HansOtt.PSR7Cookies.SetCookie', 'HansOtt.PSR7Cookies.SetCookie.thatExpires'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure', 5),
        httpOnly: keyword('httpOnly', 6),
        sameSite: keyword('sameSite', 7),
        path: keyword('path', 3),
        domain: keyword('domain', 4),
        expires: keyword('expiresAt', 2),
      },
      default: 'off',
    },
    {
      // https://github.com/hansott/psr7-cookies: `thatStaysForever` takes no end.
      id: 'psr7-cookies/set-cookie',
      docs: 'https://github.com/hansott/psr7-cookies',
      kind: 'write',
      match: { call: 'HansOtt.PSR7Cookies.SetCookie.thatStaysForever' },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure', 4),
        httpOnly: keyword('httpOnly', 5),
        path: keyword('path', 2),
        domain: keyword('domain', 3),
      },
      default: 'off',
    },
  ],
});
