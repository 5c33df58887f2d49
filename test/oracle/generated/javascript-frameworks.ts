/** The JavaScript libraries that generated programs send cookies with; each call sends `sid`. */
import type { Send, Way } from './javascript-ways.js';

export interface JavaScriptCall {
  readonly name: string;
  /** How the runner asks the program. */
  readonly kind: 'listener' | 'fetch' | 'fastify';
  /** Packages that have to be there. */
  readonly packages: readonly string[];
  /** The options are made when the program starts. */
  readonly early: boolean;
  /** The request's scheme, where the framework has words for it. */
  readonly scheme?: string;
  readonly send: Send;
  /** Whether the call takes an options object. */
  readonly takesOptions: boolean;
  /** Statements that stand before the handler: a policy, a proxy's trust. */
  readonly settings?: readonly (readonly string[])[];
  readonly program: (way: Way, settings: readonly string[]) => string;
}

const indented = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.flatMap((line) => line.split('\n')).map((line) => by + line);

const optionsOf = (send: (options: string) => string): Send => ({
  options: send,
  secure: (secure) => send(secure === 'secure' ? "{ path: '/', secure }" : `{ path: '/', secure: ${secure} }`),
});
const textOf = (send: (text: string) => string): Send => ({
  options: () => '',
  secure: (secure) => send(`\`sid=x; Path=/\${${secure.includes('=>') ? `(${secure})` : secure} ? '; Secure' : ''}\``),
});
const joinedOf = (send: (text: string) => string): Send => ({
  options: () => '',
  secure: (secure) => `const parts = ['sid=x', 'Path=/'];\nif (${secure}) parts.push('Secure');\n${send("parts.join('; ')")}`,
});

const express =
  (
    imports: readonly string[],
    middleware: (send: string) => readonly string[],
    handler: (send: string) => readonly string[],
    isEarly: boolean,
  ) =>
  ({ imports: more = [], before = [], inside = [], send }: Way, settings: readonly string[]): string =>
    [
      "import express from 'express';",
      ...imports,
      ...more,
      '',
      'const app = express();',
      ...settings,
      ...before,
      ...(isEarly ? inside : []),
      ...middleware(send),
      "app.get('/', async (req, res) => {",
      ...indented(isEarly ? [] : inside),
      ...indented(handler(send)),
      "  res.end('ok');",
      '});',
      '',
      'export default app;',
      '',
    ].join('\n');

const TRUST = [
  [],
  [],
  [],
  ["app.set('trust proxy', 1);"],
  ["app.enable('trust proxy');"],
  ["app.set('trust proxy', false);"],
  ["if (process.env.NODE_ENV === 'production') app.set('trust proxy', 1);"],
  ["app.set('trust proxy', 1);", "app.disable('trust proxy');"],
];

const expressCall = (name: string, send: Send, takesOptions = true): JavaScriptCall => ({
  name,
  kind: 'listener',
  packages: ['express'],
  early: false,
  scheme: 'req.secure',
  send,
  takesOptions,
  settings: TRUST,
  program: express(
    [],
    () => [],
    (sent) => [sent],
    false,
  ),
});

const middleware = (
  name: string,
  pack: string,
  imported: string,
  use: (sent: string) => string,
  handler: readonly string[],
  send: Send,
): JavaScriptCall => ({
  name,
  kind: 'listener',
  packages: ['express', pack],
  early: true,
  send,
  takesOptions: true,
  settings: TRUST,
  program: express(
    [`import ${imported} from '${pack}';`],
    (sent) => [use(sent)],
    () => handler,
    true,
  ),
});

const handlerOf =
  (head: readonly string[], open: string, foot: readonly string[]) =>
  ({ imports = [], before = [], inside = [], send }: Way, settings: readonly string[]): string =>
    [
      ...head.filter((line) => line.startsWith('import ')),
      ...imports,
      '',
      ...head.filter((line) => !line.startsWith('import ')),
      ...settings,
      ...before,
      open,
      ...indented(inside),
      ...indented([send]),
      ...foot,
      '',
    ].join('\n');

