/** Reflex: state variables kept in a browser cookie. */
import { defineRule, keyword } from '../../src/matching/surface.js';

export default defineRule({
  id: 'reflex',
  title: 'Reflex',
  languages: ['python'],
  docs: 'https://reflex.dev/docs/client-storage/overview/',
  triggers: ['.Cookie(', 'reflex'],
  packages: ['reflex'],
  surfaces: [
    {
      id: 'reflex/rx-cookie',
      docs: 'https://reflex.dev/docs/client-storage/overview/#rx.cookie',
      kind: 'client',
      match: [{ call: ['reflex.Cookie', 'reflex.istate.storage.Cookie'] }, { call: 'rx.Cookie' }],
      name: keyword('name', 1),
      attributes: {
        secure: keyword('secure', 5),
        sameSite: keyword('same_site', 6),
        maxAge: keyword('max_age', 3),
        path: keyword('path', 2),
        domain: keyword('domain', 4),
      },
      default: 'off',
      confidence: 'medium',
    },
  ],
});
