/** Examples of the surfaces in ../universal-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'universal-cookie/set': {
    bad: code`
      import Cookies from 'universal-cookie';
      const cookies = new Cookies();
      cookies.set('theme', 'dark', { path: '/' });
    `,
    good: code`
      import Cookies from 'universal-cookie';
      const cookies = new Cookies();
      cookies.set('theme', 'dark', { path: '/', secure: true });
    `,
  },
  'universal-cookie/default-set-options': {
    file: 'src/main.jsx',
    bad: code`
      import { CookiesProvider, useCookies } from 'react-cookie';

      function Login() {
        const [, setCookie] = useCookies(['sid']);
        return <button onClick={() => setCookie('sid', id)}>Login</button>;
      }
      render(<CookiesProvider defaultSetOptions={{ path: '/' }}><Login /></CookiesProvider>);
    `,
    good: code`
      import { CookiesProvider, useCookies } from 'react-cookie';

      function Login() {
        const [, setCookie] = useCookies(['sid']);
        return <button onClick={() => setCookie('sid', id)}>Login</button>;
      }
      render(<CookiesProvider defaultSetOptions={{ path: '/', secure: true }}><Login /></CookiesProvider>);
    `,
  },
  'react-cookie/use-cookies': {
    bad: code`
      import { useCookies } from 'react-cookie';
      const [, setCookie] = useCookies(['t']);
      setCookie('t', '1', { path: '/' });
    `,
    good: code`
      import { useCookies } from 'react-cookie';
      const [, setCookie] = useCookies(['t']);
      setCookie('t', '1', { path: '/', secure: true });
    `,
  },
  'vueuse/use-cookies': {
    bad: code`
      import { useCookies } from '@vueuse/integrations/useCookies';
      const cookies = useCookies(['locale']);
      cookies.set('locale', 'en');
    `,
    good: code`
      import { useCookies } from '@vueuse/integrations/useCookies';
      const cookies = useCookies(['locale']);
      cookies.set('locale', 'en', { secure: true });
    `,
  },
  'cookie-universal/set': {
    bad: "this.$cookies.set('token', jwt);",
    good: "this.$cookies.set('token', jwt, { path: '/', secure: true });",
  },
  'cookies-next/client': {
    bad: code`
      import { setCookie } from 'cookies-next/client';
      setCookie('a', '1');
    `,
    good: code`
      import { setCookie } from 'cookies-next/client';
      setCookie('a', '1', { secure: true });
    `,
  },
} satisfies Examples;