const koaForm = (proxy: string) =>
  handlerOf(["import Koa from 'koa';", `const app = new Koa(${proxy});`], 'app.use(async (ctx) => {', [
    "  ctx.body = 'ok';",
    '});',
    '',
    'export default app.callback();',
  ]);

export const CALLS: readonly JavaScriptCall[] = [
  expressCall(
    'express res.cookie',
    optionsOf((options) => `res.cookie('sid', 'x', ${options});`),
  ),
  expressCall(
    'express res.cookie, chained',
    optionsOf((options) => `res.status(200).cookie('sid', 'x', ${options});`),
  ),
  expressCall(
    'express res.append',
    textOf((text) => `res.append('Set-Cookie', ${text});`),
    false,
  ),
  expressCall(
    'express res.setHeader',
    textOf((text) => `res.setHeader('Set-Cookie', ${text});`),
    false,
  ),
  expressCall(
    'express res.set, joined',
    joinedOf((text) => `res.set('Set-Cookie', ${text});`),
    false,
  ),
  middleware(
    'express-session',
    'express-session',
    'session',
    (sent) => sent,
    [],
    optionsOf((options) => `app.use(session({ name: 'sid', secret: 'x', resave: false, saveUninitialized: true, cookie: ${options} }));`),
  ),
  middleware(
    'cookie-session',
    'cookie-session',
    'cookieSession',
    (sent) => sent,
    ['req.session.seen = 1;'],
    optionsOf((options) => `app.use(cookieSession({ name: 'sid', keys: ['x'], ...${options} }));`),
  ),
  {
    ...expressCall(
      'csurf',
      optionsOf((options) => `app.use(csurf({ cookie: Object.assign({ key: 'sid' }, ${options}) }));`),
    ),
    early: true,
    packages: ['express', 'csurf', 'cookie-parser'],
    program: express(
      ["import cookieParser from 'cookie-parser';", "import csurf from 'csurf';"],
      (sent) => ['app.use(cookieParser());', sent],
      () => ['req.csrfToken();'],
      true,
    ),
  },
  {
    name: 'koa',
    kind: 'listener',
    packages: ['koa'],
    early: false,
    scheme: 'ctx.secure',
    send: optionsOf((options) => `ctx.cookies.set('sid', 'x', ${options});`),
    takesOptions: true,
    settings: [[], [], ['app.proxy = true;'], ["app.proxy = process.env.NODE_ENV === 'production';"]],
    program: koaForm(''),
  },
  {
    name: 'koa, proxy',
    kind: 'listener',
    packages: ['koa'],
    early: false,
    scheme: "ctx.protocol === 'https'",
    send: optionsOf((options) => `ctx.cookies.set('sid', 'x', ${options});`),
    takesOptions: true,
    program: koaForm('{ proxy: true }'),
  },
  {
    name: 'fastify setCookie',
    kind: 'fastify',
    packages: ['fastify', '@fastify/cookie'],
    early: false,
    scheme: "request.protocol === 'https'",
    send: optionsOf((options) => `reply.setCookie('sid', 'x', ${options});`),
    takesOptions: true,
    program: handlerOf(
      ["import fastify from 'fastify';", "import cookie from '@fastify/cookie';", 'const app = fastify();', 'app.register(cookie);'],
      "app.get('/', async (request, reply) => {",
      ["  return 'ok';", '});', '', 'export default app;'],
    ),
  },
  {
    name: 'fastify cookie, defaults of the plugin',
    kind: 'fastify',
    packages: ['fastify', '@fastify/cookie'],
    early: true,
    send: optionsOf((options) => `app.register(cookie, { parseOptions: ${options} });`),
    takesOptions: true,
    program: ({ imports = [], before = [], inside = [], send }) =>
      [
        "import fastify from 'fastify';",
        "import cookie from '@fastify/cookie';",
        ...imports,
        '',
        'const app = fastify();',
        ...before,
        ...inside,
        send,
        "app.get('/', async (request, reply) => {",
        "  reply.setCookie('sid', 'x');",
        "  return 'ok';",
        '});',
        '',
        'export default app;',
        '',
      ].join('\n'),
  },
  {
    name: 'hono setCookie',
    kind: 'fetch',
    packages: ['hono'],
    early: false,
    scheme: "new URL(c.req.url).protocol === 'https:'",
    send: optionsOf((options) => `setCookie(c, 'sid', 'x', ${options});`),
    takesOptions: true,
    program: handlerOf(
      ["import { Hono } from 'hono';", "import { setCookie } from 'hono/cookie';", 'const app = new Hono();'],
      "app.get('/', async (c) => {",
      ["  return c.text('ok');", '});', '', 'export default app;'],
    ),
  },
  {
    name: 'hono header',
    kind: 'fetch',
    packages: ['hono'],
    early: false,
    send: textOf((text) => `c.header('Set-Cookie', ${text});`),
    takesOptions: false,
    program: handlerOf(["import { Hono } from 'hono';", 'const app = new Hono();'], "app.get('/', async (c) => {", [
      "  return c.text('ok');",
      '});',
      '',
      'export default app;',
    ]),
  },
  {
    name: 'hono setSignedCookie',
    kind: 'fetch',
    packages: ['hono'],
    early: false,
    send: optionsOf((options) => `await setSignedCookie(c, 'sid', 'x', 'secret', ${options});`),
    takesOptions: true,
    program: handlerOf(
      ["import { Hono } from 'hono';", "import { setSignedCookie } from 'hono/cookie';", 'const app = new Hono();'],
      "app.get('/', async (c) => {",
      ["  return c.text('ok');", '});', '', 'export default app;'],
    ),
  },
  {
    name: 'h3 setCookie',
    kind: 'fetch',
    packages: ['h3'],
    early: false,
    scheme: "event.url.protocol === 'https:'",
    send: optionsOf((options) => `setCookie(event, 'sid', 'x', ${options});`),
    takesOptions: true,
    program: handlerOf(["import { H3, setCookie } from 'h3';", 'const app = new H3();'], "app.get('/', async (event) => {", [
      "  return 'ok';",
      '});',
      '',
      'export default app;',
    ]),
  },
  {
    name: 'node:http',
    kind: 'listener',
    packages: [],
    early: false,
    scheme: 'Boolean(req.socket.encrypted)',
    send: textOf((text) => `res.setHeader('Set-Cookie', ${text});`),
    takesOptions: false,
    program: handlerOf([], 'export default async function handler(req, res) {', ["  res.end('ok');", '}']),
  },
  {
    name: 'cookie serialize',
    kind: 'listener',
    packages: ['cookie'],
    early: false,
    send: optionsOf((options) => `res.setHeader('Set-Cookie', serialize('sid', 'x', ${options}));`),
    takesOptions: true,
    program: handlerOf(
      ["import * as cookies from 'cookie';", 'const serialize = cookies.serialize;'],
      'export default async function handler(req, res) {',
      ["  res.end('ok');", '}'],
    ),
  },
  {
    name: 'cookies',
    kind: 'listener',
    packages: ['cookies'],
    early: false,
    send: optionsOf((options) => `new Cookies(req, res).set('sid', 'x', ${options});`),
    takesOptions: true,
    program: handlerOf(["import Cookies from 'cookies';"], 'export default async function handler(req, res) {', ["  res.end('ok');", '}']),
  },
  {
    name: 'Response',
    kind: 'fetch',
    packages: [],
    early: false,
    scheme: "request.url.startsWith('https:')",
    send: textOf((text) => `const headers = new Headers();\nheaders.append('Set-Cookie', ${text});`),
    takesOptions: false,
    program: handlerOf([], 'async function answer(request) {', [
      "  return new Response('ok', { headers });",
      '}',
      '',
      'export default { fetch: answer };',
    ]),
  },
];
