/** Ahoy: the cookies of visits and visitors. */
import { defineRule, fixed, value } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'ahoy',
  title: 'Ahoy',
  languages: ['ruby'],
  docs: 'https://github.com/ankane/ahoy#cookies',
  triggers: ['Ahoy.cookie_options'],
  packages: ['ahoy_matey'],
  surfaces: [
    {
      // https://github.com/ankane/ahoy/blob/master/lib/ahoy.rb
      id: 'ahoy/cookie-options',
      match: { assign: 'Ahoy.cookie_options' },
      kind: 'session',
      default: 'off',
      coveredBy: railsPolicies,
      session: false,
      name: fixed('ahoy_visitor'),
      attributes: { secure: value('secure'), sameSite: value('same_site'), domain: value('domain') },
    },
  ],
});
