/** Micronaut: `Cookie.of`. Its settings are in `micronaut-settings.ts`. */
import { argument, defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'micronaut',
  title: 'Micronaut',
  languages: JVM,
  docs: 'https://docs.micronaut.io/latest/guide/#clientCookies',
  triggers: ['Cookie.of('],
  packages: ['micronaut-http', 'micronaut-http-server-netty', 'micronaut-parent'],
  surfaces: [
    {
      id: 'micronaut/cookie-of',
      docs: 'https://docs.micronaut.io/latest/api/io/micronaut/http/cookie/Cookie.html',
      kind: 'write',
      match: { call: ['io.micronaut.http.cookie.Cookie.of'] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: setter('secure'),
        httpOnly: setter('httpOnly'),
        sameSite: setter('sameSite'),
        domain: setter('domain'),
        path: setter('path'),
        maxAge: setter('maxAge'),
      },
      default: 'off',
      inert: true,
      confidence: 'medium',
    },
  ],
});
