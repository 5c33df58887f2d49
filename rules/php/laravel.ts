/**
 * Laravel: the session's configuration, which is also the default of every cookie that its helpers make.
 * XSRF-TOKEN and Passport's laravel_token (laravel/sanctum-passport-xsrf) take it too and are judged with it.
 */
import { defineRule, keyword, member, sibling, value, type CookieSurface, type Match, type Place } from '../../src/matching/surface.js';

/** Laravel 5.6 and later: what is left out or null is what `config/session.php` says, and else the request's scheme. */
const fallback: Place = { at: 'setting', of: 'laravel', key: 'session.secure' };
/** The facade, and the alias that Laravel registers for it (`use Cookie;`). */
const facades = ['Illuminate.Support.Facades.Cookie', 'Cookie'];
const proxies = ['laravel/trusted-proxies'];

/** The parameters of `cookie()` and `Cookie::make`: https://github.com/laravel/framework/blob/12.x/src/Illuminate/Cookie/CookieJar.php */
const made: CookieSurface['attributes'] = {
  secure: [keyword('secure', 5), fallback],
  httpOnly: keyword('httpOnly', 6),
  sameSite: keyword('sameSite', 8),
  path: keyword('path', 3),
  domain: keyword('domain', 4),
  maxAge: keyword('minutes', 2),
};
const helper = {
  kind: 'write',
  name: keyword('name', 0),
  value: keyword('value', 1),
  deletes: { when: 'value-empty-or-null', value: keyword('value', 1) },
  // https://github.com/laravel/framework/blob/12.x/src/Illuminate/Cookie/CookieJar.php: `make` counts in minutes.
  otherwise: { httpOnly: true },
  agesIn: 'minutes',
  default: 'request',
  meaning: { nullIsDefault: true },
  proxy: proxies,
} as const satisfies Partial<CookieSurface>;
const environment = {
  kind: 'session',
  defaultName: 'laravel_session',
  session: true,
  attributes: { secure: value() },
  default: 'off',
  meaning: { truth: 'strict' },
} as const satisfies Partial<CookieSurface>;
/** A deployment gives it: https://laravel.com/docs/12.x/configuration#environment-configuration. Firefly III and Snipe-IT have names of their own. */
const given = (file: RegExp): readonly Match[] => [
  { variable: ['SESSION_SECURE_COOKIE'], languages: ['dotenv', 'yaml', 'dockerfile'], file },
  { variable: ['COOKIE_SECURE', 'SECURE_COOKIES'], languages: ['dotenv', 'yaml', 'dockerfile'], file, packages: ['laravel/framework'] },
];
const sample = /\.(?:example|sample|dist|template)\b|example/i;
const actual = /^(?!.*(?:\.(?:example|sample|dist|template)\b|example)).*$/i;

export default defineRule({
  id: 'laravel',
  title: 'Laravel',
  languages: ['php', 'dotenv', 'yaml', 'dockerfile'],
  docs: 'https://laravel.com/docs/12.x/session#configuration',
  triggers: [
    'http_only',
    ['secure', 'cookie'],
    'SESSION_SECURE_COOKIE',
    'COOKIE_SECURE',
    'SECURE_COOKIES',
    'cookie(',
    'Cookie::',
    'withCookie',
    'trustProxies',
    'TrustProxies',
  ],
  packages: ['laravel/framework', 'laravel/lumen-framework'],
  surfaces: [
    {
      // https://github.com/laravel/laravel/blob/12.x/config/session.php: null, or no key at all, follows the request.
      id: 'laravel/config-session-secure',
      docs: 'https://github.com/laravel/laravel/blob/12.x/config/session.php',
      kind: 'session',
      match: [
        { setting: 'secure', languages: ['php'], file: /(?:^|\/)[cC]onfig\/session\.php$/ },
        { setting: 'http_only', languages: ['php'], file: /(?:^|\/)[cC]onfig\/session\.php$/, unlessWrites: [{ setting: 'secure' }] },
      ],
      name: sibling('cookie'),
      defaultName: 'laravel_session',
      session: true,
      attributes: {
        secure: sibling('secure'),
        httpOnly: sibling('http_only'),
        sameSite: sibling('same_site'),
        domain: sibling('domain'),
        path: sibling('path'),
      },
      default: 'request',
      meaning: { nullIsDefault: true },
      proxy: proxies,
    },
    {
      // https://github.com/laravel/laravel/blob/12.x/config/session.php: an example that people copy.
      id: 'laravel/env-session-secure-cookie',
      match: given(sample),
      ...environment,
      confidence: 'low',
    },
    {
      // https://laravel.com/docs/12.x/configuration#environment-configuration: an empty value is off even over HTTPS.
      id: 'laravel/env-session-secure-cookie',
      match: given(actual),
      ...environment,
    },
    {
      // https://laravel.com/docs/12.x/responses#attaching-cookies-to-responses
      id: 'laravel/response-cookie',
      match: [
        {
          method: ['cookie', 'withCookie'],
          receiver: {
            names: ['response'],
            paths: ['response()', 'redirect()', 'back()', 'view()', '**.Response.*()', '**.Redirect.*()', '**.redirect()', '**.response()'],
            types: ['Illuminate.Http.Response', 'Illuminate.Http.JsonResponse', 'Illuminate.Http.RedirectResponse'],
            not: ['request()', '**.request', 'Illuminate.Http.Request'],
          },
          args: [2, 9],
        },
      ],
      ...helper,
      attributes: made,
    },
    {
      // https://laravel.com/docs/12.x/responses#generating-cookie-instances; forget and expire are deletions.
      id: 'laravel/cookie-helper',
      match: [
        { call: 'cookie', args: [2, 9], unlessPackages: ['codeigniter4/framework'] },
        { call: facades.flatMap((facade) => [`${facade}.make`, `${facade}.queue`]), args: [2, 9] },
        {
          method: ['make', 'queue'],
          receiver: {
            paths: ['cookie()', '**.cookie()'],
            types: ['Illuminate.Cookie.CookieJar', 'Illuminate.Contracts.Cookie.QueueingFactory', 'Illuminate.Contracts.Cookie.Factory'],
          },
          args: [2, 9],
        },
      ],
      ...helper,
      attributes: made,
    },
    {
      // https://github.com/laravel/framework/blob/12.x/src/Illuminate/Cookie/CookieJar.php: `forever` has no minutes.
      id: 'laravel/cookie-helper',
      match: [
        { call: facades.map((facade) => `${facade}.forever`), args: [2, 8] },
        { method: 'forever', receiver: { paths: ['cookie()', '**.cookie()'], types: ['Illuminate.Cookie.CookieJar'] }, args: [2, 8] },
      ],
      ...helper,
      attributes: {
        secure: [keyword('secure', 4), fallback],
        httpOnly: keyword('httpOnly', 5),
        sameSite: keyword('sameSite', 7),
        path: keyword('path', 2),
        domain: keyword('domain', 3),
      },
    },
    {
      // https://laravel.com/docs/12.x/requests#configuring-trusted-proxies
      id: 'laravel/trusted-proxies',
      kind: 'proxy',
      match: { method: 'trustProxies', receiver: { any: true, sure: true } },
      value: keyword('at', 0),
      written: true,
    },
    {
      // https://laravel.com/docs/10.x/requests#configuring-trusted-proxies
      id: 'laravel/trusted-proxies',
      kind: 'proxy',
      match: { class: { name: /^TrustProxies$/, member: 'proxies' } },
      value: member('proxies'),
      written: true,
    },
  ],
});
