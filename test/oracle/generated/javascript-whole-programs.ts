/**
 * Whole programs as people write them: configuration modules, services, middleware, wrappers, header texts. `S` stands for the value of
 * Secure, `=== name` begins another file (`text-programs.ts`). The first file is the program; what it imports says how it is asked.
 */
export const JAVASCRIPT_WHOLE_PROGRAMS: Readonly<Record<string, string>> = {
  // Express.
  'config module with a function for flags': `import express from 'express';
import { config } from './config/index.mjs';

const app = express();
app.post('/login', (req, res) => res.end());
app.get('/', (req, res) => {
  res.cookie(config.cookie.name, 'x', { ...config.cookie.options, maxAge: 3600 });
  res.end('ok');
});

export default app;
=== config/index.mjs
const bool = (value, fallback) => (value === undefined ? fallback : ['1', 'true', 'yes', 'on'].includes(value.toLowerCase()));

export const config = Object.freeze({
  env: process.env.NODE_ENV ?? 'development',
  cookie: { name: 'sid', options: { httpOnly: true, sameSite: 'lax', secure: bool(process.env.COOKIE_SECURE, S) } },
});
`,
  'config class with getters': `import express from 'express';
import { settings } from './settings.mjs';

const app = express();
app.get('/', (req, res) => {
  res.cookie('sid', 'x', settings.cookieOptions);
  res.end('ok');
});

export default app;
=== settings.mjs
class Settings {
  constructor(env) {
    this.env = env;
  }

  get isProduction() {
    return this.env.NODE_ENV === 'production';
  }

  get secure() {
    return this.isProduction || S;
  }

  get cookieOptions() {
    return { httpOnly: true, path: '/', secure: this.secure };
  }
}

export const settings = new Settings(process.env);
`,
  'service class with injected configuration': `import express from 'express';

class ConfigService {
  #values = { 'cookie.secure': S, 'cookie.path': '/' };

  get(key, fallback) {
    return this.#values[key] ?? fallback;
  }
}

class CookieService {
  constructor(config) {
    this.config = config;
  }

  set(res, value) {
    res.cookie('sid', value, { httpOnly: true, path: this.config.get('cookie.path'), secure: this.config.get('cookie.secure', true) });
  }
}

const app = express();
const cookies = new CookieService(new ConfigService());
app.get('/', (req, res) => {
  cookies.set(res, 'x');
  res.end('ok');
});

export default app;
`,
  'middleware that adds a helper to the response': `import express from 'express';

const app = express();
app.use((req, res, next) => {
  res.setSession = (value) => res.cookie('sid', value, { httpOnly: true, secure: S });
  next();
});
app.get('/', (req, res) => {
  res.setSession('x');
  res.end('ok');
});

export default app;
`,
  'middleware that wraps res.cookie': `import express from 'express';

const app = express();
app.use((req, res, next) => {
  const original = res.cookie.bind(res);
  res.cookie = (name, value, options = {}) => original(name, value, { ...options, secure: S });
  next();
});
app.get('/', (req, res) => {
  res.cookie('sid', 'x', { httpOnly: true });
  res.end('ok');
});

export default app;
`,
  'options in app.locals': `import express from 'express';

const app = express();
app.locals.cookie = { httpOnly: true, secure: S };
app.get('/', (req, res) => {
  res.cookie('sid', 'x', req.app.locals.cookie);
  res.end('ok');
});

export default app;
`,
  'setting of the app': `import express from 'express';

const app = express();
app.set('cookie secure', S);
app.get('/', (req, res) => {
  res.cookie('sid', 'x', { secure: app.get('cookie secure') });
  res.end('ok');
});

export default app;
`,
  'mode of the app': `import express from 'express';

const app = express();
app.get('/', (req, res) => {
  res.cookie('sid', 'x', { secure: app.get('env') === 'production' || S });
  res.end('ok');
});

export default app;
`,
  'options on res.locals': `import express from 'express';

const app = express();
app.use((req, res, next) => {
  res.locals.secure = S;
  next();
});
app.get('/', (req, res) => {
  res.cookie('sid', 'x', { secure: res.locals.secure });
  res.end('ok');
});

export default app;
`,
  'router of another module': `import express from 'express';
import { createRouter } from './routes.mjs';

const app = express();
app.use(createRouter({ secure: S }));

export default app;
=== routes.mjs
import { Router } from 'express';

export function createRouter({ secure = true } = {}) {
  const router = Router();
  router.get('/', (req, res) => {
    res.cookie('sid', 'x', { httpOnly: true, secure });
    res.end('ok');
  });
  return router;
}
`,
  'app factory with defaults': `import express from 'express';

const DEFAULTS = { cookie: { httpOnly: true, secure: true, sameSite: 'lax' } };

function createApp(options = {}) {
  const settings = { ...DEFAULTS, ...options, cookie: { ...DEFAULTS.cookie, ...options.cookie } };
  const app = express();
  app.get('/', (req, res) => {
    res.cookie('sid', 'x', settings.cookie);
    res.end('ok');
  });
  return app;
}

export default createApp({ cookie: { secure: S } });
`,
  'controller class with bound methods': `import express from 'express';

class AuthController {
  secure = S;

  constructor() {
    this.login = this.login.bind(this);
  }

  login(req, res) {
    res.cookie('sid', 'x', { httpOnly: true, secure: this.secure });
    res.end('ok');
  }
}

const app = express();
const controller = new AuthController();
app.get('/', controller.login);

export default app;
`,
  'controller with arrow methods': `import express from 'express';

class AuthController {
  constructor(options) {
    this.options = options;
  }

  login = (req, res) => {
    res.cookie('sid', 'x', this.options);
    res.end('ok');
  };
}

const app = express();
app.get('/', new AuthController({ httpOnly: true, secure: S }).login);

export default app;
`,
  'async wrapper around the handler': `import express from 'express';

const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
const app = express();
app.get(
  '/',
  wrap(async (req, res) => {
    const options = await Promise.resolve({ httpOnly: true, secure: S });
    res.cookie('sid', 'x', options);
    res.end('ok');
  }),
);

export default app;
`,
  'options filtered of undefined': `import express from 'express';

const clean = (options) => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
const app = express();
app.get('/', (req, res) => {
  res.cookie('sid', 'x', clean({ domain: undefined, secure: S, path: '/' }));
  res.end('ok');
});

export default app;
`,
  'helper that throws for a bad setting': `import express from 'express';

function required(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(\`\${name} is not set\`);
  return value;
}

const app = express();
app.get('/', (req, res) => {
  res.cookie('sid', 'x', { secure: required('COOKIE_SECURE') === 'true' || S });
  res.end('ok');
});

export default app;
`,
  'prefix by the scheme': `import express from 'express';

const secure = S;
const name = \`\${secure ? '__Host-' : ''}sid\`;
const app = express();
app.get('/', (req, res) => {
  res.cookie(name, 'x', { path: '/', secure });
  res.end('ok');
});

export default app;
`,
  'name with a prefix': `import express from 'express';

const app = express();
app.get('/', (req, res) => {
  res.cookie('__Host-sid', 'x', { path: '/', httpOnly: true, secure: S });
  res.end('ok');
});

export default app;
`,
  'deleted and set again': `import express from 'express';

const options = { path: '/', secure: S };
const app = express();
app.get('/', (req, res) => {
  res.clearCookie('old', options);
  res.cookie('sid', 'x', options);
  res.end('ok');
});
app.get('/logout', (req, res) => {
  res.clearCookie('sid', { ...options, secure: true });
  res.end('ok');
});

export default app;
`,
  'cookies of a table': `import express from 'express';

const COOKIES = [
  { name: 'sid', value: 'x', options: { secure: S } },
  { name: 'theme', value: 'dark', options: { secure: true } },
];
const app = express();
app.get('/', (req, res) => {
  for (const { name, value, options } of COOKIES) res.cookie(name, value, options);
  res.end('ok');
});

export default app;
`,
  'session with a changed cookie': `import express from 'express';
import session from 'express-session';

const options = { name: 'sid', secret: 'x', resave: false, saveUninitialized: true, cookie: {} };
if (process.env.NODE_ENV === 'production') options.cookie.secure = true;
options.cookie.secure = S;
const app = express();
app.use(session(options));
app.get('/', (req, res) => res.end('ok'));

export default app;
`,
  'session by mode, proxy trusted': `import express from 'express';
import session from 'express-session';

const isProduction = process.env.NODE_ENV === 'production';
const app = express();
if (isProduction) app.set('trust proxy', 1);
app.use(session({ name: 'sid', secret: 'x', resave: false, saveUninitialized: true, cookie: { secure: isProduction && S } }));
app.get('/', (req, res) => res.end('ok'));

export default app;
`,
  'session cookie changed in a request': `import express from 'express';
import session from 'express-session';

const app = express();
app.set('trust proxy', 1);
app.use(session({ name: 'sid', secret: 'x', resave: false, saveUninitialized: true, cookie: { secure: true } }));
app.get('/', (req, res) => {
  req.session.cookie.secure = S;
  res.end('ok');
});

export default app;
`,
  'session factory of a module': `import express from 'express';
import { sessionOptions } from './session.mjs';
import session from 'express-session';

const app = express();
app.set('trust proxy', 1);
app.use(session(sessionOptions({ secret: 'x' })));
app.get('/', (req, res) => res.end('ok'));

export default app;
=== session.mjs
import { cookieDefaults } from './cookies.mjs';

export function sessionOptions({ secret, ...rest }) {
  return { name: 'sid', secret, resave: false, saveUninitialized: true, cookie: { ...cookieDefaults, ...rest.cookie } };
}
=== cookies.mjs
export const cookieDefaults = { httpOnly: true, secure: S };
`,
  // Header texts.
  'header list': `import express from 'express';

const app = express();
app.get('/', (req, res) => {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (S) attributes.push('Secure');
  res.setHeader('Set-Cookie', ['theme=dark; Secure', ['sid=x', ...attributes].join('; ')]);
  res.end('ok');
});

export default app;
`,
  'header by a serializer of its own': `import express from 'express';

function serialize(name, value, { path = '/', httpOnly = true, secure = false, maxAge } = {}) {
  let text = \`\${name}=\${encodeURIComponent(value)}; Path=\${path}\`;
  if (maxAge !== undefined) text += \`; Max-Age=\${maxAge}\`;
  if (httpOnly) text += '; HttpOnly';
  if (secure) text += '; Secure';
  return text;
}

const app = express();
app.get('/', (req, res) => {
  res.setHeader('Set-Cookie', serialize('sid', 'x', { secure: S, maxAge: 60 }));
  res.end('ok');
});

export default app;
`,
  'header by a serializer that maps': `import express from 'express';

const serialize = (name, value, attributes) =>
  [\`\${name}=\${value}\`, ...Object.entries(attributes).map(([key, given]) => (given === true ? key : \`\${key}=\${given}\`))].join('; ');

const app = express();
app.get('/', (req, res) => {
  res.setHeader('Set-Cookie', serialize('sid', 'x', { Path: '/', ...(S ? { Secure: true } : {}) }));
  res.end('ok');
});

export default app;
`,
  'header with a suffix': `import http from 'node:http';

const SUFFIX = S ? '; Secure' : '';
const server = http.createServer((req, res) => {
  res.writeHead(200, { 'Set-Cookie': 'sid=x; Path=/; HttpOnly' + SUFFIX });
  res.end('ok');
});

export default (req, res) => server.emit('request', req, res);
`,
  'header by writeHead with a list': `import http from 'node:http';

const secure = S;
const server = http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/plain', 'Set-Cookie': [\`sid=x; Path=/\${secure ? '; Secure' : ''}\`] });
  res.end('ok');
});

export default (req, res) => server.emit('request', req, res);
`,
  'header appended to what is there': `import http from 'node:http';

function addCookie(res, cookie) {
  const before = res.getHeader('Set-Cookie') ?? [];
  res.setHeader('Set-Cookie', [...[before].flat(), cookie]);
}

export default (req, res) => {
  addCookie(res, 'theme=dark; Path=/; Secure');
  addCookie(res, \`sid=x; Path=/; \${S ? 'Secure; ' : ''}HttpOnly\`);
  res.end('ok');
};
`,
  'header by a builder': `class CookieBuilder {
  #parts = [];

  constructor(name, value) {
    this.#parts.push(\`\${name}=\${value}\`);
  }

  path(path) {
    this.#parts.push(\`Path=\${path}\`);
    return this;
  }

  secure(on = true) {
    if (on) this.#parts.push('Secure');
    return this;
  }

  toString() {
    return this.#parts.join('; ');
  }
}

export default (req, res) => {
  res.setHeader('Set-Cookie', new CookieBuilder('sid', 'x').path('/').secure(S).toString());
  res.end('ok');
};
`,
  // Koa.
  'koa: options by spread order': `import Koa from 'koa';

const app = new Koa({ proxy: true });
const defaults = { httpOnly: true, secure: true, signed: false };
app.use(async (ctx) => {
  ctx.cookies.set('sid', 'x', { ...defaults, secure: S });
  ctx.body = 'ok';
});

export default app.callback();
`,
  'koa: options on the context': `import Koa from 'koa';

const app = new Koa();
app.context.cookieOptions = { httpOnly: true, secure: S };
app.use(async (ctx, next) => {
  await next();
  ctx.body = 'ok';
});
app.use(async (ctx) => {
  ctx.cookies.set('sid', 'x', ctx.cookieOptions);
});

export default app.callback();
`,
  'koa: state of the context': `import Koa from 'koa';

const app = new Koa({ proxy: true });
app.use(async (ctx, next) => {
  ctx.state.secure = S;
  await next();
});
app.use(async (ctx) => {
  ctx.cookies.set('sid', 'x', { secure: ctx.state.secure });
  ctx.body = 'ok';
});

export default app.callback();
`,
  'koa: middleware factory': `import Koa from 'koa';

const remember = ({ name = 'sid', ...options } = {}) => async (ctx, next) => {
  ctx.cookies.set(name, 'x', options);
  await next();
};

const app = new Koa({ proxy: true });
app.use(remember({ httpOnly: true, secure: S }));
app.use((ctx) => {
  ctx.body = 'ok';
});

export default app.callback();
`,
  // Fastify.
  'fastify: decorated options': `import fastify from 'fastify';
import cookie from '@fastify/cookie';

const app = fastify();
app.register(cookie);
app.decorate('cookieOptions', { path: '/', secure: S });
app.get('/', async (request, reply) => {
  reply.setCookie('sid', 'x', app.cookieOptions);
  return 'ok';
});

export default app;
`,
  'fastify: decorated reply': `import fastify from 'fastify';
import cookie from '@fastify/cookie';

const app = fastify();
app.register(cookie);
app.decorateReply('setSession', function (value) {
  this.setCookie('sid', value, { path: '/', httpOnly: true, secure: S });
});
app.get('/', async (request, reply) => {
  reply.setSession('x');
  return 'ok';
});

export default app;
`,
  'fastify: plugin with options': `import fastify from 'fastify';
import cookie from '@fastify/cookie';

async function auth(app, options) {
  app.get('/', async (request, reply) => {
    reply.setCookie('sid', 'x', { path: '/', secure: options.secure });
    return 'ok';
  });
}

const app = fastify();
app.register(cookie);
app.register(auth, { secure: S });

export default app;
`,
  'fastify: hook': `import fastify from 'fastify';
import cookie from '@fastify/cookie';

const app = fastify();
app.register(cookie);
app.addHook('onRequest', async (request, reply) => {
  reply.cookie('sid', 'x', { path: '/', secure: S });
});
app.get('/', async () => 'ok');

export default app;
`,
  'fastify: header': `import fastify from 'fastify';

const app = fastify();
const flags = ['HttpOnly', S ? 'Secure' : undefined].filter(Boolean);
app.get('/', async (request, reply) => {
  reply.header('Set-Cookie', \`sid=x; Path=/; \${flags.join('; ')}\`);
  return 'ok';
});

export default app;
`,
  // Hono and h3.
  'hono: middleware': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

const app = new Hono();
app.use(
  createMiddleware(async (c, next) => {
    c.set('secure', S);
    await next();
  }),
);
app.get('/', (c) => {
  setCookie(c, 'sid', 'x', { path: '/', secure: c.get('secure') });
  return c.text('ok');
});

export default app;
`,
  'hono: options of a module': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import * as options from './cookies.mjs';

const app = new Hono().basePath('/').get('/', (c) => {
  setCookie(c, 'sid', 'x', options.session);
  return c.text('ok');
});

export default app;
=== cookies.mjs
const base = { path: '/', sameSite: 'Lax' };
export const session = { ...base, secure: S };
export const theme = { ...base, secure: true };
`,
  'hono: prefix option': `import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';

const app = new Hono();
app.get('/', (c) => {
  setCookie(c, 'sid', 'x', { path: '/', httpOnly: true, secure: S, maxAge: 60 });
  return c.text('ok');
});

export default app;
`,
  'h3: wrapper': `import { H3, setCookie } from 'h3';

const setSession = (event, value, options = {}) => setCookie(event, 'sid', value, { httpOnly: true, secure: true, ...options });
const app = new H3();
app.get('/', (event) => {
  setSession(event, 'x', { secure: S });
  return 'ok';
});

export default app;
`,
  'h3: header': `import { H3 } from 'h3';

const app = new H3();
app.get('/', (event) => {
  event.res.headers.append('Set-Cookie', \`sid=x; Path=/\${S ? '; Secure' : ''}\`);
  return 'ok';
});

export default app;
`,
  // The web's own objects.
  'Response with a list of headers': `const headersFor = (secure) => [
  ['Content-Type', 'text/plain'],
  ['Set-Cookie', \`sid=x; Path=/; HttpOnly\${secure ? '; Secure' : ''}\`],
];

export default {
  async fetch() {
    return new Response('ok', { headers: headersFor(S) });
  },
};
`,
  'Response changed': `export default {
  async fetch(request) {
    const response = new Response('ok');
    const attributes = new Map([['Path', '/'], ['HttpOnly', '']]);
    if (S) attributes.set('Secure', '');
    const text = [...attributes].map(([key, value]) => (value === '' ? key : \`\${key}=\${value}\`)).join('; ');
    response.headers.append('Set-Cookie', \`sid=x; \${text}\`);
    return response;
  },
};
`,
};
