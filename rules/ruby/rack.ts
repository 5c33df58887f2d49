/** Rack: the session middleware, and the functions that write a Set-Cookie header. */
import { argument, defineRule, keyword, type Place } from '../../src/matching/surface.js';
import { rackPolicies, railsPolicies } from './policies.js';
import { rackAttributes } from './cookie-options.js';

const store = /^(?:::)?Rack::Session::\w+/;
/** In a `config.ru` without Rails' own stack, which Rails' rule knows. */
const anyStore = /^(?:::)?(?:Rack|ActionDispatch)::Session::\w+/;
/** https://github.com/rack/rack-session/blob/main/lib/rack/session/abstract/id.rb: what stores of one's own derive from. */
const stores = ['Rack.Session.**', 'ActionDispatch.Session.**'];
/** A store's own option, default or override. */
const ownSecure = /\bsecure\b/;
const positional = (index: number, name: string): readonly Place[] => [keyword(name), argument(index, name)];

export default defineRule({
  id: 'rack',
  title: 'Rack',
  languages: ['ruby'],
  docs: 'https://rubydoc.info/gems/rack/Rack/Utils#set_cookie_header-class_method',
  triggers: ['Rack::Session', 'Session,', 'Session\n', 'Session\r', 'SessionStore', 'set_cookie', 'add_cookie_to_header'],
  packages: ['rack'],
  surfaces: [
    {
      // https://github.com/rack/rack-session/blob/main/lib/rack/session/abstract/id.rb: with `secure` it sends no cookie over HTTP.
      id: 'rack/session-middleware',
      docs: 'https://github.com/rack/rack-session/blob/main/lib/rack/session/abstract/id.rb',
      kind: 'session',
      match: [
        { call: 'use', source: { 0: anyStore } },
        { method: ['use', 'unshift'], receiver: { any: true, sure: true }, source: { 0: store } },
        { method: ['insert_before', 'insert_after', 'swap'], receiver: { any: true, sure: true }, source: { 1: store } },
        { call: 'use', derived: { 0: { from: stores, unlessSays: ownSecure } } },
        { method: ['use', 'unshift'], receiver: { any: true, sure: true }, derived: { 0: { from: stores, unlessSays: ownSecure } } },
        {
          method: ['insert_before', 'insert_after', 'swap'],
          receiver: { any: true, sure: true },
          derived: { 1: { from: stores, unlessSays: ownSecure } },
        },
      ],
      name: positional(1, 'key'),
      defaultName: 'rack.session',
      session: true,
      attributes: {
        secure: positional(1, 'secure'),
        httpOnly: positional(1, 'httponly'),
        sameSite: positional(1, 'same_site'),
        domain: positional(1, 'domain'),
        path: positional(1, 'path'),
      },
      otherwise: { httpOnly: true },
      default: 'off',
      coveredBy: rackPolicies,
    },
    {
      // A store that decides by itself is not followed, unless it is given the option.
      id: 'rack/session-middleware',
      kind: 'session',
      match: [
        { call: 'use', derived: { 0: { from: stores, says: ownSecure } } },
        { method: ['use', 'unshift'], receiver: { any: true, sure: true }, derived: { 0: { from: stores, says: ownSecure } } },
        {
          method: ['insert_before', 'insert_after', 'swap'],
          receiver: { any: true, sure: true },
          derived: { 1: { from: stores, says: ownSecure } },
        },
      ],
      name: positional(1, 'key'),
      defaultName: 'rack.session',
      session: true,
      attributes: { secure: [...positional(1, 'secure'), { at: 'elsewhere', by: 'the class of the session store decides' }] },
      default: 'off',
      coveredBy: rackPolicies,
    },
    {
      // https://github.com/rack/rack/blob/main/lib/rack/utils.rb: any truthy value counts.
      id: 'rack/set-cookie',
      docs: 'https://github.com/rack/rack/blob/main/lib/rack/utils.rb',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { paths: ['Rack.Response.new()', 'Rack.Response.[]()', 'Rack.Response.finish()'] } },
        { call: 'Rack.Utils.set_cookie_header' },
      ],
      name: argument(0),
      value: { at: 'argument', index: 1, path: ['value'], plain: true },
      attributes: rackAttributes(1),
      default: 'off',
      coveredBy: railsPolicies,
    },
    {
      // https://github.com/rack/rack/blob/main/lib/rack/utils.rb: the same behind the headers or the header to add to.
      id: 'rack/set-cookie',
      docs: 'https://github.com/rack/rack/blob/main/lib/rack/utils.rb',
      kind: 'write',
      match: { call: ['Rack.Utils.set_cookie_header!', 'Rack.Utils.add_cookie_to_header'] },
      name: argument(1),
      value: { at: 'argument', index: 2, path: ['value'], plain: true },
      attributes: rackAttributes(2),
      default: 'off',
      coveredBy: railsPolicies,
    },
  ],
});
