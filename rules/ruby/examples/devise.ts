/** Examples of the surfaces in ../devise.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'devise/rememberable-options': {
    bad: code`
      Devise.setup do |config|
        # config.rememberable_options = {}
      end
    `,
    good: code`
      Devise.setup do |config|
        config.rememberable_options = { secure: true }
      end
    `,
  },
  'devise/session-options': {
    file: 'config/initializers/session_store.rb',
    packages: ['rails', 'devise'],
    beside: {
      'config/initializers/devise.rb': code`
        Devise.setup do |config|
          config.remember_for = 2.weeks
        end
      `,
    },
    bad: "Rails.application.config.session_store :cookie_store, key: '_shop_session'",
    good: "Rails.application.config.session_store :cookie_store, key: '_shop_session', secure: true",
  },
  'devise-token-auth/cookie-attributes': {
    bad: code`
      DeviseTokenAuth.setup do |config|
        config.cookie_enabled = true
      end
    `,
    good: code`
      DeviseTokenAuth.setup do |config|
        config.cookie_enabled = true
        config.cookie_attributes = { secure: true, httponly: true }
      end
    `,
  },
} satisfies Examples;
