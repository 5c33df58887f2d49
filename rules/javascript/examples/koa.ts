/** Examples of the surfaces in ../koa.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'koa/ctx-cookies-set': {
    bad: code`
      app.use(async (ctx) => {
        ctx.cookies.set('sid', token, { httpOnly: true });
      });
    `,
    good: code`
      app.proxy = true;
      app.use(async (ctx) => {
        ctx.cookies.set('sid', token, { httpOnly: true, secure: true });
      });
    `,
  },
  'koa/cookies-secure': {
    bad: code`
      const Koa = require('koa');

      const app = new Koa();
      app.use((ctx) => ctx.cookies.set('sid', id));
    `,
    good: code`
      const Koa = require('koa');

      const app = new Koa();
      app.use((ctx, next) => {
        ctx.cookies.secure = true;
        return next();
      });
      app.use((ctx) => ctx.cookies.set('sid', id));
    `,
  },
  'koa/app-proxy': {
    bad: code`
      const Koa = require('koa');

      const app = new Koa();
      app.use((ctx) => ctx.cookies.set('sid', id));
    `,
    good: code`
      const Koa = require('koa');

      const app = new Koa({ proxy: true });
      app.use((ctx) => ctx.cookies.set('sid', id));
    `,
  },
  'koa-session/options': {
    bad: code`
      import session from 'koa-session';
      app.use(session({ key: 'sid', maxAge: 86400000 }, app));
    `,
    good: code`
      import session from 'koa-session';
      app.proxy = true;
      app.use(session({ key: 'sid', maxAge: 86400000, secure: true }, app));
    `,
  },
  'koa-generic-session/options': {
    bad: code`
      import session from 'koa-generic-session';
      app.use(session({ store, cookie: { httpOnly: true } }));
    `,
    good: code`
      import session from 'koa-generic-session';
      app.proxy = true;
      app.use(session({ store, cookie: { httpOnly: true, secure: true } }));
    `,
  },
  'koa-session2/options': {
    bad: code`
      import session from 'koa-session2';
      app.use(session({ key: 'sid' }));
    `,
    good: code`
      import session from 'koa-session2';
      app.proxy = true;
      app.use(session({ key: 'sid', secure: true }));
    `,
  },
} satisfies Examples;
