/** Bottle: `response.set_cookie`, whose `secret` signs and does not make the cookie Secure. */
import { defineRule, keyword, keywords } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, responseNames } from './responses.js';

export default defineRule({
  id: 'bottle',
  title: 'Bottle',
  languages: ['python'],
  docs: 'https://bottlepy.org/docs/dev/api.html#bottle.BaseResponse.set_cookie',
  triggers: ['set_cookie'],
  packages: ['bottle'],
  surfaces: [
    {
      // https://bottlepy.org/docs/dev/api.html#bottle.BaseResponse.set_cookie
      id: 'bottle/set-cookie',
      kind: 'write',
      match: {
        method: 'set_cookie',
        receiver: { paths: ['bottle.**'], names: responseNames, any: true, not: lookAlikes },
        imports: modulesOf('bottle'),
      },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'off',
    },
  ],
});
