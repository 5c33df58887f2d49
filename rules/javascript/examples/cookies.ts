/** Examples of the surfaces in ../cookies.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'cookies/set': {
    bad: code`
      import Cookies from 'cookies';
      const cookies = new Cookies(req, res, { keys });
      cookies.set('sid', token, { httpOnly: true });
    `,
    good: code`
      import Cookies from 'cookies';
      const cookies = new Cookies(req, res, { keys, secure: true });
      cookies.set('sid', token, { httpOnly: true, secure: true });
    `,
  },
  'restify-cookies/set-cookie': {
    packages: ['restify', 'restify-cookies'],
    bad: code`
      const CookieParser = require('restify-cookies');

      server.use(CookieParser.parse);
      server.get('/', (req, res, next) => {
        res.setCookie('sid', id, { path: '/' });
        next();
      });
    `,
    good: code`
      const CookieParser = require('restify-cookies');

      server.use(CookieParser.parse);
      server.get('/', (req, res, next) => {
        res.setCookie('sid', id, { path: '/', secure: true });
        next();
      });
    `,
  },
  'whatwg-node/cookie-store': {
    bad: "await ctx.request.cookieStore?.set('sid', 'x');",
    good: "await ctx.request.cookieStore?.set({ name: 'sid', value: 'x', secure: true });",
  },
} satisfies Examples;
