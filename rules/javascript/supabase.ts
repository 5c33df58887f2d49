/** The cookies of @supabase/ssr. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

const CLIENTS = ['@supabase/ssr.createServerClient', '@supabase/ssr.createBrowserClient'];

export default defineRule({
  id: 'supabase',
  title: 'Supabase',
  languages: ['javascript'],
  docs: 'https://supabase.com/docs/guides/auth/server-side/advanced-guide',
  triggers: ['@supabase/ssr'],
  packages: ['@supabase/ssr'],
  surfaces: [
    {
      id: 'supabase/ssr-cookie-options',
      docs: 'https://github.com/supabase/ssr/blob/main/src/utils/constants.ts',
      kind: 'session',
      match: { call: CLIENTS, source: { 2: /cookieOptions/ } },
      name: [argument(2, 'cookieOptions', 'name')],
      defaultName: 'sb-auth-token',
      session: true,
      attributes: options(2, 'cookieOptions'),
      default: 'off',
      confidence: 'medium',
    },
    {
      // Without cookieOptions the application's own `setAll` may add the attribute.
      id: 'supabase/ssr-cookie-options',
      kind: 'session',
      match: { call: CLIENTS, source: { 2: /^(?![\s\S]*(?:cookieOptions|\bsecure\b))/ } },
      defaultName: 'sb-auth-token',
      session: true,
      attributes: options(2, 'cookieOptions'),
      default: 'off',
      confidence: 'medium',
    },
  ],
});
