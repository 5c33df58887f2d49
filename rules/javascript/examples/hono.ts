/** Examples of the surfaces in ../hono.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'hono/set-cookie': {
    bad: code`
      import { setCookie } from 'hono/cookie';
      app.get('/', (c) => { setCookie(c, 'sid', 'x', { httpOnly: true }); return c.text('ok'); });
    `,
    good: code`
      import { setCookie } from 'hono/cookie';
      app.get('/', (c) => { setCookie(c, 'sid', 'x', { httpOnly: true, secure: true }); return c.text('ok'); });
    `,
  },
  'hono/set-signed-cookie': {
    bad: code`
      import { setSignedCookie } from 'hono/cookie';
      await setSignedCookie(c, 'sid', 'x', secret, { httpOnly: true });
    `,
    good: code`
      import { setSignedCookie } from 'hono/cookie';
      await setSignedCookie(c, 'sid', 'x', secret, { httpOnly: true, secure: true });
    `,
  },
  'hono/sessions': {
    bad: code`
      import { sessionMiddleware, CookieStore } from 'hono-sessions';
      app.use('*', sessionMiddleware({ store: new CookieStore(), cookieOptions: { httpOnly: true } }));
    `,
    good: code`
      import { sessionMiddleware, CookieStore } from 'hono-sessions';
      app.use('*', sessionMiddleware({ store: new CookieStore(), cookieOptions: { httpOnly: true, secure: true } }));
    `,
  },
  'hono/generate-cookie': {
    bad: code`
      import { generateCookie } from 'hono/cookie';
      c.header('Set-Cookie', generateCookie('a', '1'));
    `,
    good: code`
      import { generateCookie } from 'hono/cookie';
      c.header('Set-Cookie', generateCookie('a', '1', { secure: true }));
    `,
  },
} satisfies Examples;
