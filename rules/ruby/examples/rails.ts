/** Examples of the surfaces in ../rails.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'rails/cookies-chains': {
    bad: code`
      def start_new_session_for(user)
        cookies.signed.permanent[:session_id] = { value: session.id, httponly: true, same_site: :lax }
      end
    `,
    good: code`
      def start_new_session_for(user)
        cookies.signed.permanent[:session_id] = { value: session.id, httponly: true, same_site: :lax, secure: true }
      end
    `,
  },
  'rails/cookies-hash': {
    bad: code`
      class ThemesController < ApplicationController
        def update
          cookies[:theme] = { value: params[:theme], expires: 1.year }
        end
      end
    `,
    good: code`
      class ThemesController < ApplicationController
        def update
          cookies[:theme] = { value: params[:theme], expires: 1.year, secure: true }
        end
      end
    `,
  },
  'rails/response-set-cookie': {
    bad: 'response.set_cookie("ab", { value: "1", path: "/" })',
    good: 'response.set_cookie("ab", { value: "1", path: "/", secure: true })',
  },
  'rails/session-store': {
    bad: 'Rails.application.config.session_store :cookie_store, key: "_shop_session", secure: Rails.env.production?',
    good: 'Rails.application.config.session_store :cookie_store, key: "_shop_session", secure: true',
  },
  'rails/api-session-middleware': {
    bad: code`
      config.middleware.use ActionDispatch::Cookies
      config.middleware.use ActionDispatch::Session::CookieStore, key: "_api"
    `,
    good: code`
      config.middleware.use ActionDispatch::Cookies
      config.middleware.use ActionDispatch::Session::CookieStore, key: "_api", secure: true
    `,
  },
  'rails/cookies-same-site-look-alike': {
    bad: 'config.action_dispatch.cookies_same_site_protection = :none',
    good: code`
      config.action_dispatch.cookies_same_site_protection = :none
      config.force_ssl = true
    `,
  },
  'rails/force-ssl': {
    file: 'config/environments/production.rb',
    packages: ['rails'],
    bad: code`
      # config/environments/production.rb
      Rails.application.configure do
        # config.force_ssl = true
      end
    `,
    good: code`
      # config/environments/production.rb
      Rails.application.configure do
        config.force_ssl = true
      end
    `,
  },
  'rails/ssl-options': {
    bad: code`
      config.force_ssl = true
      config.ssl_options = { redirect: false }
    `,
    good: code`
      config.force_ssl = true
      config.ssl_options = { hsts: { subdomains: true } }
    `,
  },
  'rails/assume-ssl': {
    file: 'config/environments/production.rb',
    packages: ['rails'],
    beside: {
      'app/controllers/application_controller.rb': code`
        class ApplicationController < ActionController::Base
          def login
            cookies[:sid] = { value: id, secure: request.ssl? }
          end
        end
      `,
    },
    bad: code`
      Rails.application.configure do
        config.log_level = :info
      end
    `,
    good: code`
      Rails.application.configure do
        config.assume_ssl = true
      end
    `,
  },
  'redmine/autologin-cookie-secure': {
    file: 'config/configuration.yml',
    bad: code`
      default:
        autologin_cookie_name:
        autologin_cookie_secure:
    `,
    good: code`
      default:
        autologin_cookie_name:
        autologin_cookie_secure: true
    `,
  },
} satisfies Examples;
