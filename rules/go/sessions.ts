/** Go session and CSRF libraries: scs, simplesessions, nosurf, Iris, authboss, Buffalo. */
import { argument, defineRule, property, value } from '../../src/matching/surface.js';
import { cookieFields, made } from './net-http.js';

export const scs = defineRule({
  id: 'scs',
  title: 'scs',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/alexedwards/scs/v2#SessionCookie',
  triggers: ['scs.New', 'scs.SessionCookie'],
  surfaces: [
    {
      id: 'scs/session-manager',
      docs: 'https://github.com/alexedwards/scs/blob/master/session.go',
      kind: 'session',
      session: true,
      match: {
        call: [
          'github.com/alexedwards/scs/v2.New',
          'github.com/alexedwards/scs.New',
          'github.com/alexedwards/scs/v2.NewSession',
          'github.com/alexedwards/scs.NewSession',
        ],
      },
      name: property('Cookie', 'Name'),
      defaultName: 'session',
      attributes: {
        secure: property('Cookie', 'Secure'),
        httpOnly: property('Cookie', 'HttpOnly'),
        sameSite: property('Cookie', 'SameSite'),
        domain: property('Cookie', 'Domain'),
        path: property('Cookie', 'Path'),
        partitioned: property('Cookie', 'Partitioned'),
      },
      default: 'off',
      replacedBy: { place: property('Cookie') },
    },
    {
      id: 'scs/session-manager',
      kind: 'session',
      session: true,
      match: { record: ['github.com/alexedwards/scs/v2.SessionCookie', 'github.com/alexedwards/scs.SessionCookie'] },
      name: property('Name'),
      defaultName: 'session',
      attributes: {
        secure: property('Secure'),
        httpOnly: property('HttpOnly'),
        sameSite: property('SameSite'),
        domain: property('Domain'),
        path: property('Path'),
      },
      default: 'off',
    },
  ],
});

/** Session managers before version 3 take the cookie's attributes beside their own options. */
export const simplesessions = defineRule({
  id: 'simplesessions',
  title: 'simplesessions',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/zerodha/simplesessions/v3#CookieOptions',
  triggers: ['simplesessions.Options', 'simplesessions.CookieOptions'],
  surfaces: [
    {
      // https://github.com/zerodha/simplesessions/blob/master/session.go: WriteCookie hands IsSecure on as it is.
      id: 'simplesessions/cookie-options',
      docs: 'https://github.com/zerodha/simplesessions/blob/master/session.go',
      kind: 'session',
      session: true,
      match: { record: ['github.com/zerodha/simplesessions/v3.CookieOptions', 'github.com/zerodha/simplesessions.CookieOptions'] },
      name: property('Name'),
      defaultName: 'session',
      attributes: {
        secure: property('IsSecure'),
        httpOnly: property('IsHTTPOnly'),
        sameSite: property('SameSite'),
        domain: property('Domain'),
        path: property('Path'),
        maxAge: property('MaxAge'),
        expires: property('Expires'),
      },
      default: 'off',
    },
    {
      id: 'simplesessions/options',
      docs: 'https://github.com/zerodha/simplesessions/blob/master/manager.go',
      kind: 'session',
      session: true,
      match: { record: ['github.com/zerodha/simplesessions/v2.Options', 'github.com/zerodha/simplesessions.Options'] },
      unlessWritten: [property('Cookie')],
      name: property('CookieName'),
      defaultName: 'session',
      attributes: {
        secure: property('IsSecureCookie'),
        httpOnly: property('IsHTTPOnlyCookie'),
        sameSite: property('SameSite'),
        domain: property('CookieDomain'),
        path: property('CookiePath'),
      },
      default: 'off',
    },
    {
      id: 'simplesessions/options',
      kind: 'session',
      session: true,
      match: { record: 'github.com/zerodha/simplesessions/v3.Options' },
      unlessWritten: [property('Cookie')],
      defaultName: 'session',
      attributes: { secure: property('Cookie', 'IsSecure') },
      default: 'off',
    },
  ],
});

export const nosurf = defineRule({
  id: 'nosurf',
  title: 'nosurf',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/justinas/nosurf#CSRFHandler.SetBaseCookie',
  triggers: ['nosurf'],
  surfaces: [
    {
      id: 'nosurf/base-cookie',
      docs: 'https://github.com/justinas/nosurf/blob/master/handler.go',
      kind: 'session',
      session: true,
      match: { method: 'SetBaseCookie', receiver: { any: true, sure: true }, args: [1, 1] },
      name: argument(0, 'Name'),
      defaultName: 'csrf_token',
      attributes: {
        secure: argument(0, 'Secure'),
        httpOnly: argument(0, 'HttpOnly'),
        sameSite: argument(0, 'SameSite'),
        domain: argument(0, 'Domain'),
        path: argument(0, 'Path'),
      },
      default: 'off',
    },
    {
      id: 'nosurf/base-cookie',
      kind: 'session',
      session: true,
      registration: true,
      match: { call: ['github.com/justinas/nosurf.New', 'github.com/justinas/nosurf.NewPure'] },
      defaultName: 'csrf_token',
      attributes: { secure: property('Secure') },
      default: 'off',
    },
  ],
});

