/** Next.js: `cookies()` of Server Actions and Route Handlers, and the cookies of a NextResponse. */
import { argument, defineRule, options, type CookieSurface, type Receiver } from '../../src/matching/surface.js';

/** https://nextjs.org/docs/app/api-reference/functions/cookies */
const store: Receiver = {
  paths: ['next/headers.cookies()'],
  names: ['cookieStore', 'cookieJar'],
  types: ['next/dist/server/web/spec-extension/adapters/request-cookies.ReadonlyRequestCookies', 'ReadonlyRequestCookies'],
};

/** https://nextjs.org/docs/app/api-reference/functions/next-response#cookies; the cookies of a NextRequest only change what is forwarded. */
const response: Receiver = {
  paths: ['next/server.NextResponse().cookies', 'next/server.NextResponse.*().cookies', 'next/server.NextResponse.cookies'],
  types: ['ResponseCookies', 'next/dist/compiled/@edge-runtime/cookies.ResponseCookies'],
  names: ['response.cookies', 'res.cookies'],
};

/** Both classes take `(name, value, options)` or one object with everything. */
const forms = (id: string, receiver: Receiver, conditions: { readonly imports: readonly string[] }): CookieSurface[] => [
  {
    id,
    kind: 'write',
    match: { method: 'set', receiver, args: [2, 3], ...conditions },
    name: argument(0),
    value: argument(1),
    attributes: options(2),
    default: 'off',
  },
  {
    id,
    kind: 'write',
    match: { method: 'set', receiver, args: [1, 1], ...conditions },
    name: argument(0, 'name'),
    value: argument(0, 'value'),
    attributes: options(0),
    default: 'off',
  },
];

export default defineRule({
  id: 'next',
  title: 'Next.js',
  languages: ['javascript'],
  docs: 'https://nextjs.org/docs/app/api-reference/functions/cookies',
  // Most files that import NextResponse answer with JSON.
  triggers: ['next/headers', ['next/server', '.set'], ['next/server', 'ookie'], 'ReadonlyRequestCookies', 'ResponseCookies'],
  packages: ['next'],
  surfaces: [
    ...forms('next/cookies-set', store, { imports: ['next', '@edge-runtime/cookies'] }),
    ...forms('next/response-cookies-set', response, { imports: ['next', '@edge-runtime/cookies'] }),
  ],
});
