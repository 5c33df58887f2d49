/** Symfony bundles whose cookies their own sections of the configuration decide: two-factor logins, JWT cookies, cookie sessions. */
import { defineRule, value, type CookieSurface, type Match } from '../../src/matching/surface.js';

/** A section of a bundle's configuration, in all environments or in production's part of the file. */
const section = (path: string): Match => ({
  setting: [path, `when@prod.${path}`],
  languages: ['yaml'],
  section: true,
  placeholders: 'symfony',
});
const words = { truth: 'strict', nullIsDefault: true, words: { auto: 'request' } } as const satisfies CookieSurface['meaning'];
const session = {
  kind: 'session',
  session: true,
  meaning: words,
  proxy: ['symfony/trusted-proxies'],
} as const satisfies Partial<CookieSurface>;

export default defineRule({
  id: 'symfony-bundles',
  title: 'Symfony bundles',
  languages: ['yaml'],
  docs: 'https://symfony.com/bundles/SchebTwoFactorBundle/current/trusted_device.html',
  triggers: ['scheb_two_factor', 'lexik_jwt_authentication', 'gesdinet_jwt_refresh_token', 'nelmio_security'],
  packages: [
    'scheb/2fa-bundle',
    'scheb/two-factor-bundle',
    'lexik/jwt-authentication-bundle',
    'gesdinet/jwt-refresh-token-bundle',
    'nelmio/security-bundle',
  ],
  surfaces: [
    {
      // https://symfony.com/bundles/SchebTwoFactorBundle/current/trusted_device.html#configuration
      id: 'scheb-2fa/trusted-device',
      ...session,
      match: section('scheb_two_factor.trusted_device'),
      needs: [value('enabled')],
      name: value('cookie_name'),
      defaultName: 'trusted_device',
      attributes: {
        secure: value('cookie_secure'),
        sameSite: value('cookie_same_site'),
        domain: value('cookie_domain'),
        path: value('cookie_path'),
      },
      default: 'request',
    },
    {
      // https://symfony.com/bundles/LexikJWTAuthenticationBundle/current/1-configuration-reference.html: on unless switched off.
      id: 'lexik-jwt/set-cookies',
      ...session,
      match: section('lexik_jwt_authentication.set_cookies.*'),
      defaultName: 'BEARER',
      attributes: {
        secure: value('secure'),
        httpOnly: value('httpOnly'),
        sameSite: value('samesite'),
        domain: value('domain'),
        path: value('path'),
      },
      default: 'on',
    },
    {
      // https://github.com/markitosgv/JWTRefreshTokenBundle#send-the-refresh-token-in-a-cookie: on unless switched off.
      id: 'gesdinet-jwt/refresh-token-cookie',
      ...session,
      match: section('gesdinet_jwt_refresh_token.cookie'),
      needs: [value('enabled')],
      defaultName: 'refresh_token',
      attributes: {
        secure: value('secure'),
        httpOnly: value('http_only'),
        sameSite: value('same_site'),
        domain: value('domain'),
        path: value('path'),
      },
      default: 'on',
    },
    {
      // https://symfony.com/bundles/NelmioSecurityBundle/current/index.html#cookie-session-handler
      id: 'nelmio-security/cookie-session',
      ...session,
      match: section('nelmio_security.cookie_session'),
      needs: [value('enabled')],
      name: value('name'),
      defaultName: 'session',
      attributes: { secure: value('secure'), httpOnly: value('httponly'), domain: value('domain'), path: value('path') },
      default: 'off',
    },
  ],
});