export const iris = defineRule({
  id: 'iris',
  title: 'Iris',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/kataras/iris/v12/sessions#Config',
  triggers: ['CookieSecureTLS', 'iris/v12/sessions', 'sessions.Config', 'SetCookieKV(', 'iris.Cookie'],
  surfaces: [
    {
      // https://github.com/kataras/iris/blob/main/sessions/config.go: true means Secure where the request has TLS.
      id: 'iris/sessions',
      docs: 'https://github.com/kataras/iris/blob/main/sessions/config.go',
      kind: 'session',
      session: true,
      match: { record: ['github.com/kataras/iris/v12/sessions.Config', 'github.com/kataras/iris/sessions.Config'] },
      name: property('Cookie'),
      defaultName: 'irissessionid',
      attributes: { secure: property('CookieSecureTLS') },
      default: 'off',
      meaning: { trueIs: 'request' },
    },
    {
      // https://github.com/kataras/iris/blob/main/context/context.go: SetCookieKV makes a cookie of a name and a value; options are functions.
      id: 'iris/cookie',
      docs: 'https://pkg.go.dev/github.com/kataras/iris/v12/context#Context.SetCookieKV',
      kind: 'write',
      match: { method: 'SetCookieKV', receiver: { any: true, sure: true }, args: [2, 2] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: argument(9) },
      default: 'off',
      fix: { unsafe: 'hand it a function that sets Secure, or call SetCookie' },
    },
    // https://github.com/kataras/iris/blob/main/aliases.go: another name for net/http's.
    {
      id: 'iris/cookie',
      kind: 'write',
      match: made('github.com/kataras/iris/v12.Cookie', { notGivenTo: [{ name: 'AddCookie' }] }),
      ...cookieFields,
    },
  ],
});

export const authboss = defineRule({
  id: 'authboss',
  title: 'authboss',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/volatiletech/authboss-clientstate',
  triggers: ['cookieStore.Secure', 'NewCookieStorer'],
  surfaces: [
    {
      // https://github.com/volatiletech/authboss-clientstate: only what is written is judged.
      id: 'authboss/client-state-cookie-storer',
      docs: 'https://github.com/volatiletech/authboss-clientstate',
      kind: 'session',
      session: true,
      match: { assign: ['**authboss-clientstate.NewCookieStorer().Secure', 'cookieStore.Secure'] },
      defaultName: 'rm',
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});

export const buffalo = defineRule({
  id: 'buffalo',
  title: 'Buffalo',
  languages: ['go'],
  docs: 'https://gobuffalo.io/documentation/request_handling/cookies/',
  triggers: ['.Cookies()'],
  surfaces: [
    {
      // https://github.com/gobuffalo/buffalo/blob/main/cookies.go: no parameter for Secure.
      id: 'buffalo/session-store',
      docs: 'https://github.com/gobuffalo/buffalo/blob/main/cookies.go',
      kind: 'write',
      match: { method: ['Set', 'SetWithPath', 'SetWithExpirationTime'], receiver: { paths: ['**.Cookies()'] }, args: [3, 3] },
      name: argument(0),
      value: argument(1),
      // They take three arguments.
      attributes: { secure: argument(3) },
      default: 'off',
      fix: {
        byHand:
          "Send it with `http.SetCookie(c.Response(), &http.Cookie{…, Secure: true})`. There is no edit: Buffalo's own method has no parameter for Secure.",
      },
      confidence: 'medium',
    },
  ],
});

export const revel = defineRule({
  id: 'revel',
  title: 'Revel',
  languages: ['ini', 'properties'],
  docs: 'https://revel.github.io/manual/appconf.html',
  triggers: ['cookie.secure'],
  surfaces: [
    {
      // https://revel.github.io/manual/appconf.html#cookie: the section of the run mode wins.
      id: 'revel/cookie-secure',
      docs: 'https://revel.github.io/manual/appconf.html#cookie',
      kind: 'session',
      session: true,
      match: [
        { setting: 'cookie.secure', file: /(?:^|\/)app\.conf$/, unlessWrites: [{ setting: 'prod.cookie.secure' }] },
        { setting: 'prod.cookie.secure', file: /(?:^|\/)app\.conf$/ },
      ],
      defaultName: 'REVEL_SESSION',
      attributes: { secure: value() },
      default: 'off',
    },
  ],
});
