/** Go's net/http: cookies made as values and handed to the response, by the standard library or by the frameworks on top of it. */
import { argument, defineRule, property, type CookieSurface, type Match, type MatchConditions } from '../../src/matching/surface.js';

/** A request's cookies, a client's jar, and what nosurf takes as a pattern (see nosurf). */
const outgoing = { notGivenTo: [{ name: 'AddCookie' }, { name: 'SetCookies' }, { name: 'SetBaseCookie' }] };
/** Libraries whose requests have a SetCookie too: https://pkg.go.dev/github.com/go-resty/resty/v2#Request.SetCookie */
const CLIENTS = ['github.com/go-resty/resty', 'resty.dev', 'github.com/imroc/req'];

/** `http.Cookie{…}`, `new(http.Cookie)`, `var c http.Cookie`. */
export function made(type: string, more: MatchConditions): Match[] {
  const name = /\b(\w+)(?:\/v\d+)?\.(\w+)$/.exec(type)!;
  return [
    { record: type, ...more },
    { call: 'new', source: { 0: new RegExp(`^(?:net)?${name[1]}\\.${name[2]}$`) }, ...more },
    { declared: type, ...more },
  ];
}

/** Cookies of responses: where a client is imported, a `SetCookie(c)` is its own. */
const answered: Match[] = [
  ...made('net/http.Cookie', { unlessImports: CLIENTS, ...outgoing }),
  ...made('net/http.Cookie', { imports: CLIENTS, notGivenTo: [...outgoing.notGivenTo, { name: 'SetCookie', args: 1 }] }),
];

const REQUEST = { types: ['net/http.Request'], names: ['r', 'req', 'request', 'Request'] };

/** https://pkg.go.dev/net/http#Cookie */
export const cookieFields: Omit<CookieSurface, 'id' | 'kind' | 'match'> = {
  name: property('Name'),
  value: property('Value'),
  attributes: {
    secure: property('Secure'),
    httpOnly: property('HttpOnly'),
    sameSite: property('SameSite'),
    domain: property('Domain'),
    path: property('Path'),
    maxAge: property('MaxAge'),
    expires: property('Expires'),
    partitioned: property('Partitioned'),
  },
  default: 'off',
};

export const echo = defineRule({
  id: 'echo',
  title: 'Echo',
  languages: ['go'],
  docs: 'https://echo.labstack.com/docs/cookies',
  triggers: ['http.Cookie', 'middleware.CSRF'],
  packages: ['github.com/labstack/echo/v4', 'github.com/labstack/echo/v5', 'github.com/labstack/echo'],
  surfaces: [
    // https://pkg.go.dev/github.com/labstack/echo/v4#Context
    {
      id: 'echo/set-cookie',
      kind: 'write',
      match: made('net/http.Cookie', { givenTo: [{ name: 'SetCookie', args: 1 }], unlessImports: CLIENTS }),
      ...cookieFields,
    },
    {
      // https://github.com/labstack/echo/blob/master/middleware/csrf.go: SameSite=None switches Secure on.
      id: 'echo/middleware-csrf',
      docs: 'https://github.com/labstack/echo/blob/master/middleware/csrf.go',
      kind: 'session',
      session: true,
      match: {
        call: [
          'github.com/labstack/echo/v4/middleware.CSRFWithConfig',
          'github.com/labstack/echo/v5/middleware.CSRFWithConfig',
          'github.com/labstack/echo/middleware.CSRFWithConfig',
        ],
      },
      name: argument(0, 'CookieName'),
      defaultName: '_csrf',
      attributes: {
        secure: argument(0, 'CookieSecure'),
        sameSite: argument(0, 'CookieSameSite'),
        httpOnly: argument(0, 'CookieHTTPOnly'),
        domain: argument(0, 'CookieDomain'),
        path: argument(0, 'CookiePath'),
      },
      default: 'off',
      sameSiteNoneImplies: 'always',
    },
    {
      id: 'echo/middleware-csrf',
      kind: 'session',
      session: true,
      match: {
        call: [
          'github.com/labstack/echo/v4/middleware.CSRF',
          'github.com/labstack/echo/v5/middleware.CSRF',
          'github.com/labstack/echo/middleware.CSRF',
        ],
        args: [0, 0],
      },
      defaultName: '_csrf',
      attributes: { secure: argument(0, 'CookieSecure') },
      default: 'off',
      fix: { rewritten: { text: '{owner}.CSRFWithConfig({owner}.CSRFConfig{CookieSecure: true})', args: 0 } },
    },
  ],
});

export default defineRule({
  id: 'go-net-http',
  title: 'Go net/http',
  languages: ['go'],
  docs: 'https://pkg.go.dev/net/http#Cookie',
  triggers: ['http.Cookie', '.Cookie{', 'http.SetCookie'],
  surfaces: [
    // https://pkg.go.dev/github.com/gorilla/securecookie: the cookie that carries what it encodes decides.
    {
      id: 'gorilla-securecookie/encode',
      kind: 'write',
      match: made('net/http.Cookie', { imports: ['github.com/gorilla/securecookie'], ...outgoing }),
      ...cookieFields,
    },
    // https://pkg.go.dev/github.com/go-chi/jwtauth/v5: it reads the cookie that the application writes.
    {
      id: 'chi-jwtauth/verifier',
      kind: 'write',
      match: made('net/http.Cookie', { imports: ['github.com/go-chi/jwtauth'], ...outgoing }),
      ...cookieFields,
    },
    { id: 'go-net-http/cookie', kind: 'write', inert: true, match: answered, ...cookieFields },
    {
      // What a browser sends has a name and a value and no attributes: https://pkg.go.dev/net/http#Request.Cookie
      id: 'go-net-http/cookie',
      docs: 'https://pkg.go.dev/net/http#Request.Cookie',
      kind: 'write',
      match: { method: 'Cookie', receiver: REQUEST, args: [1, 1], givenTo: [{ name: 'SetCookie', args: 2 }] },
      ...cookieFields,
      name: argument(0),
    },
    // Whichever they are: https://pkg.go.dev/net/http#Request.Cookies
    {
      id: 'go-net-http/cookie',
      kind: 'write',
      match: { method: 'Cookies', receiver: REQUEST, args: [0, 0], givenTo: [{ name: 'SetCookie', args: 2 }] },
      ...cookieFields,
    },
  ],
});
