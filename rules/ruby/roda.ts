/** Roda and Rodauth. */
import { argument, defineRule, keyword, word, type Place } from '../../src/matching/surface.js';
import { hash, rackAttributes } from './cookie-options.js';
import { rackPolicies, railsPolicies } from './policies.js';

const roda = /\bRoda\b/;
const rodauth = /\brodauth\b/i;
const flags = ['roda/cookie-flags', ...rackPolicies];
const inCookieOptions = (name: string): Place => ({ at: 'argument', name: 'cookie_options', path: [name] });
const remember = {
  kind: 'session',
  defaultName: '_remember',
  session: true,
  default: 'request',
  coveredBy: [...railsPolicies, 'roda/cookie-flags'],
} as const;

export default defineRule({
  id: 'roda',
  title: 'Roda and Rodauth',
  languages: ['ruby'],
  docs: 'https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/Sessions.html',
  triggers: [
    'plugin :sessions',
    'plugin :cookies',
    'plugin :cookie_flags',
    'plugin(:sessions',
    'plugin(:cookie',
    'set_cookie',
    ':remember',
    'remember_cookie_options',
  ],
  packages: ['roda', 'rodauth', 'rodauth-rails'],
  surfaces: [
    {
      // https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/Sessions.html: Secure where the request is HTTPS, unless written.
      id: 'roda/sessions-plugin',
      kind: 'session',
      match: { call: 'plugin', argument: { 0: ['sessions'] }, mentions: roda },
      name: keyword('key'),
      defaultName: 'roda.session',
      session: true,
      attributes: { secure: inCookieOptions('secure'), httpOnly: inCookieOptions('http_only'), sameSite: inCookieOptions('same_site') },
      default: 'request',
      coveredBy: flags,
    },
    {
      id: 'roda/cookies-plugin',
      docs: 'https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/Cookies.html',
      kind: 'write',
      match: { method: 'set_cookie', receiver: { names: ['response'] }, mentions: roda },
      name: argument(0),
      value: hash(1, 'value'),
      attributes: rackAttributes(1),
      default: 'off',
      coveredBy: ['roda/cookie-defaults', ...flags],
    },
    {
      // https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/Cookies.html: the plugin's options are the cookies' defaults.
      id: 'roda/cookie-defaults',
      docs: 'https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/Cookies.html',
      kind: 'policy',
      match: { call: 'plugin', argument: { 0: ['cookies'] }, mentions: roda },
      secure: keyword('secure'),
      default: 'off',
    },
    {
      // https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/CookieFlags.html: `action: :warn` changes nothing.
      id: 'roda/cookie-flags',
      docs: 'https://roda.jeremyevans.net/rdoc/classes/Roda/RodaPlugins/CookieFlags.html',
      kind: 'policy',
      match: { call: 'plugin', argument: { 0: ['cookie_flags'] }, mentions: roda, unlessAround: /\baction:\s*:warn\b/ },
      secure: keyword('secure'),
      default: 'on',
      cookie: { session: true },
    },
    {
      // https://rodauth.jeremyevans.net/rdoc/files/doc/remember_rdoc.html
      id: 'rodauth/remember-cookie-options',
      match: { call: 'remember_cookie_options', mentions: rodauth },
      ...remember,
      attributes: { secure: [keyword('secure'), argument(0, 'secure')] },
    },
    {
      // https://github.com/jeremyevans/rodauth/blob/master/lib/rodauth/features/remember.rb: without options it follows the request.
      id: 'rodauth/remember-cookie-options',
      match: { call: 'enable', mentions: rodauth, unlessAround: /\bremember_cookie_options\b/ },
      ...remember,
      needs: [word('remember')],
      attributes: { secure: keyword('secure') },
    },
  ],
});
