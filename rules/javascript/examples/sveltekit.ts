/** Examples of the surfaces in ../sveltekit.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sveltekit/cookies-set': {
    bad: code`
      import { dev } from '$app/environment';
      export const actions = { login: async ({ cookies }) => { cookies.set('sid', token, { path: '/', secure: !dev }); } };
    `,
    good: "export const actions = { login: async ({ cookies }) => { cookies.set('sid', token, { path: '/', secure: true }); } };",
  },
  'sveltekit/adapter': {
    file: 'svelte.config.js',
    packages: ['@sveltejs/kit'],
    beside: {
      'src/routes/+page.server.js':
        "export const actions = { theme: async ({ url, cookies }) => { cookies.set('theme', 'dark', { path: '/', secure: url.protocol === 'https:' }); } };",
    },
    bad: code`
      import adapter from '@sveltejs/adapter-auto';
      export default { kit: { adapter: adapter() } };
    `,
    good: code`
      import adapter from '@sveltejs/adapter-node';
      export default { kit: { adapter: adapter() } };
    `,
  },
} satisfies Examples;
