/** Rails: the cookie jar, the session store, and the settings that make every cookie of an application Secure. */
import { argument, defineRule, keyword, value, type CookieSurface, type Place } from '../../src/matching/surface.js';
import type { RailsFacts } from '../../src/project/rails-settings.js';
import { chainedElements, hash, jarElements, jarWrite, rackAttributes } from './cookie-options.js';
import { rackPolicies, railsPolicies } from './policies.js';

const covered = { coveredBy: railsPolicies, proxy: ['rails/assume-ssl'] } as const;

const session = { session: true, default: 'off', otherwise: { httpOnly: true }, ...covered } as const;
const named = (...positions: readonly number[]): CookieSurface['attributes'] => {
  const at = (name: string): readonly Place[] => [keyword(name), ...positions.map((position) => argument(position, name))];
  return { secure: at('secure'), httpOnly: at('httponly'), sameSite: at('same_site'), domain: at('domain'), path: at('path') };
};

/** The settings whose value only all files together tell. */
export const railsFacts: RailsFacts = { forceSsl: 'rails/force-ssl', sslOptions: 'rails/ssl-options', sessionStore: 'rails/session-store' };

export default defineRule({
  id: 'rails',
  title: 'Ruby on Rails',
  languages: ['ruby', 'yaml'],
  docs: 'https://guides.rubyonrails.org/security.html#session-hijacking',
  triggers: [
    'cookies[',
    'cookies.',
    'cookie_jar',
    'set_cookie',
    'session_store',
    'force_ssl',
    'ssl_options',
    'assume_ssl',
    'Rails.application.configure',
    'Rails::Application',
    'ActionDispatch::Session',
    'cookies_same_site_protection',
    'autologin_cookie_secure',
    'action_dispatch.cookies',
  ],
  packages: ['rails', 'railties', 'actionpack'],
  surfaces: [
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/Cookies.html: signed, encrypted and permanent jars add no Secure.
      id: 'rails/cookies-chains',
      match: { assign: chainedElements, target: 'subscript' },
      ...jarWrite,
      ...covered,
    },
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/Cookies.html: a hash, or a value alone.
      id: 'rails/cookies-hash',
      match: { assign: jarElements, target: 'subscript', unlessAround: /\bCapybara\b|\bMechanize\b|HTTP::Cookie/ },
      ...jarWrite,
      ...covered,
    },
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/Response.html: Rack's own method, which knows no cookie jar.
      id: 'rails/response-set-cookie',
      docs: 'https://api.rubyonrails.org/classes/ActionDispatch/Response.html',
      kind: 'write',
      match: {
        method: 'set_cookie',
        receiver: { names: ['response', 'resp', 'res'], paths: ['**.response()', 'ActionDispatch.Response.new()'] },
        args: [1, 9],
      },
      name: argument(0),
      value: hash(1, 'value'),
      attributes: rackAttributes(1),
      default: 'off',
      ...covered,
    },
    {
      // https://guides.rubyonrails.org/configuring.html#config-session-store; `:disabled` and nil are no session.
      id: 'rails/session-store',
      docs: 'https://guides.rubyonrails.org/configuring.html#config-session-store',
      kind: 'session',
      match: { method: 'session_store', receiver: { any: true, sure: true }, args: [1, 20], source: { 0: /^(?!:disabled\b|nil\b)/ } },
      name: [keyword('key'), argument(1, 'key')],
      attributes: named(1),
      ...session,
    },
    {
      // https://guides.rubyonrails.org/api_app.html#using-session-middlewares; with config.session_options the session store decides.
      id: 'rails/api-session-middleware',
      docs: 'https://guides.rubyonrails.org/api_app.html#using-session-middlewares',
      kind: 'session',
      match: [
        {
          method: ['use', 'insert_before', 'insert_after', 'unshift'],
          receiver: { any: true, sure: true },
          source: { 0: /^(?:::)?ActionDispatch::Session::\w+/, 1: /^(?!.*\bsession_options\b)/ },
        },
        {
          method: ['insert_before', 'insert_after'],
          receiver: { any: true, sure: true },
          source: { 1: /^(?:::)?ActionDispatch::Session::\w+/, 2: /^(?!.*\bsession_options\b)/ },
        },
      ],
      name: [keyword('key'), argument(1, 'key')],
      defaultName: '_session_id',
      attributes: named(),
      ...session,
    },
    {
      // https://guides.rubyonrails.org/configuring.html#config-action-dispatch-cookies-same-site-protection: SameSite=None without Secure is dropped.
      id: 'rails/cookies-same-site-look-alike',
      docs: 'https://guides.rubyonrails.org/configuring.html#config-action-dispatch-cookies-same-site-protection',
      kind: 'session',
      match: { assign: ['**.action_dispatch().cookies_same_site_protection'], is: ['none'] },
      attributes: { secure: value('secure'), sameSite: value() },
      ...session,
    },
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/SSL.html: off unless written; judged over all files that production reads.
      id: 'rails/force-ssl',
      docs: 'https://api.rubyonrails.org/classes/ActionDispatch/SSL.html',
      kind: 'session',
      match: { assign: ['config.force_ssl', '**.config().force_ssl'] },
      attributes: { secure: value() },
      session: true,
      default: 'off',
      coveredBy: rackPolicies,
    },
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/SSL.html: `secure_cookies: false` and `redirect: false` keep force_ssl from flagging cookies.
      id: 'rails/ssl-options',
      docs: 'https://api.rubyonrails.org/classes/ActionDispatch/SSL.html',
      kind: 'session',
      match: { assign: ['config.ssl_options', '**.config().ssl_options'] },
      attributes: { secure: value('secure_cookies') },
      session: true,
      default: 'on',
      coveredBy: rackPolicies,
    },
    {
      // https://api.rubyonrails.org/classes/ActionDispatch/AssumeSSL.html: every request counts as HTTPS.
      id: 'rails/assume-ssl',
      kind: 'proxy',
      match: { assign: ['config.assume_ssl', '**.config().assume_ssl'] },
      value: value(),
      written: true,
    },
    {
      // https://github.com/redmine/redmine/blob/master/config/configuration.yml.example: empty follows request.ssl?.
      id: 'redmine/autologin-cookie-secure',
      docs: 'https://github.com/redmine/redmine/blob/master/config/configuration.yml.example',
      kind: 'session',
      match: { setting: '*.autologin_cookie_secure', languages: ['yaml'], file: /(?:^|\/)config\/configuration\.yml$/ },
      defaultName: 'autologin',
      attributes: { secure: value() },
      session: true,
      default: 'request',
      meaning: { truth: 'strict', nullIsDefault: true },
      ...covered,
    },
  ],
});
