/** Nette and Phalcon. */
import { argument, defineRule, keyword, value } from '../../src/matching/surface.js';

export const nette = defineRule({
  id: 'nette',
  title: 'Nette',
  languages: ['yaml', 'php'],
  docs: 'https://doc.nette.org/en/http/configuration',
  triggers: ['cookieSecure'],
  packages: ['nette/http', 'nette/bootstrap'],
  surfaces: [
    {
      // https://github.com/nette/http/blob/master/src/Bridges/HttpDI/HttpExtension.php: auto unless written.
      id: 'nette/http-cookie-secure',
      docs: 'https://github.com/nette/http/blob/master/src/Bridges/HttpDI/HttpExtension.php',
      kind: 'policy',
      match: { setting: ['http.cookieSecure', 'session.cookieSecure'], languages: ['yaml'], file: /\.neon$/, placeholders: 'nette' },
      secure: value(),
      default: 'request',
      meaning: { truth: 'strict', words: { auto: 'request' } },
      cookie: { defaultName: 'PHPSESSID', session: true },
    },
  ],
});

export const phalcon = defineRule({
  id: 'phalcon',
  title: 'Phalcon',
  languages: ['php'],
  docs: 'https://docs.phalcon.io/5.0/en/response#cookies',
  triggers: ['cookies->set(', 'Phalcon\\Http\\Cookie'],
  surfaces: [
    {
      // https://github.com/phalcon/cphalcon/blob/master/phalcon/Http/Response/Cookies.zep: Secure stands before the domain.
      id: 'phalcon/cookies',
      docs: 'https://github.com/phalcon/cphalcon/blob/master/phalcon/Http/Response/Cookies.zep',
      kind: 'write',
      match: [
        { method: 'set', receiver: { names: ['this.cookies', 'cookies'], not: ['**.request.cookies', '**.request().cookies'] }, args: [3, 8], unlessMentions: /HttpFoundation|\\Symfony\b/ },
        { call: 'Phalcon.Http.Cookie', imports: ['Phalcon.Http.Cookie'] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: { secure: [argument(7, 'secure'), keyword('secure', 4)], httpOnly: keyword('httpOnly', 6), path: keyword('path', 3), domain: keyword('domain', 5), expires: keyword('expire', 2) },
      default: 'off',
    },
  ],
});
