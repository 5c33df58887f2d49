/** Examples of the surfaces in ../ahoy.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'ahoy/cookie-options': {
    bad: code`
      class Ahoy::Store < Ahoy::DatabaseStore
      end

      Ahoy.cookie_options = { same_site: :lax }
    `,
    good: code`
      class Ahoy::Store < Ahoy::DatabaseStore
      end

      Ahoy.cookie_options = { same_site: :lax, secure: true }
    `,
  },
} satisfies Examples;
