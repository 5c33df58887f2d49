/** Examples of the surfaces in ../cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'cookie/serialize': {
    bad: code`
      import { serialize } from 'cookie';
      res.setHeader('Set-Cookie', serialize('sid', token, { path: '/', httpOnly: true }));
    `,
    good: code`
      import { serialize } from 'cookie';
      res.setHeader('Set-Cookie', serialize('sid', token, { path: '/', httpOnly: true, secure: true }));
    `,
  },
  'oslo/serialize-cookie': {
    bad: code`
      import { serializeCookie } from 'oslo/cookie';
      response.headers.append('Set-Cookie', serializeCookie('session', id, { httpOnly: true, path: '/' }));
    `,
    good: code`
      import { serializeCookie } from 'oslo/cookie';
      response.headers.append('Set-Cookie', serializeCookie('session', id, { httpOnly: true, path: '/', secure: true }));
    `,
  },
  'oslo/cookie-controller': {
    bad: code`
      import { CookieController } from 'oslo/cookie';
      export const sessions = new CookieController('session', { httpOnly: true, path: '/' });
    `,
    good: code`
      import { CookieController } from 'oslo/cookie';
      export const sessions = new CookieController('session', { httpOnly: true, path: '/', secure: true });
    `,
  },
  'cookie/stringify-set-cookie': {
    bad: code`
      import { stringifySetCookie } from 'cookie';
      headers.append('Set-Cookie', stringifySetCookie({ name: 'sid', value, httpOnly: true }));
    `,
    good: code`
      import { stringifySetCookie } from 'cookie';
      headers.append('Set-Cookie', stringifySetCookie({ name: 'sid', value, httpOnly: true, secure: true }));
    `,
  },
  'tinyhttp/res-cookie': {
    bad: code`
      import { serialize } from '@tinyhttp/cookie';
      res.setHeader('Set-Cookie', serialize('a', '1'));
    `,
    good: code`
      import { serialize } from '@tinyhttp/cookie';
      res.setHeader('Set-Cookie', serialize('a', '1', { secure: true }));
    `,
  },
  'mjackson-headers/set-cookie': {
    bad: code`
      import { SetCookie } from '@mjackson/headers';

      const cookie = new SetCookie({ name: 'sid', value: id, httpOnly: true });
    `,
    good: code`
      import { SetCookie } from '@mjackson/headers';

      const cookie = new SetCookie({ name: 'sid', value: id, httpOnly: true, secure: true });
    `,
  },
} satisfies Examples;
