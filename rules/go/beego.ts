/** Beego and Macaron: cookies whose attributes follow the value as loose arguments, and their sessions. */
import {
  argument,
  defineRule,
  owner,
  property,
  value,
  type CookieSurface,
  type Match,
  type Receiver,
  type SettingBeside,
} from '../../src/matching/surface.js';

const beegoPackages = ['github.com/beego/beego/v2', 'github.com/beego/beego', 'github.com/astaxie/beego'];
const macaronPackages = ['gopkg.in/macaron.v1', 'github.com/Unknwon/macaron', 'github.com/unknwon/macaron'];

/**
 * https://github.com/beego/beego/blob/develop/server/web/context/output.go: age, path, domain, secure, httponly after the value.
 * Anything but false and nil counts as true there.
 */
const loose = (shift: number): Omit<CookieSurface, 'id' | 'match'> => ({
  kind: 'write',
  name: argument(shift),
  value: argument(shift + 1),
  attributes: {
    secure: argument(shift + 5),
    maxAge: argument(shift + 2),
    path: argument(shift + 3),
    domain: argument(shift + 4),
    httpOnly: argument(shift + 6),
  },
  default: 'off',
  meaning: { truth: 'ruby' },
  // No age and no domain are what is sent without them, and "/" is the path.
  fix: { fill: [...Array.from({ length: shift + 2 }, () => ''), '0', '"/"', '""'] },
});

const context: Receiver = { any: true, sure: true, not: ['net/http', '**.Header', '**.Header()', '**.Response.Header'] };
const plain = (more: Partial<Match>): Match[] => [{ method: 'SetCookie', receiver: context, args: [2, 8], ...more }];
const signed = (more: Partial<Match>, methods: readonly string[]): Match[] => [
  { method: methods, receiver: context, args: [3, 9], ...more },
];

/** Look-alike: beego's `httplib` builds requests to other servers. */
const session = (id: string, records: readonly string[], defaultName: string, more: Partial<CookieSurface> = {}): CookieSurface => ({
  id,
  kind: 'session',
  session: true,
  match: { record: records },
  name: [property('CookieName'), property('Cookie')],
  defaultName,
  attributes: { secure: property('Secure'), httpOnly: property('CookieHTTPOnly'), sameSite: property('SameSite') },
  default: 'off',
  ...more,
});

const ofListener = {
  name: owner('SessionName'),
  defaultName: 'beegosessionID',
  // No setting of its own.
  attributes: { secure: { at: 'called', paths: [] } },
  default: 'off',
  fix: {
    byHand:
      'Let Beego end TLS (`EnableHTTPS = true`), or set Secure in the proxy in front of it. There is no edit: Beego has no setting for it, and sends Secure over a connection with TLS only.',
  },
  coveredBy: ['beego/enable-https'],
  proxy: ['beego/enable-http'],
} as const;

const CONFIGURATION = /(?:^|\/)conf\/app\.conf$/;

const FALSE = ['false', '0', 'off', 'no'];

/** A section for a run mode switches it on again, or requests come by FastCGI, from a server that says what it likes. */
const PLAIN_ELSEWHERE: readonly SettingBeside[] = [
  { setting: ['EnableHTTP', '*.EnableHTTP'], relaxed: true, is: /^(?!(?:false|0|off|no)$)/i },
  { setting: ['EnableFcgi', '*.EnableFcgi'], relaxed: true, is: /^(?:true|1|on|yes|\$.*)$/i },
];

