/** CakePHP: the session, cookies of responses, and the CSRF token. */
import {
  argument,
  defineRule,
  keyword,
  setter,
  value,
  type CookieSurface,
  type MatchConditions,
  type Place,
} from '../../src/matching/surface.js';

const at = (index: number | undefined, key: string): readonly Place[] => (index === undefined ? [] : [argument(index, key)]);

const attributes = (index?: number): CookieSurface['attributes'] => ({
  secure: [setter('withSecure'), ...at(index, 'secure'), keyword('secure', 5)],
  httpOnly: [setter('withHttpOnly'), ...at(index, 'httponly'), keyword('httpOnly', 6)],
  sameSite: [setter('withSameSite'), ...at(index, 'samesite'), keyword('sameSite', 7)],
  path: [setter('withPath'), ...at(index, 'path')],
  expires: [setter('withExpiry'), ...at(index, 'expires')],
});

/** A cookie that is expired is deleted. */
const kept: MatchConditions = { notGivenTo: [{ name: 'withExpiredCookie' }] };

const cookie = {
  kind: 'write',
  name: argument(0),
  value: argument(1),
  default: 'off',
  coveredBy: ['cakephp/cookie-defaults'],
} as const satisfies Partial<CookieSurface>;

export default defineRule({
  id: 'cakephp',
  title: 'CakePHP',
  languages: ['php'],
  docs: 'https://book.cakephp.org/5/en/controllers/request-response.html#creating-cookies',
  triggers: ['Cake\\Http\\Cookie', 'Cookie::create', 'Cookie::setDefaults', 'CsrfProtectionMiddleware', "'Session'", '"Session"'],
  packages: ['cakephp/cakephp'],
  surfaces: [
    {
      // https://book.cakephp.org/5/en/development/sessions.html: follows env('HTTPS') unless written.
      id: 'cakephp/session',
      docs: 'https://book.cakephp.org/5/en/development/sessions.html',
      kind: 'session',
      match: { setting: 'Session', languages: ['php'], file: /(?:^|\/)config\/app(?:_local)?\.php$/, section: true },
      name: value('cookie'),
      defaultName: 'PHPSESSID',
      session: true,
      attributes: {
        secure: value('ini', 'session.cookie_secure'),
        httpOnly: value('ini', 'session.cookie_httponly'),
        sameSite: value('ini', 'session.cookie_samesite'),
      },
      default: 'request',
      meaning: { nullIsDefault: true },
      coveredBy: ['php/ini-cookie-secure'],
      proxy: ['php/https-behind-proxy'],
    },
    {
      id: 'cakephp/cookie',
      docs: 'https://github.com/cakephp/cakephp/blob/5.x/src/Http/Cookie/Cookie.php',
      match: { call: 'Cake.Http.Cookie.Cookie.create', ...kept },
      ...cookie,
      attributes: attributes(2),
    },
    {
      // Its constructor has no options: the third argument is the end.
      id: 'cakephp/cookie',
      docs: 'https://github.com/cakephp/cakephp/blob/5.x/src/Http/Cookie/Cookie.php',
      match: { call: 'Cake.Http.Cookie.Cookie', imports: ['Cake.Http.Cookie'], ...kept },
      ...cookie,
      attributes: attributes(),
    },
    {
      // https://github.com/cakephp/cakephp/blob/5.x/src/Http/Cookie/Cookie.php: the session and the CSRF token are not made by it.
      id: 'cakephp/cookie-defaults',
      docs: 'https://github.com/cakephp/cakephp/blob/5.x/src/Http/Cookie/Cookie.php',
      kind: 'policy',
      match: { call: 'Cake.Http.Cookie.Cookie.setDefaults' },
      secure: argument(0, 'secure'),
      default: 'off',
      cookie: { session: false },
    },
    {
      id: 'cakephp/csrf-middleware',
      docs: 'https://book.cakephp.org/5/en/security/csrf.html',
      kind: 'session',
      match: { call: ['Cake.Http.Middleware.CsrfProtectionMiddleware'] },
      name: argument(0, 'cookieName'),
      defaultName: 'csrfToken',
      session: true,
      attributes: { secure: argument(0, 'secure'), httpOnly: argument(0, 'httponly'), sameSite: argument(0, 'samesite') },
      default: 'off',
    },
  ],
});
