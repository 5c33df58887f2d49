/** Examples of the surfaces in ../better-auth.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'better-auth/use-secure-cookies': {
    bad: code`
      import { betterAuth } from 'better-auth';

      export const auth = betterAuth({ advanced: { useSecureCookies: process.env.NODE_ENV === 'production' } });
    `,
    good: code`
      import { betterAuth } from 'better-auth';

      export const auth = betterAuth({ advanced: { useSecureCookies: true } });
    `,
  },
  'better-auth/default-cookie-attributes': {
    bad: code`
      import { betterAuth } from 'better-auth';

      export const auth = betterAuth({
        advanced: { useSecureCookies: true, cookies: { session_token: { attributes: { secure: false } } } },
      });
    `,
    good: code`
      import { betterAuth } from 'better-auth';

      export const auth = betterAuth({
        advanced: { useSecureCookies: true, cookies: { session_token: { attributes: { secure: true } } } },
      });
    `,
  },
} satisfies Examples;
