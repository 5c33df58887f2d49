/** Examples of the surfaces in ../h3.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'h3/set-cookie': {
    bad: code`
      import { defineEventHandler, setCookie } from 'h3';
      export default defineEventHandler((event) => {
        setCookie(event, 'sid', 'x', { httpOnly: true });
      });
    `,
    good: code`
      import { defineEventHandler, setCookie } from 'h3';
      export default defineEventHandler((event) => {
        setCookie(event, 'sid', 'x', { httpOnly: true, secure: true });
      });
    `,
  },
  'solidstart/vinxi-set-cookie': {
    bad: code`
      import { setCookie } from 'vinxi/http';
      setCookie('sid', 'x', { httpOnly: true });
    `,
    good: code`
      import { setCookie } from 'vinxi/http';
      setCookie('sid', 'x', { httpOnly: true, secure: true });
    `,
  },
  'tanstack-start/set-cookie': {
    bad: code`
      import { setCookie } from '@tanstack/react-start/server';
      setCookie('sid', 'x', { httpOnly: true });
    `,
    good: code`
      import { setCookie } from '@tanstack/react-start/server';
      setCookie('sid', 'x', { httpOnly: true, secure: true });
    `,
  },
  'h3/use-session': {
    bad: "const session = await useSession(event, { password, cookie: { secure: process.env.NODE_ENV === 'production' } });",
    good: 'const session = await useSession(event, { password, cookie: { secure: true } });',
  },
} satisfies Examples;
