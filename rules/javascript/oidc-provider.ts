/** oidc-provider, which runs on Koa. */
import { argument, defineRule } from '../../src/matching/surface.js';

export default defineRule({
  id: 'oidc-provider',
  title: 'oidc-provider',
  languages: ['javascript'],
  docs: 'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  triggers: ['oidc-provider'],
  packages: ['oidc-provider'],
  surfaces: [
    {
      // https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies
      id: 'oidc-provider/cookies',
      kind: 'session',
      match: { call: ['oidc-provider', 'oidc-provider.Provider'] },
      defaultName: '_session',
      session: true,
      attributes: { secure: [argument(1, 'cookies', 'long', 'secure'), argument(1, 'cookies', 'short', 'secure')] },
      default: 'request',
      proxy: ['koa/app-proxy'],
      // https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#trusting-tls-offloading-proxies
      refusesPlain: 'fails',
      fix: { trust: { object: ['oidc-provider()', 'oidc-provider.Provider()'], statement: '{object}.proxy = true' } },
    },
  ],
});
