/** Applications on Node that are configured by environment variables: Directus and n8n. */
import { defineRule, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'node-applications',
  title: 'Directus and n8n',
  languages: ['dotenv', 'yaml'],
  docs: 'https://docs.directus.io/self-hosted/config-options.html#security',
  triggers: ['REFRESH_TOKEN_COOKIE_SECURE', 'N8N_SECURE_COOKIE', 'directus/directus'],
  surfaces: [
    {
      // https://directus.io/docs/configuration/security-limits
      id: 'directus/env-cookie-secure',
      kind: 'session',
      match: { setting: ['REFRESH_TOKEN_COOKIE_SECURE', '**.environment.REFRESH_TOKEN_COOKIE_SECURE'], placeholders: 'shell' },
      defaultName: 'directus_refresh_token',
      session: true,
      attributes: { secure: value() },
      default: 'off',
    },
    {
      id: 'directus/env-cookie-secure',
      kind: 'session',
      match: { entry: 'environment', beside: { image: /^(?:docker\.io\/)?directus\/directus(?::|$)/ } },
      defaultName: 'directus_session_token',
      session: true,
      attributes: { secure: [value('SESSION_COOKIE_SECURE'), value('REFRESH_TOKEN_COOKIE_SECURE')] },
      default: 'off',
      meaning: { truth: 'strict' },
    },
    {
      // https://docs.n8n.io/hosting/configuration/environment-variables/security/: on by default.
      id: 'n8n/env-secure-cookie',
      kind: 'session',
      match: { setting: ['N8N_SECURE_COOKIE', '**.environment.N8N_SECURE_COOKIE'], placeholders: 'shell' },
      defaultName: 'n8n-auth',
      session: true,
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});
