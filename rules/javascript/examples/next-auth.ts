/** Examples of the surfaces in ../next-auth.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'next-auth/v4-use-secure-cookies': {
    file: 'pages/api/auth/[...nextauth].ts',
    bad: code`
      import NextAuth from 'next-auth';

      export const authOptions = {
        providers: [],
        useSecureCookies: process.env.NODE_ENV === 'production',
      };
      export default NextAuth(authOptions);
    `,
    good: code`
      import NextAuth from 'next-auth';

      export const authOptions = {
        providers: [],
        useSecureCookies: true,
      };
      export default NextAuth(authOptions);
    `,
  },
  'authjs/cookies': {
    bad: code`
      import NextAuth from 'next-auth';

      export const { handlers, auth } = NextAuth({ providers: [], useSecureCookies: process.env.NODE_ENV === 'production' });
    `,
    good: code`
      import NextAuth from 'next-auth';

      export const { handlers, auth } = NextAuth({ providers: [], useSecureCookies: true });
    `,
  },
  'next-auth/v4-cookies-override': {
    file: 'lib/auth.ts',
    bad: code`
      import type { NextAuthOptions } from 'next-auth';

      export const authOptions: NextAuthOptions = {
        providers: [],
        cookies: { sessionToken: { name: 'sid', options: { httpOnly: true, sameSite: 'lax', path: '/', domain: '.example.com' } } },
      };
    `,
    good: code`
      import type { NextAuthOptions } from 'next-auth';

      export const authOptions: NextAuthOptions = {
        providers: [],
        cookies: { sessionToken: { name: 'sid', options: { httpOnly: true, sameSite: 'lax', path: '/', domain: '.example.com', secure: true } } },
      };
    `,
  },
} satisfies Examples;
