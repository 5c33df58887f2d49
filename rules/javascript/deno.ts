/** Deno: the cookies of its standard library and of Oak. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'deno',
  title: 'Deno',
  languages: ['javascript'],
  docs: 'https://jsr.io/@std/http/doc/cookie',
  triggers: ['cookies.set', 'setCookie('],
  packages: ['@oak/oak', '@std/http'],
  surfaces: [
    {
      id: 'oak/cookies-set',
      docs: 'https://github.com/oakserver/commons/blob/main/cookie_map.ts',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { names: ['ctx.cookies', 'context.cookies', 'cookies'], sure: true },
        args: [2, 3],
        imports: ['@oak/oak', 'jsr:@oak/oak', 'oak', 'https://deno.land/x/oak', '@oak/commons'],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'request',
      deletes: { when: 'value-empty-or-null', value: argument(1) },
    },
    {
      // https://jsr.io/@std/http/doc/cookie
      id: 'deno/std-set-cookie',
      kind: 'write',
      match: {
        call: [
          '@std/http/cookie.setCookie',
          '@std/http.setCookie',
          'jsr:@std/http/cookie.setCookie',
          'jsr:@std/http.setCookie',
          'https://deno.land/std**/http/cookie.ts.setCookie',
          '$std/http/cookie.ts.setCookie',
          'jsr:@std/http**.setCookie',
        ],
      },
      name: argument(1, 'name'),
      value: argument(1, 'value'),
      attributes: options(1),
      default: 'off',
    },
  ],
});
