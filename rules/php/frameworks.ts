/** Nette, Phalcon and FuelPHP. */
import { argument, defineRule, keyword, value } from '../../src/matching/surface.js';

export const nette = defineRule({
  id: 'nette',
  title: 'Nette',
  languages: ['yaml', 'php'],
  docs: 'https://doc.nette.org/en/http/configuration',
  triggers: ['cookieSecure', '->setCookie(', ['http:', 'proxy:']],
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
      cookie: { defaultName: 'PHPSESSID', session: true, proxy: ['nette/proxy'] },
    },
    {
      // https://github.com/nette/http/blob/master/src/Http/Response.php: `cookieSecure` unless given.
      id: 'nette/response-set-cookie',
      docs: 'https://doc.nette.org/en/http/response#toc-setcookie',
      kind: 'write',
      match: [
        {
          method: 'setCookie',
          receiver: {
            paths: ['**.getHttpResponse()'],
            types: ['Nette.Http.IResponse', 'Nette.Http.Response', 'IResponse'],
            names: ['httpResponse'],
          },
          args: [2, 8],
          languages: ['php'],
        },
        // Services promoted or injected under another name.
        { method: 'setCookie', receiver: { names: ['response'] }, args: [2, 8], languages: ['php'], imports: ['Nette.Http'] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('secure', 5),
        httpOnly: keyword('httpOnly', 6),
        sameSite: keyword('sameSite', 7),
        expires: keyword('expire', 2),
        path: keyword('path', 3),
        domain: keyword('domain', 4),
      },
      default: 'request',
      meaning: { nullIsDefault: true },
      coveredBy: ['nette/http-cookie-secure'],
      proxy: ['nette/proxy'],
    },
    {
      // https://doc.nette.org/en/http/configuration#toc-http-proxy
      id: 'nette/proxy',
      kind: 'proxy',
      match: { setting: 'http.proxy', languages: ['yaml'], file: /\.neon$/ },
      value: value(),
      speaksFor: ['php'],
    },
  ],
});

export const phalcon = defineRule({
  id: 'phalcon',
  title: 'Phalcon',
  languages: ['php'],
  docs: 'https://docs.phalcon.io/5.0/en/response#cookies',
  triggers: ['cookies->set(', 'getCookies()->set(', 'Phalcon\\Http\\Cookie'],
  surfaces: [
    {
      // https://github.com/phalcon/cphalcon/blob/master/phalcon/Http/Response/Cookies.zep: Secure stands before the domain.
      id: 'phalcon/cookies',
      docs: 'https://github.com/phalcon/cphalcon/blob/master/phalcon/Http/Response/Cookies.zep',
      kind: 'write',
      match: [
        {
          method: 'set',
          receiver: { names: ['this.cookies', 'cookies'], not: ['**.request.cookies', '**.request().cookies'] },
          args: [3, 8],
        },
        {
          method: 'set',
          receiver: { names: ['this.cookies', 'cookies'], not: ['**.request.cookies', '**.request().cookies'] },
          args: [2, 2],
          imports: ['Phalcon'],
        },
        { method: 'set', receiver: { paths: ['**.response.getCookies()'] }, args: [2, 8], imports: ['Phalcon'] },
        { call: 'Phalcon.Http.Cookie', imports: ['Phalcon.Http.Cookie'] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: [argument(7, 'secure'), keyword('secure', 4)],
        httpOnly: keyword('httpOnly', 6),
        path: keyword('path', 3),
        domain: keyword('domain', 5),
        expires: keyword('expire', 2),
      },
      default: 'off',
    },
  ],
});

export const fuelphp = defineRule({
  id: 'fuelphp',
  title: 'FuelPHP',
  languages: ['php'],
  docs: 'https://fuelphp.com/docs/classes/cookie.html',
  triggers: ['Cookie::set(', "'http_only'"],
  packages: ['fuel/core', 'fuel/fuel'],
  surfaces: [
    {
      // https://fuelphp.com/docs/classes/cookie.html: the settings of `cookie` unless given, where Secure is off.
      id: 'fuelphp/cookie-set',
      kind: 'write',
      match: { call: 'Fuel.Core.Cookie.set', args: [2, 7], file: /(?:^|\/)fuel\/(?:app|packages|modules)\// },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('secure', 5),
        httpOnly: keyword('http_only', 6),
        expires: argument(2),
        path: argument(3),
        domain: argument(4),
      },
      default: 'off',
      meaning: { nullIsDefault: true },
      coveredBy: ['fuelphp/config-cookie'],
    },
    {
      // https://fuelphp.com/docs/classes/cookie.html#config
      id: 'fuelphp/config-cookie',
      docs: 'https://fuelphp.com/docs/classes/cookie.html#config',
      kind: 'policy',
      match: { setting: 'cookie.secure', languages: ['php'], file: /(?:^|\/)fuel\/app\/config\/(?:production\/)?config\.php$/ },
      secure: value(),
      default: 'off',
      cookie: { defaultName: 'fuelcid', session: true },
    },
  ],
});
