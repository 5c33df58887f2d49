/** go-pkgz/auth: the JWT and the XSRF token of a login, both in cookies. */
import { defineRule, property } from '../../src/matching/surface.js';

export default defineRule({
  id: 'pkgz-auth',
  title: 'go-pkgz/auth',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/go-pkgz/auth#Opts',
  triggers: ['go-pkgz/auth'],
  surfaces: [
    {
      // https://github.com/go-pkgz/auth/blob/master/auth.go: `SecureCookies` is handed to the token service as it is.
      id: 'pkgz-auth/opts',
      docs: 'https://github.com/go-pkgz/auth/blob/master/auth.go',
      kind: 'session',
      session: true,
      match: { record: ['github.com/go-pkgz/auth.Opts', 'github.com/go-pkgz/auth/v2.Opts'] },
      name: property('JWTCookieName'),
      defaultName: 'JWT',
      attributes: { secure: property('SecureCookies'), sameSite: property('SameSiteCookie'), domain: property('JWTCookieDomain') },
      default: 'off',
    },
  ],
});
