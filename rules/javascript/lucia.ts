/** Lucia: Secure is on unless it is switched off. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'lucia',
  title: 'Lucia',
  languages: ['javascript'],
  docs: 'https://v3.lucia-auth.com/reference/main/Lucia',
  triggers: ['lucia'],
  packages: ['lucia'],
  surfaces: [
    {
      // https://v3.lucia-auth.com/reference/main/Lucia
      id: 'lucia/session-cookie',
      kind: 'session',
      match: { call: ['lucia.Lucia', 'Lucia'] },
      name: argument(1, 'sessionCookie', 'name'),
      defaultName: 'auth_session',
      session: true,
      attributes: options(1, 'sessionCookie', 'attributes'),
      default: 'on',
    },
    {
      // https://v2.lucia-auth.com/reference/lucia/modules/main: `env` decides.
      id: 'lucia/session-cookie',
      docs: 'https://v2.lucia-auth.com/reference/lucia/modules/main',
      kind: 'session',
      match: { call: ['lucia.lucia', 'lucia-auth.lucia', 'lucia-auth'] },
      name: argument(0, 'sessionCookie', 'name'),
      defaultName: 'auth_session',
      session: true,
      attributes: { secure: argument(0, 'env') },
      default: 'on',
      meaning: { words: { PROD: 'on', DEV: 'off' } },
      fix: { unsafe: 'in development over http the session is not kept', on: "'PROD'" },
    },
  ],
});
