/** Examples of the surfaces in ../egg.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'egg/cookies-set': {
    file: 'app/controller/login.js',
    packages: ['egg'],
    bad: code`
      const { Controller } = require('egg');

      module.exports = class LoginController extends Controller {
        async index() {
          this.ctx.cookies.set('sid', id, { httpOnly: true });
        }
      };
    `,
    good: code`
      const { Controller } = require('egg');

      module.exports = class LoginController extends Controller {
        async index() {
          this.ctx.cookies.set('sid', id, { httpOnly: true, secure: true });
        }
      };
    `,
  },
  'egg/config-session': {
    file: 'config/config.default.js',
    packages: ['egg'],
    bad: "exports.session = { key: 'EGG_SESS', maxAge: 86400000, httpOnly: true };",
    good: code`
      exports.proxy = true;
      exports.session = { key: 'EGG_SESS', maxAge: 86400000, httpOnly: true, secure: true };
    `,
  },
  'egg/config-cookies': {
    file: 'config/config.default.js',
    packages: ['egg'],
    beside: {
      'app/controller/login.js': code`
        const { Controller } = require('egg');
        module.exports = class extends Controller {
          async index() { this.ctx.cookies.set('sid', this.ctx.query.sid); }
        };
      `,
    },
    bad: "exports.cookies = { sameSite: 'lax' };",
    good: "exports.cookies = { sameSite: 'lax', secure: true };",
  },
} satisfies Examples;
