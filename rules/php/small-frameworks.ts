/** Frameworks and cookie classes of PHP that need a few facts each: Yii 3, Fat-Free, SilverStripe, ProcessWire, Kirby and others. */
import { argument, defineRule, keyword, setter, value, type CookieSurface } from '../../src/matching/surface.js';

const write = { kind: 'write', name: argument(0), value: argument(1), default: 'off' } as const satisfies Partial<CookieSurface>;
const optionsAt = (index: number): CookieSurface['attributes'] => ({
  secure: argument(index, 'secure'),
  httpOnly: [argument(index, 'httponly'), argument(index, 'httpOnly')],
  sameSite: [argument(index, 'samesite'), argument(index, 'sameSite')],
  path: argument(index, 'path'),
  domain: argument(index, 'domain'),
});

export default defineRule({
  id: 'php-small-frameworks',
  title: 'Small PHP frameworks',
  languages: ['php', 'yaml'],
  docs: 'https://github.com/yiisoft/cookies',
  triggers: [
    'Yiisoft\\Cookies',
    'COOKIE.',
    'JAR.',
    'Control\\Cookie',
    'Control\\Session',
    'cookie->set(',
    'Cookie::set(',
    'Cookie::forever(',
    'Middleware\\SessionCookie',
    'Cookie\\Cookie',
    'xoops_setcookie(',
  ],
  packages: [
    'yiisoft/cookies',
    'bcosca/fatfree',
    'bcosca/fatfree-core',
    'silverstripe/framework',
    'getkirby/cms',
    'processwire/processwire',
  ],
  surfaces: [
    {
      // https://github.com/yiisoft/cookies/blob/master/src/Cookie.php: Secure unless switched off.
      id: 'yii3/cookie',
      kind: 'write',
      match: { call: 'Yiisoft.Cookies.Cookie', mentions: /\bYiisoft\\Cookies\b/ },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: [setter('withSecure'), keyword('secure', 5)],
        httpOnly: [setter('withHttpOnly'), keyword('httpOnly', 6)],
        sameSite: [setter('withSameSite'), keyword('sameSite', 7)],
        path: [setter('withPath'), keyword('path', 4)],
        domain: [setter('withDomain'), keyword('domain', 3)],
        expires: [setter('withExpires'), keyword('expires', 2)],
      },
      default: 'on',
    },
    {
      // https://fatfreeframework.com/3.8/quick-reference#JAR: `JAR.secure` is whether the scheme is https; the session takes it too.
      id: 'fatfree/cookie',
      docs: 'https://fatfreeframework.com/3.8/quick-reference#JAR',
      ...write,
      match: {
        method: 'set',
        receiver: { paths: ['Base.instance()', '**.Base.instance()'], types: ['Base'], names: ['f3', 'fw', 'this.f3', 'app'] },
        args: [2, 3],
        argument: { 0: /^COOKIE\./ },
      },
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'request',
      coveredBy: ['fatfree/jar-secure'],
      fix: { byHand: "Set `$f3->set('JAR.secure', true)` before the routes run. There is no edit: it belongs where the program starts." },
    },
    {
      id: 'fatfree/jar-secure',
      docs: 'https://fatfreeframework.com/3.8/quick-reference#JAR',
      kind: 'policy',
      match: {
        method: 'set',
        receiver: { paths: ['Base.instance()', '**.Base.instance()'], types: ['Base'], names: ['f3', 'fw', 'this.f3', 'app'] },
        args: [2, 3],
        argument: { 0: ['JAR.secure'] },
      },
      secure: argument(1),
      default: 'off',
      cookie: { defaultName: 'PHPSESSID', session: true },
    },
    {
      // https://docs.silverstripe.org/en/5/developer_guides/cookies_and_sessions/cookies/
      id: 'silverstripe/cookie-set',
      docs: 'https://docs.silverstripe.org/en/5/developer_guides/cookies_and_sessions/cookies/',
      ...write,
      match: { call: 'SilverStripe.Control.Cookie.set', args: [2, 8], mentions: /\bSilverStripe\\Control\b/ },
      attributes: {
        secure: keyword('secure', 5),
        httpOnly: keyword('httpOnly', 6),
        sameSite: keyword('sameSite', 7),
        path: keyword('path', 3),
        domain: keyword('domain', 4),
      },
    },
    {
      // https://docs.silverstripe.org/en/5/developer_guides/cookies_and_sessions/sessions/: off unless the configuration says so.
      id: 'silverstripe/session-cookie-secure',
      docs: 'https://docs.silverstripe.org/en/5/developer_guides/cookies_and_sessions/sessions/#relaxing-checks-around-user-agent-strings',
      kind: 'session',
      match: { setting: 'SilverStripe\\Control\\Session.cookie_secure', languages: ['yaml'] },
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: value() },
      default: 'off',
    },
    {
      // https://processwire.com/api/ref/wire-input-data-cookie/: as the request's scheme says unless written.
      id: 'processwire/cookie-set',
      docs: 'https://processwire.com/api/ref/wire-input-data-cookie/',
      ...write,
      match: {
        method: 'set',
        receiver: { names: ['input.cookie', 'cookie'], paths: ['**.input.cookie', '**.input().cookie'] },
        args: [2, 3],
        mentions: /\bProcessWire\b/,
      },
      attributes: optionsAt(2),
      default: 'request',
      meaning: { nullIsDefault: true },
    },
    {
      // https://getkirby.com/docs/reference/objects/http/cookie/set
      id: 'kirby/cookie-set',
      docs: 'https://getkirby.com/docs/reference/objects/http/cookie/set',
      ...write,
      match: { call: ['Kirby.Http.Cookie.set', 'Kirby.Http.Cookie.forever'], args: [2, 3], mentions: /\bKirby\\Http\b/ },
      attributes: optionsAt(2),
    },
    {
      // http://docs.slimframework.com/sessions/cookies/: of version 2, with the key for Secure.
      id: 'slim2/session-cookie',
      docs: 'https://github.com/slimphp/Slim/blob/2.x/Slim/Middleware/SessionCookie.php',
      kind: 'session',
      match: { call: 'Slim.Middleware.SessionCookie', mentions: /\bSlim\\Middleware\b/ },
      name: argument(0, 'name'),
      defaultName: 'slim_session',
      session: true,
      attributes: optionsAt(0),
      default: 'off',
    },
    {
      // https://github.com/delight-im/PHP-Cookie: `setSecureOnly`; ParagonIE's is a fork.
      id: 'delight-cookie/cookie',
      docs: 'https://github.com/delight-im/PHP-Cookie',
      kind: 'write',
      match: { call: ['Delight.Cookie.Cookie', 'ParagonIE.Cookie.Cookie'], mentions: /\b(?:Delight|ParagonIE)\\Cookie\b/ },
      name: argument(0),
      value: setter('setValue'),
      attributes: {
        secure: setter('setSecureOnly'),
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSiteRestriction'),
        path: setter('setPath'),
        domain: setter('setDomain'),
        maxAge: setter('setMaxAge'),
      },
      default: 'off',
    },
    {
      // https://github.com/josantonius/php-cookie: the constructor has the settings of all cookies that the object sets.
      id: 'josantonius/cookie',
      docs: 'https://github.com/josantonius/php-cookie',
      kind: 'write',
      match: { call: 'Josantonius.Cookie.Cookie', mentions: /\bJosantonius\\Cookie\b/ },
      attributes: {
        secure: keyword('secure', 6),
        httpOnly: keyword('httpOnly', 2),
        sameSite: keyword('sameSite', 5),
        path: keyword('path', 3),
        domain: keyword('domain', 0),
      },
      default: 'off',
    },
    {
      // https://github.com/XOOPS/XoopsCore25/blob/master/htdocs/include/functions.php
      id: 'xoops/setcookie',
      docs: 'https://github.com/XOOPS/XoopsCore25/blob/master/htdocs/include/functions.php',
      ...write,
      match: { call: 'xoops_setcookie', args: [2, 7] },
      deletes: { when: 'value-empty-or-null', value: argument(1) },
      attributes: { secure: argument(5), httpOnly: argument(6), path: argument(3), domain: argument(4), expires: argument(2) },
    },
  ],
});
