/** Examples of the surfaces in ../policies.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'secure-headers/config-cookies': {
    bad: code`
      SecureHeaders::Configuration.default do |config|
        config.cookies = SecureHeaders::OPT_OUT
      end
    `,
    good: code`
      SecureHeaders::Configuration.default do |config|
        config.cookies = { secure: true, httponly: true }
      end
    `,
  },
  'rack/ssl-enforcer': { bad: 'use Rack::SslEnforcer, force_secure_cookies: false', good: 'use Rack::SslEnforcer' },
} satisfies Examples;
