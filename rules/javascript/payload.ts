/** Payload collections with authentication. */
import { defineRule, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'payload',
  title: 'Payload',
  languages: ['javascript'],
  docs: 'https://payloadcms.com/docs/authentication/overview',
  triggers: [['auth', 'slug', 'fields']],
  packages: ['payload'],
  surfaces: [
    {
      // https://payloadcms.com/docs/authentication/overview
      id: 'payload/auth-cookies',
      kind: 'session',
      match: [{ entry: 'auth', beside: { slug: true, fields: true } }],
      unlessFalse: [value()],
      defaultName: 'payload-token',
      session: true,
      attributes: { secure: value('cookies', 'secure'), domain: value('cookies', 'domain') },
      default: 'off',
      confidence: 'medium',
    },
  ],
});
