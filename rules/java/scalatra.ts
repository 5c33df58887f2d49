/** Scalatra: the options of its cookies. */
import { defineRule, keyword } from '../../src/matching/surface.js';
import { named } from './cookie-arguments.js';

export default defineRule({
  id: 'scalatra',
  title: 'Scalatra',
  languages: ['scala'],
  docs: 'https://scalatra.org/guides/',
  triggers: ['CookieOptions('],
  packages: ['scalatra'],
  surfaces: [
    {
      id: 'scalatra/cookie-options',
      docs: 'https://github.com/scalatra/scalatra/blob/main/core/src/main/scala/org/scalatra/Cookie.scala',
      kind: 'write',
      match: { call: 'org.scalatra.CookieOptions' },
      attributes: { ...named(3, 5), domain: keyword('domain', 0), path: keyword('path', 1), maxAge: keyword('maxAge', 2) },
      default: 'off',
    },
  ],
});
