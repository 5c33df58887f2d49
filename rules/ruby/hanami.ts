/** Hanami: the sessions and cookies of its actions. */
import { defineRule, value } from '../../src/matching/surface.js';
import { jarWrite } from './cookie-options.js';
import { rackPolicies } from './policies.js';

const action = /\bHanami\b|\bdef (?:handle|call)\(/;

export default defineRule({
  id: 'hanami',
  title: 'Hanami',
  languages: ['ruby'],
  docs: 'https://guides.hanamirb.org/v2.2/actions/cookies/',
  triggers: ['actions.sessions', 'actions.cookies', 'response.cookies[', 'res.cookies['],
  packages: ['hanami', 'hanami-controller'],
  surfaces: [
    {
      // https://guides.hanamirb.org/v2.2/actions/sessions/: the options of Rack::Session.
      id: 'hanami/actions-sessions',
      docs: 'https://guides.hanamirb.org/v2.2/actions/sessions/',
      kind: 'session',
      match: { assign: ['config.actions().sessions', '**.actions().sessions'] },
      name: value('1', 'key'),
      defaultName: 'rack.session',
      session: true,
      attributes: { secure: value('1', 'secure'), httpOnly: value('1', 'httponly'), sameSite: value('1', 'same_site') },
      default: 'off',
      coveredBy: rackPolicies,
    },
    {
      // https://guides.hanamirb.org/v2.2/actions/cookies/
      id: 'hanami/actions-cookies',
      match: {
        assign: ['response.cookies().*', 'response.cookies()[]', 'res.cookies().*', 'res.cookies()[]'],
        target: 'subscript',
        mentions: action,
        unlessAround: /ApplicationController/,
      },
      ...jarWrite,
      coveredBy: ['hanami/cookie-defaults', ...rackPolicies],
    },
    {
      // https://guides.hanamirb.org/v2.2/actions/cookies/: the defaults of every cookie but the session's.
      id: 'hanami/cookie-defaults',
      kind: 'policy',
      match: { assign: ['config.actions().cookies', '**.actions().cookies'] },
      secure: value('secure'),
      default: 'off',
    },
  ],
});
