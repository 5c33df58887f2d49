/** Helidon: `SetCookie` of its web server. */
import { argument, defineRule, setter, type CookieSurface } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const setCookie: Omit<CookieSurface, 'match'> = {
  id: 'helidon/set-cookie',
  docs: 'https://helidon.io/docs/v4/apidocs/io.helidon.http/io/helidon/http/SetCookie.html',
  kind: 'write',
  name: argument(0),
  value: argument(1),
  attributes: {
    secure: setter('secure'),
    httpOnly: setter('httpOnly'),
    sameSite: setter('sameSite'),
    domain: setter('domain'),
    path: setter('path'),
    maxAge: setter('maxAge'),
    expires: setter('expires'),
  },
  default: 'off',
};

const MODULES = ['io.helidon.http', 'io.helidon.common.http'];

export default defineRule({
  id: 'helidon',
  title: 'Helidon',
  languages: JVM,
  docs: 'https://helidon.io/docs/v4/se/webserver/webserver',
  triggers: ['SetCookie.', 'addCookie('],
  packages: ['helidon-webserver'],
  surfaces: [
    { ...setCookie, match: { call: MODULES.map((module) => `${module}.SetCookie.builder`), args: [2, 2] } },
    {
      ...setCookie,
      attributes: { secure: nowhere },
      fix: { unsafe: 'build it with SetCookie.builder(…)' },
      match: { call: MODULES.map((module) => `${module}.SetCookie.create`), args: [2, 2] },
    },
    // https://helidon.io/docs/v4/apidocs/io.helidon.http/io/helidon/http/ServerResponseHeaders.html
    {
      ...setCookie,
      attributes: { secure: nowhere },
      fix: { unsafe: 'give it a SetCookie' },
      match: { method: 'addCookie', receiver: { any: true, sure: true }, args: [2, 2], imports: ['io.helidon'] },
    },
  ],
});
