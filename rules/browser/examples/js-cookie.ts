/** Examples of the surfaces in ../js-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'js-cookie/set': {
    bad: code`
      import Cookies from 'js-cookie';
      Cookies.set('token', jwt, { expires: 7 });
    `,
    good: code`
      import Cookies from 'js-cookie';
      Cookies.set('token', jwt, { expires: 7, secure: true });
    `,
  },
  'js-cookie/with-attributes': {
    bad: code`
      import Cookies from 'js-cookie';
      export const api = Cookies.withAttributes({ path: '/' });
    `,
    good: code`
      import Cookies from 'js-cookie';
      export const api = Cookies.withAttributes({ path: '/', secure: true });
    `,
  },
  'typescript-cookie/set': {
    bad: code`
      import { setCookie } from 'typescript-cookie';
      setCookie('theme', 'dark');
    `,
    good: code`
      import { setCookie } from 'typescript-cookie';
      setCookie('theme', 'dark', { path: '/', secure: true });
    `,
  },
  'tiny-cookie/set': {
    bad: code`
      import { setCookie } from 'tiny-cookie';
      setCookie('a', '1');
    `,
    good: code`
      import { setCookie } from 'tiny-cookie';
      setCookie('a', '1', { secure: true });
    `,
  },
  'cookie-storage/set-item': {
    bad: code`
      import { CookieStorage } from 'cookie-storage';

      const storage = new CookieStorage({ path: '/' });
      storage.setItem('token', token);
    `,
    good: code`
      import { CookieStorage } from 'cookie-storage';

      const storage = new CookieStorage({ path: '/', secure: true });
      storage.setItem('token', token);
    `,
  },
  'browser-cookies/set': {
    bad: code`
      import cookies from 'browser-cookies';

      cookies.set('sid', id);
    `,
    good: code`
      import cookies from 'browser-cookies';

      cookies.set('sid', id, { secure: true });
    `,
  },
  'jquery-cookie/set': {
    bad: "$.cookie('theme', 'dark', { expires: 7 });",
    good: "$.cookie('theme', 'dark', { expires: 7, secure: true });",
  },
  'browser-cookies/defaults': {
    bad: code`
      import cookies from 'browser-cookies';
      cookies.set('theme', 'dark');
    `,
    good: code`
      import cookies from 'browser-cookies';
      cookies.defaults.secure = true;
      cookies.set('theme', 'dark');
    `,
  },
} satisfies Examples;
