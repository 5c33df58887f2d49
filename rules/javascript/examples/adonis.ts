/** Examples of the surfaces in ../adonis.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'adonis/session-config': {
    bad: code`
      import app from '@adonisjs/core/services/app';
      import { defineConfig } from '@adonisjs/session';
      export default defineConfig({ cookieName: 'adonis-session', cookie: { path: '/', httpOnly: true, secure: app.inProduction } });
    `,
    good: code`
      import { defineConfig } from '@adonisjs/session';
      export default defineConfig({ cookieName: 'adonis-session', cookie: { path: '/', httpOnly: true, secure: true } });
    `,
  },
  'adonis/app-http-cookie': {
    bad: code`
      import app from '@adonisjs/core/services/app';
      import { defineConfig } from '@adonisjs/core/http';
      export const http = defineConfig({ cookie: { path: '/', httpOnly: true, secure: app.inProduction } });
    `,
    good: code`
      import { defineConfig } from '@adonisjs/core/http';
      export const http = defineConfig({ cookie: { path: '/', httpOnly: true, secure: true } });
    `,
  },
  'adonis/response-cookie': {
    bad: code`
      export default class LoginController {
        async handle({ response }) { response.cookie('a', '1', { secure: false }); }
      }
    `,
    good: code`
      export default class LoginController {
        async handle({ response }) { response.cookie('a', '1', { secure: true }); }
      }
    `,
  },
} satisfies Examples;
