/** Sorcery: the remember-me submodule. */
import { defineRule, value } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'sorcery',
  title: 'Sorcery',
  languages: ['ruby'],
  docs: 'https://github.com/Sorcery/sorcery/wiki/Remember-Me',
  triggers: ['sorcery.submodules'],
  packages: ['sorcery'],
  surfaces: [
    {
      // https://github.com/Sorcery/sorcery/blob/main/lib/sorcery/controller/submodules/remember_me.rb: has no option for Secure.
      id: 'sorcery/remember-me',
      match: { assign: '**.sorcery().submodules', mentions: /:remember_me\b/ },
      kind: 'session',
      session: true,
      default: 'off',
      coveredBy: railsPolicies,
      defaultName: 'remember_me_token',
      attributes: { secure: value('secure') },
      fix: {
        byHand:
          'Set `config.force_ssl = true` in config/environments/production.rb. There is no edit: Sorcery has no setting for it, and that switch changes the whole application.',
      },
    },
  ],
});
