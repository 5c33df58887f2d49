/** Examples of the surfaces in ../symfony-bundles.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'scheb-2fa/trusted-device': {
    file: 'config/packages/scheb_2fa.yaml',
    packages: ['scheb/2fa-bundle'],
    bad: code`
      scheb_two_factor:
          trusted_device:
              enabled: true
              cookie_secure: false
    `,
    good: code`
      scheb_two_factor:
          trusted_device:
              enabled: true
              cookie_secure: true
    `,
  },
  'lexik-jwt/set-cookies': {
    file: 'config/packages/lexik_jwt_authentication.yaml',
    packages: ['lexik/jwt-authentication-bundle'],
    bad: code`
      lexik_jwt_authentication:
          set_cookies:
              BEARER:
                  secure: false
    `,
    good: code`
      lexik_jwt_authentication:
          set_cookies:
              BEARER:
                  samesite: strict
    `,
  },
  'gesdinet-jwt/refresh-token-cookie': {
    file: 'config/packages/gesdinet_jwt_refresh_token.yaml',
    packages: ['gesdinet/jwt-refresh-token-bundle'],
    bad: code`
      gesdinet_jwt_refresh_token:
          cookie:
              enabled: true
              secure: false
    `,
    good: code`
      gesdinet_jwt_refresh_token:
          cookie:
              enabled: true
    `,
  },
  'nelmio-security/cookie-session': {
    file: 'config/packages/nelmio_security.yaml',
    packages: ['nelmio/security-bundle'],
    bad: code`
      nelmio_security:
          cookie_session:
              enabled: true
              name: shop
    `,
    good: code`
      nelmio_security:
          cookie_session:
              enabled: true
              name: shop
              secure: true
    `,
  },
} satisfies Examples;
