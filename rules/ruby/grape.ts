/** Grape: the jar of an endpoint. */
import { defineRule } from '../../src/matching/surface.js';
import { jarElements, jarWrite } from './cookie-options.js';
import { railsPolicies } from './policies.js';

export default defineRule({
  id: 'grape',
  title: 'Grape',
  languages: ['ruby'],
  docs: 'https://github.com/ruby-grape/grape#cookies',
  triggers: ['Grape::API'],
  packages: ['grape'],
  surfaces: [
    {
      // https://github.com/ruby-grape/grape#cookies
      id: 'grape/cookies',
      match: { assign: jarElements, target: 'subscript', mentions: /<\s*Grape::API/ },
      ...jarWrite,
      coveredBy: railsPolicies,
    },
  ],
});
