/** Examples of the surfaces in ../hanami.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'hanami/actions-sessions': {
    bad: code`
      class App < Hanami::App
        config.actions.sessions = :cookie, { key: "app.session", secret: settings.session_secret }
      end
    `,
    good: code`
      class App < Hanami::App
        config.actions.sessions = :cookie, { key: "app.session", secret: settings.session_secret, secure: true }
      end
    `,
  },
  'hanami/actions-cookies': {
    bad: code`
      def handle(request, response)
        response.cookies["seen"] = "1"
      end
    `,
    good: code`
      def handle(request, response)
        response.cookies["seen"] = { value: "1", secure: true }
      end
    `,
  },
  'hanami/cookie-defaults': {
    file: 'config/app.rb',
    packages: ['hanami'],
    beside: {
      'app/actions/login.rb': code`
        module Shop
          module Actions
            class Login < Shop::Action
              def handle(request, response)
                response.cookies[:sid] = id
              end
            end
          end
        end
      `,
    },
    bad: code`
      require 'hanami'

      module Shop
        class App < Hanami::App
          config.actions.cookies = { max_age: 300 }
        end
      end
    `,
    good: code`
      require 'hanami'

      module Shop
        class App < Hanami::App
          config.actions.cookies = { max_age: 300, secure: true }
        end
      end
    `,
  },
} satisfies Examples;
