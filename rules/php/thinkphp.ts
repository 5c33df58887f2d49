/** ThinkPHP: its facade and helper, and `config/cookie.php`, whose values are the defaults of both and of the session's cookie. */
import { argument, defineRule, sibling, value, type CookieSurface } from '../../src/matching/surface.js';

const option = (key: string) => argument(2, key);
/** https://github.com/top-think/framework/blob/8.0/src/think/Cookie.php: the third is the seconds or the options. */
const cookie = {
  kind: 'write',
  name: argument(0),
  value: argument(1),
  deletes: { when: 'value-empty-or-null', value: argument(1) },
  attributes: {
    secure: option('secure'),
    httpOnly: option('httponly'),
    sameSite: option('samesite'),
    path: option('path'),
    domain: option('domain'),
    maxAge: option('expire'),
  },
  default: 'off',
  coveredBy: ['thinkphp/config-cookie'],
} as const satisfies Partial<CookieSurface>;
const mentions = /\bthink\\/;
const configFile = /(?:^|\/)config\/(?:[\w-]+\/)?cookie\.php$/;
const packages = ['topthink/framework', 'topthink/thinkphp'];

export default defineRule({
  id: 'thinkphp',
  title: 'ThinkPHP',
  languages: ['php'],
  docs: 'https://doc.thinkphp.cn/v8_0/cookie.html',
  triggers: ['Cookie::set(', 'Cookie::forever(', 'cookie(', ["'setcookie'", "'httponly'"]],
  packages,
  surfaces: [
    {
      id: 'thinkphp/cookie-set',
      ...cookie,
      match: [
        { call: ['think.facade.Cookie.set', 'think.Cookie.set'], args: [2, 3], mentions },
        { call: ['think.facade.Cookie.forever', 'think.Cookie.forever'], args: [2, 3], mentions },
        { call: 'cookie', args: [2, 3], packages },
        {
          method: 'cookie',
          receiver: { paths: ['response()', 'json()', 'view()', 'redirect()', 'think.Response.*()'] },
          args: [2, 3],
          packages,
        },
      ],
    },
    {
      // https://doc.thinkphp.cn/v8_0/cookie.html: what the file writes is merged over `secure => false`.
      id: 'thinkphp/config-cookie',
      docs: 'https://github.com/top-think/think/blob/8.0/config/cookie.php',
      kind: 'policy',
      match: [
        { setting: 'secure', languages: ['php'], file: configFile, writes: [{ setting: ['setcookie', 'httponly'] }] },
        { setting: 'httponly', languages: ['php'], file: configFile, unlessWrites: [{ setting: 'secure' }] },
      ],
      secure: [sibling('secure')],
      default: 'off',
      cookie: { defaultName: 'PHPSESSID', session: true },
    },
    {
      // https://github.com/top-think/framework/blob/5.0/convention.php: `cookie` in `config.php`, of version 5.0.
      id: 'thinkphp/config-cookie',
      docs: 'https://github.com/top-think/framework/blob/5.0/convention.php',
      kind: 'policy',
      match: { setting: 'cookie.setcookie', languages: ['php'], file: /(?:^|\/)(?:config|convention)\.php$/ },
      secure: [sibling('secure'), value('secure')],
      default: 'off',
      cookie: { defaultName: 'PHPSESSID', session: true },
    },
  ],
});
