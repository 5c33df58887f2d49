/** Examples of the surfaces in ../elysia.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'elysia/cookie-set': {
    bad: code`
      import { Elysia } from 'elysia';

      new Elysia().get('/', ({ cookie: { sid } }) => {
        sid.set({ value: id, httpOnly: true });
      });
    `,
    good: code`
      import { Elysia } from 'elysia';

      new Elysia().get('/', ({ cookie: { sid } }) => {
        sid.set({ value: id, httpOnly: true, secure: true });
      });
    `,
  },
  'elysia/app-cookie-config': {
    bad: code`
      import { Elysia } from 'elysia';

      new Elysia().get('/', ({ cookie: { seen } }) => {
        seen.value = '1';
      });
    `,
    good: code`
      import { Elysia } from 'elysia';

      new Elysia({ cookie: { secure: true } }).get('/', ({ cookie: { seen } }) => {
        seen.value = '1';
      });
    `,
  },
} satisfies Examples;
