/** CodeIgniter 3 and 4: one setting is the default of the session, the CSRF token and every cookie. */
import { argument, defineRule, keyword, member, property, setter, sibling, value, type CookieSurface } from '../../src/matching/surface.js';

const set = {
  kind: 'write',
  name: [argument(0, 'name'), keyword('name', 0)],
  value: [argument(0, 'value'), keyword('value', 1)],
  attributes: {
    secure: [argument(0, 'secure'), keyword('secure', 6)],
    httpOnly: [argument(0, 'httponly'), keyword('httponly', 7)],
    domain: [argument(0, 'domain'), keyword('domain', 3)],
    path: [argument(0, 'path'), keyword('path', 4)],
    maxAge: [argument(0, 'expire'), keyword('expire', 2)],
    sameSite: [argument(0, 'samesite'), keyword('samesite', 8)],
  },
  default: 'off',
  meaning: { nullIsDefault: true },
  coveredBy: ['codeigniter4/config-cookie', 'codeigniter3/cookie-secure'],
} as const satisfies Record<string, unknown>;
const write = { ...set, value: keyword('value', 1) } satisfies Partial<CookieSurface>;
/** The request is asked, which believes X-Forwarded-Proto of anybody; without it version 4 throws and version 3 leaves its CSRF cookie out. */
const cookie = {
  defaultName: 'ci_session',
  session: true,
  refusesPlain: 'fails',
  fix: { trust: { elsewhere: 'the proxy sends `X-Forwarded-Proto: https`' } },
} as const;

export default defineRule({
  id: 'codeigniter',
  title: 'CodeIgniter',
  languages: ['php', 'dotenv'],
  docs: 'https://codeigniter.com/user_guide/helpers/cookie_helper.html',
  triggers: ['set_cookie(', 'setCookie(', 'extends BaseConfig', 'cookieSecure', 'cookie_secure', 'cookie.secure', 'CodeIgniter\\Cookie'],
  packages: ['codeigniter4/framework', 'codeigniter/framework'],
  surfaces: [
    {
      // https://github.com/codeigniter4/CodeIgniter4/blob/develop/app/Config/Cookie.php; with it on, a plain-HTTP request throws.
      id: 'codeigniter4/config-cookie',
      docs: 'https://github.com/codeigniter4/CodeIgniter4/blob/develop/app/Config/Cookie.php',
      kind: 'policy',
      match: { class: { name: /^Cookie$/, bases: ['CodeIgniter.Config.BaseConfig', 'BaseConfig'], member: 'secure' } },
      secure: member('secure'),
      default: 'off',
      cookie,
    },
    {
      id: 'codeigniter4/config-cookie',
      docs: 'https://github.com/codeigniter4/CodeIgniter4/blob/v4.1.0/app/Config/App.php',
      kind: 'policy',
      match: { class: { name: /^App$/, bases: ['CodeIgniter.Config.BaseConfig', 'BaseConfig'], member: 'cookieSecure' } },
      secure: member('cookieSecure'),
      default: 'off',
      cookie,
    },
    {
      id: 'codeigniter4/config-cookie',
      docs: 'https://codeigniter.com/user_guide/general/configuration.html#environment-variables-as-replacements-for-data',
      kind: 'policy',
      match: { setting: ['cookie.secure', 'app.cookieSecure'], languages: ['dotenv'] },
      secure: value(),
      default: 'off',
      meaning: { truth: 'strict' },
      cookie,
    },
    {
      // https://codeigniter.com/user_guide/helpers/cookie_helper.html: domain before path, then a prefix.
      id: 'codeigniter4/set-cookie',
      match: [
        { call: 'set_cookie', args: [1, 9] },
        { method: 'set_cookie', receiver: { names: ['input'] }, args: [1, 9] },
        {
          method: 'setCookie',
          receiver: { names: ['response'], paths: ['response()', 'redirect()', 'service()', '**.Services.response()'] },
          packages: ['codeigniter4/framework'],
          args: [1, 9],
        },
      ],
      ...write,
      // The object is judged where it is made.
      replacedBy: { place: argument(0), paths: ['CodeIgniter.Cookie.Cookie', 'cookie'] },
    },
    {
      // https://github.com/codeigniter4/CodeIgniter4/blob/develop/system/Common.php
      id: 'codeigniter4/cookie-function',
      docs: 'https://codeigniter.com/user_guide/general/common_functions.html#cookie',
      kind: 'write',
      match: { call: 'cookie', packages: ['codeigniter4/framework'], args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: [setter('withSecure'), argument(2, 'secure')],
        httpOnly: [setter('withHTTPOnly'), argument(2, 'httponly')],
        sameSite: [setter('withSameSite'), argument(2, 'samesite')],
      },
      default: 'off',
      coveredBy: ['codeigniter4/config-cookie'],
    },
    {
      id: 'codeigniter4/set-cookie',
      docs: 'https://codeigniter.com/user_guide/libraries/cookies.html',
      kind: 'write',
      match: { call: 'CodeIgniter.Cookie.Cookie', imports: ['CodeIgniter.Cookie'] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: [setter('withSecure'), argument(2, 'secure'), property('secure')],
        httpOnly: [setter('withHTTPOnly'), argument(2, 'httponly')],
        sameSite: [setter('withSameSite'), argument(2, 'samesite')],
      },
      default: 'off',
      coveredBy: ['codeigniter4/config-cookie'],
    },
    {
      id: 'codeigniter3/cookie-secure',
      docs: 'https://github.com/bcit-ci/CodeIgniter/blob/develop/application/config/config.php',
      kind: 'policy',
      match: { assign: 'config.cookie_secure', file: /(?:^|\/)config\/(?:[a-z]+\/)?config\.php$/ },
      secure: [value(), sibling('cookie_secure')],
      default: 'off',
      cookie,
    },
  ],
});
