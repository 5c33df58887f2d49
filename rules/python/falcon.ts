/** Falcon: cookies are Secure unless an argument or the response options say otherwise. */
import { defineRule, keyword, value } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responder, responseNames } from './responses.js';

export default defineRule({
  id: 'falcon',
  title: 'Falcon',
  languages: ['python'],
  docs: 'https://falcon.readthedocs.io/en/stable/api/cookies.html#the-secure-attribute',
  triggers: ['set_cookie', 'secure_cookies_by_default'],
  packages: ['falcon'],
  surfaces: [
    {
      // https://falcon.readthedocs.io/en/stable/api/cookies.html#the-secure-attribute: on by default.
      id: 'falcon/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { names: responseNames, any: true, not: lookAlikes }, imports: modulesOf('falcon') },
        {
          method: 'set_cookie',
          receiver: { names: responseNames, not: lookAlikes },
          inFunction: responder,
          unlessImports: modulesOfOthers('falcon'),
        },
      ],
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure', 6),
        httpOnly: keyword('http_only', 7),
        sameSite: keyword('same_site', 8),
        expires: keyword('expires', 2),
        maxAge: keyword('max_age', 3),
        domain: keyword('domain', 4),
        path: keyword('path', 5),
        partitioned: keyword('partitioned', 9),
      },
      default: 'on',
      meaning: { nullIsDefault: true },
    },
    {
      // https://falcon.readthedocs.io/en/stable/api/app.html#falcon.ResponseOptions.secure_cookies_by_default: for every cookie set without `secure`.
      id: 'falcon/resp-options',
      docs: 'https://falcon.readthedocs.io/en/stable/api/app.html#falcon.ResponseOptions.secure_cookies_by_default',
      kind: 'session',
      match: { assign: '**.secure_cookies_by_default' },
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});
