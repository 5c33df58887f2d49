/** Sinatra, sinatra-contrib and Padrino. */
import { argument, defineRule, keyword, type CookieSurface, type Place } from '../../src/matching/surface.js';
import { hash, jarElements, jarWrite, rackAttributes } from './cookie-options.js';
import { rackPolicies } from './policies.js';

const sinatra = /\bSinatra\b|require ['"]sinatra/;
/** Routes and filters as Sinatra writes them, in files of their own. */
const routes = /^[ \t]*(?:get|post|put|patch|delete|before|after|helpers)\b.*\bdo\b/m;
const padrino = /<\s*Padrino::Application/;
/** `set :sessions, …` with options of its own comes to the same setting as `enable :sessions`. */
const ownOptions = /\bset[ (]+:sessions\s*,\s*(?!true\b)/;

const at = (name: string): readonly Place[] => [keyword(name), argument(1, name), { at: 'argument', name: 'config', path: [name] }];
const sessions = {
  kind: 'session',
  name: at('key'),
  defaultName: 'rack.session',
  session: true,
  attributes: { secure: at('secure'), httpOnly: at('httponly'), sameSite: at('same_site'), domain: at('domain'), path: at('path') },
  // https://github.com/rack/rack-session/blob/main/lib/rack/session/abstract/id.rb: DEFAULT_OPTIONS
  otherwise: { httpOnly: true },
  unlessFalse: [argument(1)],
  default: 'off',
  coveredBy: rackPolicies,
  // `enable` takes names of settings alone.
  fix: { instead: 'set :sessions, secure: true' },
} as const satisfies Partial<CookieSurface>;

const settings = (file: { readonly mentions?: RegExp; readonly packages?: readonly string[] }): readonly CookieSurface['match'][] => [
  { call: 'enable', argument: { 0: ['sessions'] }, ...file, unlessAround: ownOptions },
  { call: 'set', argument: { 0: ['sessions'] }, args: [2, 20], ...file },
];

export default defineRule({
  id: 'sinatra',
  title: 'Sinatra',
  languages: ['ruby'],
  docs: 'https://sinatrarb.com/intro.html#using-sessions',
  triggers: [':sessions', 'set_cookie', 'cookies[', 'cookies.set', ':cookie_options'],
  packages: ['sinatra', 'sinatra-contrib', 'padrino'],
  surfaces: [
    {
      // https://github.com/padrino/padrino-framework/blob/master/padrino-core/lib/padrino-core/application/application_setup.rb
      id: 'padrino/sessions',
      match: settings({ mentions: padrino }).flat(),
      ...sessions,
    },
    {
      // https://sinatrarb.com/intro.html#using-sessions
      id: 'sinatra/sessions',
      match: [...settings({ mentions: sinatra }), ...settings({ packages: ['sinatra'] })].flat(),
      ...sessions,
    },
    {
      // https://sinatrarb.com/contrib/cookies.html: `cookie_options[:secure]` is request.secure? unless set.
      id: 'sinatra/contrib-cookies',
      match: { assign: jarElements, target: 'subscript', mentions: /sinatra\/cookies|Sinatra::Cookies/ },
      ...jarWrite,
      default: 'request',
      coveredBy: ['sinatra/cookie-options', ...rackPolicies],
    },
    {
      id: 'sinatra/contrib-cookies',
      docs: 'https://sinatrarb.com/contrib/cookies.html',
      kind: 'write',
      match: { method: 'set', receiver: { names: ['cookies'] }, mentions: /sinatra\/cookies|Sinatra::Cookies/ },
      name: argument(0),
      attributes: rackAttributes(1),
      default: 'request',
      coveredBy: ['sinatra/cookie-options', ...rackPolicies],
    },
    {
      id: 'sinatra/cookie-options',
      docs: 'https://sinatrarb.com/contrib/cookies.html',
      kind: 'policy',
      match: { call: 'set', argument: { 0: ['cookie_options'] } },
      secure: [keyword('secure'), argument(1, 'secure')],
      default: 'off',
    },
    {
      // https://sinatrarb.com/intro.html: Rack's method.
      id: 'sinatra/set-cookie',
      docs: 'https://sinatrarb.com/intro.html',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { names: ['response'] }, mentions: sinatra },
        {
          method: 'set_cookie',
          receiver: { names: ['response'] },
          mentions: routes,
          unlessAround: /Grape::API|<\s*Roda\b|ApplicationController/,
        },
      ],
      name: argument(0),
      value: hash(1, 'value'),
      attributes: rackAttributes(1),
      default: 'off',
      coveredBy: rackPolicies,
    },
  ],
});
