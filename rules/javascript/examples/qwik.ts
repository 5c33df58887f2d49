/** Examples of the surfaces in ../qwik.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'qwik/cookie-set': {
    file: 'src/routes/index.tsx',
    bad: code`
      import { routeAction$ } from '@builder.io/qwik-city';

      export const useLogin = routeAction$(async (data, { cookie }) => {
        cookie.set('sid', data.id, { path: '/', httpOnly: true });
      });
    `,
    good: code`
      import { routeAction$ } from '@builder.io/qwik-city';

      export const useLogin = routeAction$(async (data, { cookie }) => {
        cookie.set('sid', data.id, { path: '/', httpOnly: true, secure: true });
      });
    `,
  },
} satisfies Examples;
