/** Clearance: the remember token. */
import { defineRule, lambda } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'clearance',
  title: 'Clearance',
  languages: ['ruby'],
  docs: 'https://github.com/thoughtbot/clearance#configure',
  triggers: ['Clearance.configure'],
  packages: ['clearance'],
  surfaces: [
    {
      // https://github.com/thoughtbot/clearance/blob/main/lib/clearance/configuration.rb
      id: 'clearance/secure-cookie',
      match: { call: 'Clearance.configure' },
      kind: 'session',
      session: true,
      default: 'off',
      coveredBy: railsPolicies,
      name: lambda('cookie_name'),
      defaultName: 'remember_token',
      attributes: { secure: lambda('secure_cookie'), httpOnly: lambda('httponly'), sameSite: lambda('same_site') },
    },
  ],
});
