/** Authlogic: the credentials cookie of a session class. */
import { argument, defineRule } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'authlogic',
  title: 'Authlogic',
  languages: ['ruby'],
  docs: 'https://github.com/binarylogic/authlogic',
  triggers: ['Authlogic::Session'],
  packages: ['authlogic'],
  surfaces: [
    {
      // https://github.com/binarylogic/authlogic/blob/master/lib/authlogic/session/base.rb: on unless the class says otherwise.
      id: 'authlogic/secure',
      match: { call: 'secure', args: [1, 1], mentions: /Authlogic::Session::Base/ },
      kind: 'session',
      session: true,
      coveredBy: railsPolicies,
      defaultName: 'user_credentials',
      attributes: { secure: argument(0) },
      default: 'on',
    },
  ],
});
