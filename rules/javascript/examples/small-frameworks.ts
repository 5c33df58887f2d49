/** Examples of the surfaces in ../small-frameworks.ts. */
import { type Examples } from '../../example.js';

/** The same program with and without Secure. */
const pair = (
  program: (options: string) => string,
  bad = '{ httpOnly: true }',
  good = '{ httpOnly: true, secure: true }',
): { bad: string; good: string } => ({ bad: program(bad), good: program(good) });
const handled = (module: string, call: string) => (cookie: string) =>
  `import { ${call} } from '${module}';\nexport const handle = ${call}({ secret, cookie: ${cookie} });\n`;

export default {
  'hyper-express/cookie': pair(
    (options) => `const server = new (require('hyper-express').Server)();
server.get('/', (request, response) => response.cookie('theme', 'dark', 60000, ${options}).send());
`,
  ),
  'hattip/set-cookie': pair(
    (options) =>
      `import { cookie } from '@hattip/cookie';\nexport default [cookie(), (ctx) => ctx.setCookie('theme', 'dark', ${options})];\n`,
  ),
  'hattip/session': pair(
    (options) => `import { session } from '@hattip/session';\nexport default session({ store, cookieOptions: ${options} });\n`,
  ),
  'foal/set-cookie': pair(
    (options) => `import { HttpResponseOK } from '@foal/core';
const response = new HttpResponseOK();
response.setCookie('theme', 'dark', ${options});
`,
  ),
  'worktop/cookie-stringify': pair(
    (options) => `import { stringify } from 'worktop/cookie';\nexport const header = stringify('theme', 'dark', ${options});\n`,
    '{ httponly: true }',
    '{ httponly: true, secure: true }',
  ),
  'svelte-kit-cookie-session/handle': pair(handled('svelte-kit-cookie-session', 'handleSession'), '{ secure: false }'),
  'svelte-kit-sessions/handle': pair(handled('svelte-kit-sessions', 'sveltekitSessionHandle'), '{ secure: false }'),
  'hono/language-detector': pair(
    (options) => `import { languageDetector } from 'hono/language';\napp.use(languageDetector({ cookieOptions: ${options} }));\n`,
    '{ secure: false }',
  ),
  'edge-csrf/cookie': pair(
    (cookie) =>
      `import { createCsrfMiddleware } from '@edge-csrf/nextjs';\nexport const middleware = createCsrfMiddleware({ cookie: ${cookie} });\n`,
    "{ secure: process.env.NODE_ENV === 'production' }",
    '{}',
  ),
  'tiny-csrf/cookie': {
    bad: "const csurf = require('tiny-csrf');\napp.use(csurf(secret, ['POST']));\n",
    good: "app.use(require('csurf')());\n",
  },
  'apostrophe/session': pair(
    (cookie) => `require('apostrophe')({
  modules: { '@apostrophecms/express': { options: { session: { secret, cookie: ${cookie} } } } },
});
`,
  ),
  'thinkjs/cookie': pair(
    (options) => `module.exports = class extends think.Controller {
  indexAction() {
    this.cookie('theme', 'dark', ${options});
  }
};
`,
  ),
  'total/cookie': pair(
    (options) => `exports.install = function () {
  ROUTE('GET /', function () {
    var self = this;
    self.cookie('theme', 'dark', '5 days', ${options});
  });
};
`,
    '{ httponly: true }',
    '{ httponly: true, secure: true }',
  ),
  'redwood/db-auth-cookie': pair(
    (attributes) => `import { DbAuthHandler } from '@redwoodjs/auth-dbauth-api';
export const handler = (event, context) => new DbAuthHandler(event, context, { cookie: { attributes: ${attributes} } }).invoke();
`,
    "{ Secure: process.env.NODE_ENV === 'production' }",
    '{ Secure: true }',
  ),
  'logto/cookie-secure': pair(
    (secure) =>
      `import LogtoClient from '@logto/next';\nexport const client = new LogtoClient({ endpoint, appId, cookieSecret, ${secure} });\n`,
    "cookieSecure: process.env.NODE_ENV === 'production'",
    'cookieSecure: true',
  ),
  'logto/sveltekit-handle': pair(
    (options) => `import { handleLogto } from '@logto/sveltekit';\nexport const handle = handleLogto(config, ${options});\n`,
    '{ encryptionKey, isSecure: false }',
    '{ encryptionKey, isSecure: true }',
  ),
  'blitz/secure-cookies': pair(
    (options) => `import { AuthServerPlugin } from '@blitzjs/auth';\nexport const plugin = AuthServerPlugin(${options});\n`,
    '{ secureCookies: false }',
    '{ secureCookies: true }',
  ),
} satisfies Examples;
