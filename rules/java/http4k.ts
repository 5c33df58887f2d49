/** http4k: cookies of responses. */
import { defineRule, keyword, setter } from '../../src/matching/surface.js';
import { named } from './cookie-arguments.js';

export default defineRule({
  id: 'http4k',
  title: 'http4k',
  languages: ['kotlin'],
  docs: 'https://www.http4k.org/howto/use_cookies/',
  triggers: ['.cookie('],
  packages: ['http4k-core'],
  surfaces: [
    {
      id: 'http4k/cookie',
      docs: 'https://www.http4k.org/api/http4k-core/org.http4k.core.cookie/-cookie/',
      kind: 'write',
      match: {
        call: 'org.http4k.core.cookie.Cookie',
        args: [2, 9],
        mentions: /\bResponse\b/,
        unlessImports: ['io.ktor', 'io.javalin', 'jakarta.servlet', 'javax.servlet', 'org.springframework', 'okhttp3'],
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        ...named(6, 7),
        secure: [setter('secure'), keyword('secure', 6)],
        maxAge: keyword('maxAge', 2),
        expires: keyword('expires', 3),
        domain: keyword('domain', 4),
        path: keyword('path', 5),
      },
      default: 'off',
      inert: true,
      confidence: 'medium',
    },
  ],
});
