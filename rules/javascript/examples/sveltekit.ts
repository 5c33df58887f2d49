/** Examples of the surfaces in ../sveltekit.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sveltekit/cookies-set': {
    bad: code`
      import { dev } from '$app/environment';
      export const actions = { login: async ({ cookies }) => { cookies.set('sid', token, { path: '/', secure: !dev }); } };
    `,
    good: 'export const actions = { login: async ({ cookies }) => { cookies.set(\'sid\', token, { path: \'/\', secure: true }); } };',
  },
} satisfies Examples;
