/** secure_headers, rack-ssl-enforcer and rack-ssl: middleware that makes every cookie of a Rack response Secure. */
import { defineRule, keyword, lambda } from '../../src/matching/surface.js';

/** The policies that any Rack application may have. */
export const rackPolicies = ['secure-headers/config-cookies', 'rack/ssl-enforcer'];

/** https://api.rubyonrails.org/classes/ActionDispatch/SSL.html: in a Rails application force_ssl flags every cookie too. */
export const railsPolicies = ['rails/force-ssl', ...rackPolicies];

const enforcer = /^(?:::)?Rack::(?:SslEnforcer|SSL)\b/;

export default defineRule({
  id: 'secure-headers',
  title: 'secure_headers and rack-ssl-enforcer',
  languages: ['ruby'],
  docs: 'https://github.com/github/secure_headers/blob/main/docs/cookies.md',
  triggers: ['SecureHeaders', 'SslEnforcer', 'Rack::SSL'],
  packages: ['secure_headers', 'rack-ssl-enforcer', 'rack-ssl'],
  surfaces: [
    {
      // https://github.com/github/secure_headers/blob/main/docs/cookies.md: flags every cookie of an HTTPS response unless opted out.
      id: 'secure-headers/config-cookies',
      kind: 'policy',
      match: { call: 'SecureHeaders.Configuration.default' },
      secure: [lambda('cookies', 'secure'), lambda('cookies')],
      default: 'on',
      meaning: { words: { 'SecureHeaders.OPT_OUT': 'off', OPT_OUT: 'off' } },
      cookie: { session: true, coveredBy: ['rails/force-ssl'] },
    },
    {
      // https://github.com/tobmatth/rack-ssl-enforcer#cookies: `force_secure_cookies` is true unless written.
      id: 'rack/ssl-enforcer',
      docs: 'https://github.com/tobmatth/rack-ssl-enforcer#cookies',
      kind: 'policy',
      match: [
        { call: 'use', source: { 0: enforcer } },
        { method: ['use', 'unshift'], receiver: { any: true, sure: true }, source: { 0: enforcer } },
        { method: ['insert_before', 'insert_after', 'swap'], receiver: { any: true, sure: true }, source: { 1: enforcer } },
      ],
      secure: keyword('force_secure_cookies'),
      default: 'on',
      cookie: { session: true },
    },
  ],
});
