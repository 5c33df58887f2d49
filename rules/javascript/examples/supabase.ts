/** Examples of the surfaces in ../supabase.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'supabase/ssr-cookie-options': {
    bad: code`
      import { createServerClient } from '@supabase/ssr';
      const supabase = createServerClient(url, key, { cookies: { getAll, setAll } });
    `,
    good: code`
      import { createServerClient } from '@supabase/ssr';
      const supabase = createServerClient(url, key, { cookies: { getAll, setAll }, cookieOptions: { secure: true } });
    `,
  },
} satisfies Examples;
