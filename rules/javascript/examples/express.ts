/** Examples of the surfaces in ../express.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'express/res-cookie': {
    bad: code`
      app.get('/login', (req, res) => {
        res.cookie('sid', token, { httpOnly: true, sameSite: 'lax' });
        res.end();
      });
    `,
    good: code`
      app.get('/login', (req, res) => {
        res.cookie('sid', token, { httpOnly: true, sameSite: 'lax', secure: true });
        res.end();
      });
    `,
  },
  'express/res-clear-cookie': {
    bad: "res.clearCookie('__Host-sid', { path: '/' });",
    good: "res.clearCookie('__Host-sid', { path: '/', secure: true });",
  },
  'express/trust-proxy': {
    bad: code`
      const express = require('express');
      const session = require('express-session');

      const app = express();
      app.use(session({ secret, cookie: { secure: true } }));
    `,
    good: code`
      const express = require('express');
      const session = require('express-session');

      const app = express();
      app.set('trust proxy', 1);
      app.use(session({ secret, cookie: { secure: true } }));
    `,
  },
} satisfies Examples;
