/** Examples of the surfaces in ../oidc-provider.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'oidc-provider/cookies': {
    bad: code`
      import Provider from 'oidc-provider';

      const provider = new Provider(issuer, { cookies: { keys, short: { secure: false } } });
    `,
    good: code`
      import Provider from 'oidc-provider';

      const provider = new Provider(issuer, { cookies: { keys, short: { secure: true }, long: { secure: true } } });
      provider.proxy = true;
    `,
  },
} satisfies Examples;
