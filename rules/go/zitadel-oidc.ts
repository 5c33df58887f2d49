/** zitadel/oidc: the cookies in which a relying party keeps the state and the PKCE verifier of a login. */
import { defineRule, fixed } from '../../src/matching/surface.js';

export default defineRule({
  id: 'zitadel-oidc',
  title: 'zitadel/oidc',
  languages: ['go'],
  docs: 'https://pkg.go.dev/github.com/zitadel/oidc/v3/pkg/http#NewCookieHandler',
  triggers: ['WithUnsecure'],
  surfaces: [
    {
      // https://github.com/zitadel/oidc/blob/main/pkg/http/cookie.go: `secureOnly` is true unless this option says otherwise.
      id: 'zitadel-oidc/cookie-handler',
      docs: 'https://github.com/zitadel/oidc/blob/main/pkg/http/cookie.go',
      kind: 'session',
      session: true,
      match: ['/v3', '/v2', ''].map((version) => ({
        call: `github.com/zitadel/oidc${version}/pkg/http.WithUnsecure`,
        args: [0, 0] as const,
      })),
      defaultName: 'state',
      attributes: { secure: fixed(false) },
      configures: true,
      fix: {
        byHand:
          'Leave out `WithUnsecure()`, or call it in development only. There is no edit: somebody who develops over plain http relies on it.',
      },
      default: 'on',
    },
  ],
});