/** https://github.com/beego/beego/blob/develop/server/web/config.go: app.conf fills in the same fields, by their names without case. */
export const beegoConfiguration = defineRule({
  id: 'beego',
  title: 'Beego',
  languages: ['ini', 'properties'],
  docs: 'https://beegodoc.com/en-US/developing/web/session/',
  triggers: ['SessionOn', 'sessionon', 'sessionOn', 'EnableHTTPS', 'enablehttps', 'enableHTTPS', 'EnableHttps'],
  surfaces: [
    {
      id: 'beego/session-on',
      kind: 'session',
      session: true,
      registration: true,
      match: { setting: ['SessionOn', '*.SessionOn'], relaxed: true, file: CONFIGURATION, is: ['true', '1', 'on', 'yes'] },
      ...ofListener,
      name: { at: 'sibling', key: 'SessionName' },
    },
    {
      id: 'beego/enable-https',
      kind: 'policy',
      match: { setting: ['EnableHTTPS', '*.EnableHTTPS'], relaxed: true, file: CONFIGURATION },
      secure: value(),
      meaning: { trueIs: 'request', truth: 'strict' },
      default: 'off',
    },
    // https://github.com/beego/beego/blob/develop/server/web/server.go: without the plain listener every request came by TLS.
    {
      id: 'beego/enable-http',
      kind: 'proxy',
      match: { setting: 'EnableHTTP', relaxed: true, file: CONFIGURATION, is: FALSE, unlessWrites: PLAIN_ELSEWHERE },
      ofConnection: true,
    },
  ],
});

export const macaron = defineRule({
  id: 'macaron',
  title: 'Macaron',
  languages: ['go'],
  docs: 'https://go-macaron.com/core/services#cookie',
  triggers: ['.SetCookie(', 'SecureCookie(', 'session.Options', 'csrf.Options'],
  packages: macaronPackages,
  surfaces: [
    { id: 'macaron/set-cookie', match: plain({ packages: macaronPackages }), ...loose(0) },
    { id: 'macaron/set-cookie', match: signed({ packages: macaronPackages }, ['SetSuperSecureCookie']), ...loose(1) },
    {
      id: 'macaron/set-cookie',
      match: [{ method: 'SetSecureCookie', receiver: context, args: [2, 8], packages: macaronPackages }],
      ...loose(0),
    },
    // https://pkg.go.dev/github.com/go-macaron/session#Options
    session(
      'macaron-session/options',
      ['github.com/go-macaron/session.Options', 'gitea.com/go-chi/session.Options', 'gitea.com/macaron/session.Options'],
      'MacaronSession',
    ),
    // https://pkg.go.dev/github.com/go-macaron/csrf#Options: sends no cookie unless it is told to.
    session('macaron-session/options', ['github.com/go-macaron/csrf.Options', 'gitea.com/macaron/csrf.Options'], '_csrf', {
      needs: [property('SetCookie')],
    }),
  ],
});

export default defineRule({
  id: 'beego',
  title: 'Beego',
  languages: ['go'],
  docs: 'https://beegodoc.com/en-US/developing/web/cookie/',
  triggers: ['.SetCookie(', 'SetSecureCookie(', '.Output.Cookie(', 'ManagerConfig', 'SessionOn', 'EnableHTTPS'],
  packages: beegoPackages,
  surfaces: [
    { id: 'beego/ctx-set-cookie', match: plain({ packages: beegoPackages }), ...loose(0) },
    {
      id: 'beego/ctx-set-cookie',
      match: [
        { method: 'SetCookie', receiver: { paths: ['**.Ctx'] }, args: [2, 8] },
        { method: 'Cookie', receiver: { paths: ['**.Ctx.Output', '**.ctx.Output', '**.Output'] }, args: [2, 8] },
      ],
      ...loose(0),
    },
    { id: 'beego/ctx-set-cookie', match: signed({ packages: beegoPackages }, ['SetSecureCookie']), ...loose(1) },
    // https://github.com/beego/beego/blob/develop/server/web/hooks.go: Secure is the listener's EnableHTTPS, and then the request's TLS.
    {
      id: 'beego/session-on',
      kind: 'session',
      session: true,
      match: { assign: '**.BConfig.WebConfig.Session.SessionOn' },
      unlessFalse: [value()],
      ...ofListener,
    },
    {
      id: 'beego/enable-https',
      kind: 'policy',
      match: { assign: '**.BConfig.Listen.EnableHTTPS' },
      secure: value(),
      meaning: { trueIs: 'request' },
      default: 'off',
    },
    // https://github.com/beego/beego/blob/develop/server/web/session/session.go: true means that it follows the request.
    session(
      'beego/session',
      [...beegoPackages.map((module) => `${module}/session.ManagerConfig`), 'github.com/beego/beego/v2/server/web/session.ManagerConfig'],
      'beegosessionID',
      { meaning: { trueIs: 'request' } },
    ),
  ],
});
