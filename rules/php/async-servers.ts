/** Servers that PHP programs are themselves: Swoole, Workerman, AMPHP, Hyperf and Spiral. */
import { argument, defineRule, keyword, setter, sibling, value, type CookieSurface } from '../../src/matching/surface.js';

/** In the order of setcookie, with SameSite at the end. */
const positional = (sameSite: number): CookieSurface['attributes'] => ({
  secure: keyword('secure', 5),
  httpOnly: [keyword('httponly', 6), keyword('httpOnly', 6)],
  sameSite: [keyword('samesite', sameSite), keyword('sameSite', sameSite)],
  path: keyword('path', 3),
  domain: keyword('domain', 4),
});
const write = { kind: 'write', name: argument(0), value: argument(1), default: 'off' } as const satisfies Partial<CookieSurface>;
const handler = { handler: { position: 1, least: 2, most: 2 }, names: ['response', 'resp'] } as const;

export default defineRule({
  id: 'php-servers',
  title: 'Servers in PHP',
  languages: ['php'],
  docs: 'https://wiki.swoole.com/en/#/http_server?id=cookie',
  triggers: [['woole', 'ookie('], ['Workerman', 'ookie('], 'Http\\Cookie\\', 'HttpMessage\\Cookie', 'Spiral\\Cookies', "'session_name'"],
  packages: ['workerman/workerman', 'workerman/webman-framework', 'amphp/http', 'hyperf/http-message', 'hyperf/session', 'spiral/cookies'],
  surfaces: [
    {
      // https://wiki.swoole.com/en/#/http_server?id=cookie
      id: 'swoole/response-cookie',
      ...write,
      match: {
        method: ['cookie', 'setCookie', 'rawcookie', 'rawCookie', 'setRawCookie'],
        receiver: { types: ['Swoole.Http.Response', 'OpenSwoole.Http.Response', 'swoole_http_response'], ...handler },
        args: [2, 9],
        mentions: /\b(?:Open)?[Ss]woole(?:\\|_http_server\b)/,
      },
      attributes: positional(7),
    },
    {
      // https://www.workerman.net/doc/workerman/http/response.html: the third is the Max-Age.
      id: 'workerman/response-cookie',
      docs: 'https://www.workerman.net/doc/workerman/http/response.html',
      ...write,
      match: [
        {
          method: 'cookie',
          receiver: {
            types: ['Workerman.Protocols.Http.Response', 'support.Response'],
            paths: ['Workerman.Protocols.Http.Response()', 'support.Response()'],
            names: ['response'],
          },
          args: [2, 8],
          imports: ['Workerman', 'support'],
        },
        {
          method: 'cookie',
          receiver: {
            paths: ['response()', 'json()', 'view()', 'redirect()', 'Workerman.Protocols.Http.Response()', 'support.Response()'],
          },
          args: [2, 8],
          packages: ['workerman/webman-framework'],
        },
      ],
      attributes: { ...positional(7), maxAge: argument(2) },
    },
    {
      // https://amphp.org/http#cookies: `default()` is HttpOnly and SameSite=Lax, `empty()` nothing.
      id: 'amphp/response-cookie',
      docs: 'https://github.com/amphp/http/blob/2.x/src/Cookie/CookieAttributes.php',
      kind: 'write',
      match: { call: ['Amp.Http.Cookie.CookieAttributes.default', 'Amp.Http.Cookie.CookieAttributes.empty'] },
      attributes: {
        secure: setter('withSecure'),
        httpOnly: setter('withHttpOnly'),
        sameSite: setter('withSameSite'),
        path: setter('withPath'),
        domain: setter('withDomain'),
        maxAge: setter('withMaxAge'),
        expires: setter('withExpiry'),
      },
      default: 'off',
    },
    {
      id: 'amphp/response-cookie',
      docs: 'https://github.com/amphp/http/blob/2.x/src/Cookie/ResponseCookie.php',
      ...write,
      match: { call: 'Amp.Http.Cookie.ResponseCookie', args: [1, 2] },
      attributes: { secure: setter('withSecure'), httpOnly: setter('withHttpOnly') },
    },
    {
      // https://github.com/hyperf/hyperf/blob/master/src/http-message/src/Cookie/Cookie.php
      id: 'hyperf/cookie',
      docs: 'https://hyperf.wiki/3.1/#/en/response?id=set-cookie',
      ...write,
      match: { call: 'Hyperf.HttpMessage.Cookie.Cookie', args: [1, 9], mentions: /\bHyperf\\HttpMessage\\Cookie\b/ },
      attributes: positional(8),
    },
    {
      // https://github.com/hyperf/hyperf/blob/master/src/session/src/Middleware/SessionMiddleware.php: by the scheme of the request.
      id: 'hyperf/session',
      docs: 'https://hyperf.wiki/3.1/#/en/session',
      kind: 'session',
      match: { setting: 'options.session_name', languages: ['php'], file: /(?:^|\/)config\/autoload\/session\.php$/ },
      name: value(),
      defaultName: 'HYPERF_SESSION_ID',
      session: true,
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'request',
      fix: { byHand: 'Hand the scheme on where a proxy ends TLS. There is no edit: the cookie follows the scheme of the request.' },
    },
    {
      // https://www.workerman.net/doc/webman/session.html
      id: 'webman/session',
      docs: 'https://www.workerman.net/doc/webman/session.html',
      kind: 'session',
      match: { setting: 'session_name', languages: ['php'], file: /(?:^|\/)config\/session\.php$/, mentions: /\b(?:Webman|Workerman)\\/ },
      name: value(),
      defaultName: 'PHPSID',
      session: true,
      attributes: { secure: sibling('secure'), httpOnly: sibling('http_only'), sameSite: sibling('same_site') },
      default: 'off',
    },
    {
      // https://github.com/spiral/framework/blob/master/src/Cookies/src/Cookie.php
      id: 'spiral/cookie',
      docs: 'https://spiral.dev/docs/http-cookies',
      ...write,
      match: { call: ['Spiral.Cookies.Cookie', 'Spiral.Cookies.Cookie.create'], args: [1, 8], mentions: /\bSpiral\\Cookies\b/ },
      attributes: positional(7),
    },
    {
      // https://github.com/spiral/framework/blob/master/src/Cookies/src/CookieQueue.php: by the scheme of the request where it is null.
      id: 'spiral/cookie-manager',
      docs: 'https://spiral.dev/docs/http-cookies',
      ...write,
      match: {
        method: 'set',
        receiver: { types: ['Spiral.Cookies.CookieManager', 'Spiral.Cookies.CookieQueue'], names: ['cookies', 'cookieManager'] },
        args: [2, 8],
        imports: ['Spiral.Cookies'],
      },
      attributes: positional(7),
      default: 'request',
      meaning: { nullIsDefault: true },
    },
  ],
});
