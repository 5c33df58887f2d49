/** Examples of the surfaces in ../next-libraries.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'cookies-next/set-cookie': {
    bad: code`
      import { setCookie } from 'cookies-next';
      setCookie('theme', 'dark', { maxAge: 3600 });
    `,
    good: code`
      import { setCookie } from 'cookies-next';
      setCookie('theme', 'dark', { maxAge: 3600, secure: true });
    `,
  },
  'nookies/set': {
    bad: code`
      import { setCookie } from 'nookies';
      setCookie(ctx, 'token', jwt, { path: '/' });
    `,
    good: code`
      import { setCookie } from 'nookies';
      setCookie(ctx, 'token', jwt, { path: '/', secure: true });
    `,
  },
  'next-intl/locale-cookie': {
    bad: code`
      import { defineRouting } from 'next-intl/routing';
      export const routing = defineRouting({ locales: ['en'], defaultLocale: 'en' });
    `,
    good: code`
      import { defineRouting } from 'next-intl/routing';
      export const routing = defineRouting({ locales: ['en'], defaultLocale: 'en', localeCookie: { secure: true } });
    `,
  },
} satisfies Examples;
