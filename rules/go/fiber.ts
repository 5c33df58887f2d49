/** Fiber and fasthttp: cookies of the response, sessions and CSRF tokens. */
import {
  argument,
  defineRule,
  property,
  setter,
  type CookieSurface,
  type MatchConditions,
  type Match,
} from '../../src/matching/surface.js';
import { made } from './net-http.js';

const versions = ['github.com/gofiber/fiber', 'github.com/gofiber/fiber/v2', 'github.com/gofiber/fiber/v3'];
const inFiber = (path: string): string[] => versions.map((module) => `${module}${path}`);

const middleware = (
  id: string,
  call: readonly string[],
  nameKey: string,
  defaultName: string,
  args: readonly [number, number],
  more: Pick<CookieSurface, 'fix'> = {},
): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  match: { call, args },
  name: argument(0, nameKey),
  defaultName,
  attributes: {
    secure: argument(0, 'CookieSecure'),
    httpOnly: argument(0, 'CookieHTTPOnly'),
    sameSite: argument(0, 'CookieSameSite'),
    domain: argument(0, 'CookieDomain'),
    path: argument(0, 'CookiePath'),
  },
  default: 'off',
  sameSiteNoneImplies: 'always',
  ...more,
});

/** With settings, and with none. */
const middlewares = (id: string, call: readonly string[], defaultName: string, config: string): CookieSurface[] => [
  middleware(id, call, 'CookieName', defaultName, [1, 2]),
  middleware(id, call, 'CookieName', defaultName, [0, 0], { fix: { on: `${config}{CookieSecure: true}` } }),
];

/** The request's own cookies. */
const request: MatchConditions = { notGivenTo: [{ name: 'AddCookie' }] };

export const fasthttp = defineRule({
  id: 'fasthttp',
  title: 'fasthttp',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/valyala/fasthttp#Cookie',
  triggers: ['fasthttp.Cookie', 'AcquireCookie', 'protocol.Cookie'],
  surfaces: [
    {
      // https://pkg.go.dev/github.com/valyala/fasthttp#Cookie.SetSecure; SameSite=None switches it on.
      id: 'fasthttp/cookie',
      docs: 'https://pkg.go.dev/github.com/valyala/fasthttp#Cookie.SetSecure',
      kind: 'write',
      match: [
        {
          call: ['github.com/valyala/fasthttp.AcquireCookie', 'github.com/cloudwego/hertz/pkg/protocol.AcquireCookie'],
          givenTo: [{ name: 'SetCookie', args: 1 }],
        },
        ...made('github.com/valyala/fasthttp.Cookie', { givenTo: [{ name: 'SetCookie', args: 1 }] }),
      ] satisfies Match[],
      name: setter('SetKey', 'SetKeyBytes'),
      value: setter('SetValue', 'SetValueBytes'),
      attributes: {
        secure: setter('SetSecure'),
        httpOnly: setter('SetHTTPOnly'),
        sameSite: setter('SetSameSite'),
        domain: setter('SetDomain'),
        path: setter('SetPath'),
        maxAge: setter('SetMaxAge'),
        expires: setter('SetExpire'),
      },
      default: 'off',
      sameSiteNoneImplies: 'unset',
    },
  ],
});

export default defineRule({
  id: 'fiber',
  title: 'Fiber',
  languages: ['go'],
  docs: 'https://docs.gofiber.io/api/ctx#cookie',
  triggers: ['fiber.Cookie', 'middleware/session', 'middleware/csrf', 'session.New', 'csrf.New'],
  surfaces: [
    {
      // https://github.com/gofiber/fiber/blob/main/res.go: the field is HTTPOnly; SameSite=None switches Secure on.
      id: 'fiber/ctx-cookie',
      docs: 'https://github.com/gofiber/fiber/blob/main/res.go',
      kind: 'write',
      match: versions.flatMap((module) => made(`${module}.Cookie`, request)),
      name: property('Name'),
      value: property('Value'),
      attributes: {
        secure: property('Secure'),
        httpOnly: property('HTTPOnly'),
        sameSite: property('SameSite'),
        domain: property('Domain'),
        path: property('Path'),
        maxAge: property('MaxAge'),
        expires: property('Expires'),
        partitioned: property('Partitioned'),
      },
      default: 'off',
      sameSiteNoneImplies: 'always',
    },
    // https://github.com/gofiber/fiber/blob/main/middleware/session/config.go
    ...middlewares(
      'fiber/middleware-session',
      [...inFiber('/middleware/session.New'), ...inFiber('/middleware/session.NewStore')],
      'session_id',
      'session.Config',
    ),
    // https://github.com/gofiber/fiber/blob/main/middleware/csrf/config.go
    ...middlewares('fiber/middleware-csrf', inFiber('/middleware/csrf.New'), 'csrf_', 'csrf.Config'),
  ],
});
