/** SvelteKit: `cookies.set` of load functions, actions and endpoints. */
import { argument, defineRule, options, type Receiver } from '../../src/matching/surface.js';

const context: Receiver = { names: ['cookies', 'event.cookies'], sure: true };
const ROUTES = /(?:^|\/)(?:\+(?:page|layout|server)(?:\.server)?|hooks\.server)\.[jt]s$/;
/** A bare `cookies` is any framework's: the file or its app must say which. */
const SETS = { method: 'set', receiver: context, args: [2, 3] } as const;

export default defineRule({
  id: 'sveltekit',
  title: 'SvelteKit',
  languages: ['javascript'],
  docs: 'https://svelte.dev/docs/kit/@sveltejs-kit#Cookies',
  triggers: ['cookies.set', '@sveltejs/adapter-'],
  packages: ['@sveltejs/kit'],
  surfaces: [
    {
      // https://svelte.dev/docs/kit/@sveltejs-kit#Cookies: on, except on http://localhost.
      id: 'sveltekit/cookies-set',
      kind: 'write',
      match: [
        { ...SETS, imports: ['@sveltejs/kit', '$app', './$types'] },
        { ...SETS, packages: ['@sveltejs/kit'] },
        { ...SETS, file: ROUTES },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'on',
      // https://github.com/sveltejs/kit/blob/main/packages/kit/src/runtime/server/cookie.js: the options are spread over the defaults
      meaning: { undefinedOverrides: true },
      proxy: ['sveltekit/adapter'],
    },
    {
      // https://svelte.dev/docs/kit/adapter-node#environment-variables-origin-protocolheader-hostheader-and-portheader: HTTPS where
      // neither ORIGIN nor a header says otherwise. The platforms of the others end TLS and give the URL that the browser asked for.
      id: 'sveltekit/adapter',
      kind: 'proxy',
      match: { call: ['node', 'vercel', 'netlify', 'cloudflare', 'cloudflare-workers'].map((name) => `@sveltejs/adapter-${name}`) },
    },
  ],
});
