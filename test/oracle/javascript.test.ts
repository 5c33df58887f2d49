/** The real libraries decide: for each source text their Set-Cookie header is what our verdict says. */
import { describe, expect, it } from 'vitest';
import { askListener, behaviourOf, OPTIONS, promised, stateOf, type Ask } from './javascript-oracle.js';

interface Library {
  readonly name: string;
  readonly source: (options: string) => string;
  readonly ask: Ask;
  /** Options that the library refuses, or that mean something else to it. */
  readonly except?: (options: string) => boolean;
}

/** Left out, Secure follows the request here: see below. */
const mayLeaveOut = (options: string): boolean =>
  /^\{\}|httpOnly|undefined|&& \{|\) && |\? \{|\{ production|switch|delete|rest/.test(options);

const setCookies = (response: Response): readonly string[] => response.headers.getSetCookie();

const askFetch: Ask = async (app, headers) =>
  setCookies(
    await (app as { fetch(request: Request): Promise<Response> }).fetch(
      new Request(`${headers['x-forwarded-proto'] ?? 'http'}://127.0.0.1/`),
    ),
  );

const LIBRARIES: readonly Library[] = [
  {
    name: 'express res.cookie',
    source: (options) =>
      `import express from 'express';\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('sid', 'x', ${options}).end();\n});\nexport default app;\n`,
    ask: askListener,
  },
  {
    name: 'express-session',
    // Its Secure cookies need a request that looks like HTTPS: this app always does.
    source: (options) =>
      `import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.set('trust proxy', 1);\napp.use((req, res, next) => {\n  req.headers['x-forwarded-proto'] = 'https';\n  next();\n});\napp.use(session({ secret: 'x', resave: false, saveUninitialized: true, cookie: ${options} }));\napp.get('/', (req, res) => res.end());\nexport default app;\n`,
    ask: askListener,
  },
  {
    name: 'csurf',
    source: (options) =>
      `import express from 'express';\nimport cookieParser from 'cookie-parser';\nimport csurf from 'csurf';\nconst app = express();\napp.use(cookieParser());\napp.use(csurf({ cookie: ${options} }));\napp.get('/', (req, res) => res.end(req.csrfToken()));\nexport default app;\n`,
    ask: askListener,
  },
  {
    name: 'cookie-session, where the request is HTTPS',
    source: (options) =>
      `import express from 'express';\nimport cookieSession from 'cookie-session';\nconst app = express();\napp.set('trust proxy', 1);\napp.use((req, res, next) => {\n  req.headers['x-forwarded-proto'] = 'https';\n  next();\n});\napp.use(cookieSession({ keys: ['x'], ...${options} }));\napp.get('/', (req, res) => {\n  req.session.seen = 1;\n  res.end();\n});\nexport default app;\n`,
    ask: askListener,
    except: mayLeaveOut,
  },
  {
    name: 'koa, where the request is HTTPS',
    source: (options) =>
      `import Koa from 'koa';\nconst app = new Koa({ proxy: true });\napp.use((ctx) => {\n  ctx.req.headers['x-forwarded-proto'] = 'https';\n  ctx.cookies.set('sid', 'x', ${options});\n  ctx.body = 'ok';\n});\nexport default app.callback();\n`,
    ask: askListener,
    except: mayLeaveOut,
  },
  {
    name: '@fastify/cookie',
    source: (options) =>
      `import fastify from 'fastify';\nimport cookie from '@fastify/cookie';\nconst app = fastify();\napp.register(cookie);\napp.get('/', (request, reply) => {\n  reply.setCookie('sid', 'x', ${options}).send('ok');\n});\nexport default app;\n`,
    ask: async (app) => {
      const { headers } = await (
        app as { inject(path: string): Promise<{ headers: Record<string, string | string[] | undefined> }> }
      ).inject('/');
      return [headers['set-cookie'] ?? []].flat();
    },
  },
  {
    name: 'hono setCookie',
    source: (options) =>
      `import { Hono } from 'hono';\nimport { setCookie } from 'hono/cookie';\nconst app = new Hono();\napp.get('/', (c) => {\n  setCookie(c, 'sid', 'x', ${options});\n  return c.text('ok');\n});\nexport default app;\n`,
    ask: askFetch,
  },
  {
    name: 'h3 setCookie',
    source: (options) =>
      `import { H3, setCookie } from 'h3';\nconst app = new H3();\napp.get('/', (event) => {\n  setCookie(event, 'sid', 'x', ${options});\n  return 'ok';\n});\nexport default app;\n`,
    ask: askFetch,
  },
  {
    name: 'raw Set-Cookie of a Response',
    source: (options) =>
      `const options = ${options};\nconst cookie = 'sid=x; Path=/' + (options.secure ? '; Secure' : '');\nexport default { fetch: async () => new Response('ok', { headers: { 'Set-Cookie': cookie } }) };\n`,
    ask: askFetch,
  },
];

describe.each(LIBRARIES)('$name', ({ source, ask, except }) => {
  it.each(OPTIONS.filter((options) => except?.(options) !== true))('%s', async (options) => {
    const text = source(options);
    const state = await stateOf(text);
    expect({ state, ...(await behaviourOf(text, ask)) }).toEqual({ state, ...promised(state) });
    expect(state).not.toBe('unresolved');
  });
});

describe('what follows the request', () => {
  it.each([
    [
      'cookie-session without secure',
      `import express from 'express';\nimport cookieSession from 'cookie-session';\nconst app = express();\napp.enable('trust proxy');\napp.use(cookieSession({ keys: ['x'] }));\napp.get('/', (req, res) => {\n  req.session.seen = 1;\n  res.end();\n});\nexport default app;\n`,
    ],
    [
      "express-session with 'auto'",
      `import express from 'express';\nimport session from 'express-session';\nconst app = express();\napp.enable('trust proxy');\napp.use(session({ secret: 'x', resave: false, saveUninitialized: true, cookie: { secure: 'auto' } }));\napp.get('/', (req, res) => res.end());\nexport default app;\n`,
    ],
    [
      'koa without secure',
      `import Koa from 'koa';\nconst app = new Koa({ proxy: true });\napp.use((ctx) => {\n  ctx.cookies.set('sid', 'x');\n  ctx.body = 'ok';\n});\nexport default app.callback();\n`,
    ],
    [
      'koa with ctx.secure',
      `import Koa from 'koa';\nconst app = new Koa({ proxy: true });\napp.use((ctx) => {\n  ctx.cookies.set('sid', 'x', { secure: ctx.secure });\n  ctx.body = 'ok';\n});\nexport default app.callback();\n`,
    ],
    [
      'express with req.secure',
      `import express from 'express';\nconst app = express();\napp.enable('trust proxy');\napp.get('/', (req, res) => {\n  res.cookie('sid', 'x', { secure: req.secure }).end();\n});\nexport default app;\n`,
    ],
    [
      'express with x-forwarded-proto',
      `import express from 'express';\nconst app = express();\napp.get('/', (req, res) => {\n  res.cookie('sid', 'x', { secure: req.get('x-forwarded-proto') === 'https' }).end();\n});\nexport default app;\n`,
    ],
    [
      'cookies without secure',
      `import Cookies from 'cookies';\nexport default (req, res) => {\n  if (req.headers['x-forwarded-proto'] === 'https') req.protocol = 'https';\n  new Cookies(req, res).set('sid', 'x');\n  res.end();\n};\n`,
    ],
  ])('%s', async (_name, text) => {
    expect(await stateOf(text)).toBe('request-conditional');
    expect(await behaviourOf(text, askListener)).toEqual(promised('request-conditional'));
  });
});

describe('what forces Secure', () => {
  it.each(["{ prefix: 'secure', secure: false }", "{ prefix: 'host' }"])('hono %s', async (options) => {
    const text = LIBRARIES.find((library) => library.name === 'hono setCookie')!.source(options);
    expect(await stateOf(text)).toBe('on');
    expect(await behaviourOf(text, askFetch)).toEqual(promised('on'));
  });
});
