/** Robyn: cookies written on a response, and its sessions. */
import { defineRule, keyword } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, responseNames } from './responses.js';

export default defineRule({
  id: 'robyn',
  title: 'Robyn',
  languages: ['python'],
  docs: 'https://robyn.tech/documentation/api_reference/cookies',
  triggers: ['set_cookie', 'configure_sessions'],
  packages: ['robyn'],
  surfaces: [
    {
      id: 'robyn/set-cookie',
      docs: 'https://github.com/sparckles/Robyn/blob/main/robyn/robyn.pyi',
      kind: 'write',
      match: [
        {
          method: 'set_cookie',
          receiver: { paths: ['robyn.**'], types: ['robyn.Response'], names: responseNames, any: true, not: lookAlikes },
          imports: modulesOf('robyn'),
        },
        {
          method: 'set_cookie',
          receiver: { paths: ['robyn.Response()'] },
          mentions: /\bResponse\(status_code=\d+, headers=\{.*\}, description=/,
        },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure'),
        httpOnly: keyword('http_only'),
        sameSite: keyword('same_site'),
        maxAge: keyword('max_age'),
        expires: keyword('expires'),
        path: keyword('path'),
        domain: keyword('domain'),
      },
      default: 'off',
    },
    {
      id: 'robyn/set-cookie',
      kind: 'session',
      match: { method: 'configure_sessions', receiver: { any: true }, imports: modulesOf('robyn') },
      name: keyword('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('secure') },
      default: 'off',
    },
  ],
});
