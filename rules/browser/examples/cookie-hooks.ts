/** Examples of the surfaces in ../cookie-hooks.ts. */
import { code, type Examples } from '../../example.js';

const hook = (line: string, setter: string, options: string): { bad: string; good: string } => ({
  bad: `${line}\n${setter});\n`,
  good: `${line}\n${setter}, ${options});\n`,
});

export default {
  'react-use-cookie/set': hook(
    "import useCookie from 'react-use-cookie';\nconst [theme, setTheme] = useCookie('theme', 'dark');",
    "setTheme('light'",
    '{ Secure: true }',
  ),
  'react-use/use-cookie': hook(
    "import { useCookie } from 'react-use';\nconst [theme, setTheme] = useCookie('theme');",
    "setTheme('light'",
    '{ secure: true }',
  ),
  'ahooks/use-cookie-state': hook(
    "import { useCookieState } from 'ahooks';\nconst [theme, setTheme] = useCookieState('theme');",
    "setTheme('light'",
    '{ secure: true }',
  ),
  'react-cookies/save': hook("import cookie from 'react-cookies';", "cookie.save('theme', 'light'", '{ secure: true }'),
  'cookie-cutter/set': hook("import cookie from 'cookie-cutter';", "cookie.set('theme', 'light'", '{ secure: true }'),
  'cookiejs/set': hook("import cookie from 'cookiejs';", "cookie.set('theme', 'light'", '{ secure: true }'),
  'cookies-js/set': hook("import Cookies from 'cookies-js';", "Cookies.set('theme', 'light'", '{ secure: true }'),
  'solid-primitives/cookie-storage': hook(
    "import { cookieStorage } from '@solid-primitives/storage';",
    "cookieStorage.setItem('theme', 'light'",
    '{ secure: true }',
  ),
  'next-client-cookies/set': hook(
    "import { useCookies } from 'next-client-cookies';\nconst cookies = useCookies();",
    "cookies.set('theme', 'light'",
    '{ secure: true }',
  ),
  'es-cookie/set': {
    bad: code`
      import * as Cookies from 'es-cookie';
      Cookies.set('theme', 'dark');
    `,
    good: code`
      import * as Cookies from 'es-cookie';
      Cookies.set('theme', 'dark', { secure: true });
    `,
  },
} satisfies Examples;
