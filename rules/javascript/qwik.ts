/** Qwik City: the cookie of a request event. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'qwik',
  title: 'Qwik City',
  languages: ['javascript'],
  docs: 'https://qwik.dev/docs/middleware/#cookie',
  triggers: ['cookie.set'],
  packages: ['@builder.io/qwik-city', '@qwik.dev/router'],
  surfaces: [
    {
      id: 'qwik/cookie-set',
      docs: 'https://qwik.dev/api/qwik-city-middleware-request-handler/#cookieoptions',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['cookie', 'event.cookie', 'requestEvent.cookie'], sure: true },
        args: [2, 3],
        imports: ['@builder.io/qwik-city', '@qwik.dev/router'],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
  ],
});
