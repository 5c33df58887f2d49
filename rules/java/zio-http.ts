/** ZIO HTTP: cookies of responses. */
import { defineRule, keyword } from '../../src/matching/surface.js';

export default defineRule({
  id: 'zio-http',
  title: 'ZIO HTTP',
  languages: ['scala'],
  docs: 'https://zio.dev/zio-http/reference/headers/session/cookies',
  triggers: ['Cookie.Response(', 'ResponseCookie('],
  packages: ['zio-http', 'zhttp'],
  surfaces: [
    {
      // https://zio.dev/zio-http/reference/headers/session/cookies: the position of the argument moved, its name did not.
      id: 'zio-http/cookie-response',
      kind: 'write',
      match: { call: ['zio.http.Cookie.Response', 'zio.http.model.Cookie.Response', 'Cookie.Response'] },
      name: keyword('name', 0),
      value: keyword('content', 1),
      attributes: {
        secure: [keyword('isSecure'), keyword('secure')],
        httpOnly: keyword('isHttpOnly'),
        maxAge: keyword('maxAge'),
        domain: keyword('domain'),
        path: keyword('path'),
        sameSite: keyword('sameSite'),
      },
      default: 'off',
    },
  ],
});
