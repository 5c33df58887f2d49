/** Examples of the surfaces in ../astro.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'astro/cookies-set': {
    file: 'src/pages/login.ts',
    bad: code`
      import type { APIRoute } from 'astro';

      export const POST: APIRoute = ({ cookies, redirect }) => {
        cookies.set('sid', token, { path: '/', httpOnly: true });
        return redirect('/');
      };
    `,
    good: code`
      import type { APIRoute } from 'astro';

      export const POST: APIRoute = ({ cookies, redirect }) => {
        cookies.set('sid', token, { path: '/', httpOnly: true, secure: true });
        return redirect('/');
      };
    `,
  },
  'astro/session': {
    file: 'astro.config.mjs',
    bad: code`
      import { defineConfig } from 'astro/config';

      export default defineConfig({
        session: { cookie: { name: 'sid', secure: false } },
      });
    `,
    good: code`
      import { defineConfig } from 'astro/config';

      export default defineConfig({
        session: { cookie: { name: 'sid', secure: true } },
      });
    `,
  },
} satisfies Examples;
