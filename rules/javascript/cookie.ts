/** The cookie package and its like, which make Set-Cookie texts. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'cookie',
  title: 'cookie',
  languages: ['javascript'],
  docs: 'https://github.com/jshttp/cookie',
  triggers: ["'cookie'", '"cookie"', "'cookie-es'", '"cookie-es"', '@fastify/cookie', 'fastify-cookie', '@edge-runtime/cookies', '@tinyhttp', '@otterhttp', '@mjackson/headers', '@remix-run/headers'],
  packages: ['cookie', 'cookie-es'],
  surfaces: [
    {
      // https://github.com/jshttp/cookie#cookieserializename-value-options
      id: 'cookie/serialize',
      kind: 'write',
      match: { call: ['cookie.serialize', 'cookie-es.serialize', '@fastify/cookie.serialize', 'fastify-cookie.serialize'], args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://github.com/jshttp/cookie: since 1.1 one object holds everything; 1.1 reads the options of a third argument too.
      id: 'cookie/stringify-set-cookie',
      kind: 'write',
      match: { call: ['cookie.stringifySetCookie', 'cookie-es.stringifySetCookie'], args: [1, 2], source: { 0: /^[^'"`]/ } },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
    {
      id: 'cookie/stringify-set-cookie',
      kind: 'write',
      match: [{ call: ['cookie.stringifySetCookie', 'cookie-es.stringifySetCookie'], args: [3, 3] }],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://github.com/vercel/edge-runtime/tree/main/packages/cookies: this `stringifyCookie` makes a Set-Cookie text.
      id: 'cookie/stringify-set-cookie',
      kind: 'write',
      match: { call: ['@edge-runtime/cookies.stringifyCookie', 'next/dist/compiled/@edge-runtime/cookies.stringifyCookie'] },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
    {
      // https://github.com/tinyhttp/tinyhttp/tree/master/packages/cookie
      id: 'tinyhttp/res-cookie',
      kind: 'write',
      match: { call: ['@tinyhttp/cookie.serialize', '@otterhttp/cookie.serialize'], args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      id: 'tinyhttp/res-cookie',
      kind: 'write',
      match: { method: 'cookie', receiver: { names: ['res', 'response'], sure: true }, args: [2, 3], imports: ['@tinyhttp/app', '@otterhttp/app'] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://github.com/mjackson/remix-the-web/tree/main/packages/headers#set-cookie
      id: 'mjackson-headers/set-cookie',
      kind: 'write',
      match: { call: ['@mjackson/headers.SetCookie', '@remix-run/headers.SetCookie'], source: { 0: /^[^'"`]/ } },
      name: argument(0, 'name'),
      value: argument(0, 'value'),
      attributes: options(0),
      default: 'off',
    },
  ],
});
