/** Examples of the surfaces in ../roda.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'roda/sessions-plugin': {
    bad: code`
      class App < Roda
        plugin :sessions, secret: ENV.fetch("SESSION_SECRET")
      end
    `,
    good: code`
      class App < Roda
        plugin :sessions, secret: ENV.fetch("SESSION_SECRET"), cookie_options: { secure: true }
      end
    `,
  },
  'roda/cookies-plugin': {
    bad: code`
      class App < Roda
        plugin :cookies
        route { |r| response.set_cookie("lang", "en") }
      end
    `,
    good: code`
      class App < Roda
        plugin :cookies, secure: true
        route { |r| response.set_cookie("lang", "en") }
      end
    `,
  },
  'roda/cookie-defaults': {
    bad: code`
      class App < Roda
        plugin :cookies

        route do |r|
          response.set_cookie('sid', id)
        end
      end
    `,
    good: code`
      class App < Roda
        plugin :cookies, secure: true

        route do |r|
          response.set_cookie('sid', id)
        end
      end
    `,
  },
  'roda/cookie-flags': {
    bad: code`
      class App < Roda
        plugin :cookie_flags, secure: false
      end
    `,
    good: code`
      class App < Roda
        plugin :cookie_flags
      end
    `,
  },
  'rodauth/remember-cookie-options': {
    bad: code`
      plugin :rodauth do
        enable :login, :remember
      end
    `,
    good: code`
      plugin :rodauth do
        enable :login, :remember
        remember_cookie_options(secure: true)
      end
    `,
  },
} satisfies Examples;
