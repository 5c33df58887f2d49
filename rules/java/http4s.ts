/** http4s: cookies of responses. */
import { argument, defineRule, keyword } from '../../src/matching/surface.js';
import { nowhere } from './jvm.js';
import { named } from './cookie-arguments.js';

export default defineRule({
  id: 'http4s',
  title: 'http4s',
  languages: ['scala'],
  docs: 'https://http4s.org/v0.23/docs/dsl.html#cookies',
  triggers: ['ResponseCookie(', '.addCookie('],
  packages: ['http4s-core', 'http4s-dsl', 'http4s-server', 'http4s-ember-server'],
  surfaces: [
    {
      // https://github.com/http4s/http4s/blob/main/core/shared/src/main/scala/org/http4s/ResponseCookie.scala: `sameSite` came with 0.21.
      id: 'http4s/response-cookie',
      docs: 'https://github.com/http4s/http4s/blob/main/core/shared/src/main/scala/org/http4s/ResponseCookie.scala',
      kind: 'write',
      match: { call: 'org.http4s.ResponseCookie', args: [2, 10] },
      name: keyword('name', 0),
      value: keyword('content', 1),
      attributes: named(7, 8),
      default: 'off',
      inert: true,
    },
    {
      id: 'http4s/response-cookie',
      kind: 'write',
      match: { method: 'addCookie', receiver: { any: true }, args: [2, 2], imports: ['org.http4s'] },
      name: argument(0),
      value: argument(1),
      attributes: { secure: nowhere },
      default: 'off',
      fix: {
        rewritten: {
          text: '{owner}.addCookie(ResponseCookie({args}, secure = true))',
          args: 2,
          languages: ['scala'],
          check: 'check that `org.http4s.ResponseCookie` is imported',
        },
      },
      confidence: 'medium',
    },
  ],
});
