/** Proxies that take Secure off the cookies of their upstream. */
import { defineRule } from '../../src/matching/surface.js';

export default defineRule({
  id: 'http-proxy',
  title: 'http-proxy',
  languages: ['javascript'],
  docs: 'https://github.com/http-party/node-http-proxy#options',
  triggers: [
    '; ?ecure',
    '; ?Secure',
    '; ?secure',
    ';\\s*ecure',
    ';\\s*Secure',
    ';\\s*secure',
    '; *Secure',
    '; *secure',
    '; Secure',
    '; secure',
  ],
  packages: ['http-proxy', 'http-proxy-middleware'],
  surfaces: [
    {
      // https://github.com/http-party/node-http-proxy#options: a proxy that strips the attribute from what the upstream sets.
      id: 'http-proxy/strip-secure',
      kind: 'write',
      match: {
        method: ['replace', 'replaceAll'],
        receiver: { any: true, sure: true },
        args: [2, 2],
        source: { 0: /^[/'"`][^\n;]*;[^\n]*secure/i, 1: /^(['"`])(?!.*secure).*\1$/i },
      },
      attributes: { secure: { at: 'fixed', value: false } },
      default: 'off',
      fix: {
        byHand:
          'Leave Secure in the header, or take it away in development only. There is no edit: somebody who develops over plain http may rely on it.',
      },
    },
  ],
});
