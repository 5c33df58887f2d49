/** Devise and devise_token_auth. OmniAuth, Doorkeeper and Warden (omniauth-doorkeeper-warden/no-own-cookie) write into the session only and have no surface. */
import { argument, defineRule, lambda } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'devise',
  title: 'Devise',
  languages: ['ruby'],
  docs: 'https://github.com/heartcombo/devise#configuring-models',
  triggers: ['Devise.setup', 'DeviseTokenAuth.setup', 'session_store'],
  packages: ['devise', 'devise_token_auth'],
  surfaces: [
    {
      // https://github.com/heartcombo/devise/blob/main/lib/devise/controllers/rememberable.rb: takes Secure from the session store's options unless written.
      id: 'devise/rememberable-options',
      match: { call: 'Devise.setup' },
      kind: 'session',
      session: true,
      default: 'off',
      name: lambda('rememberable_options', 'key'),
      defaultName: 'remember_user_token',
      attributes: { secure: lambda('rememberable_options', 'secure') },
      coveredBy: [...railsPolicies, 'devise/session-options'],
      confidence: 'medium',
    },
    {
      // https://github.com/heartcombo/devise/blob/main/lib/devise/controllers/rememberable.rb: `Rails.configuration.session_options.slice(:path, :domain, :secure)`
      id: 'devise/session-options',
      docs: 'https://github.com/heartcombo/devise/blob/main/lib/devise/controllers/rememberable.rb',
      kind: 'policy',
      match: { method: 'session_store', receiver: { any: true, sure: true }, args: [1, 20] },
      secure: [{ at: 'argument', name: 'secure' }, argument(1, 'secure')],
      default: 'off',
    },
    {
      // https://github.com/lynndylanhurley/devise_token_auth/blob/master/lib/devise_token_auth/engine.rb: no cookie unless enabled.
      id: 'devise-token-auth/cookie-attributes',
      match: { call: 'DeviseTokenAuth.setup' },
      kind: 'session',
      session: true,
      default: 'off',
      coveredBy: railsPolicies,
      needs: [lambda('cookie_enabled')],
      name: lambda('cookie_name'),
      defaultName: 'auth_cookie',
      attributes: {
        secure: lambda('cookie_attributes', 'secure'),
        httpOnly: lambda('cookie_attributes', 'httponly'),
        sameSite: lambda('cookie_attributes', 'same_site'),
      },
    },
  ],
});
