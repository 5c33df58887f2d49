/** Examples of the surfaces in ../authlogic.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'authlogic/secure': {
    bad: code`
      class UserSession < Authlogic::Session::Base
        secure Rails.env.production?
      end
    `,
    good: code`
      class UserSession < Authlogic::Session::Base
      end
    `,
  },
} satisfies Examples;
