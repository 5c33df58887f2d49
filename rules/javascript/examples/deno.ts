/** Examples of the surfaces in ../deno.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'oak/cookies-set': {
    bad: code`
      import { Application } from 'jsr:@oak/oak';

      const app = new Application();
      app.use(async (ctx) => {
        await ctx.cookies.set('sid', id);
      });
    `,
    good: code`
      import { Application } from 'jsr:@oak/oak';

      const app = new Application();
      app.use(async (ctx) => {
        await ctx.cookies.set('sid', id, { secure: true, ignoreInsecure: true });
      });
    `,
  },
  'deno/std-set-cookie': {
    bad: code`
      import { setCookie } from '@std/http/cookie';
      setCookie(headers, { name: 'sid', value: 'x', httpOnly: true });
    `,
    good: code`
      import { setCookie } from '@std/http/cookie';
      setCookie(headers, { name: 'sid', value: 'x', httpOnly: true, secure: true });
    `,
  },
} satisfies Examples;
