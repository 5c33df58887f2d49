/** web2py: the session cookie, which `session.secure()` makes Secure, and the cookies of its response. Both names are given to models and controllers. */
import { defineRule, element, key, value } from '../../src/matching/surface.js';

const file = /(?:^|\/)(?:models|controllers)\/[^/]+\.py$/;

export default defineRule({
  id: 'web2py',
  title: 'web2py',
  languages: ['python'],
  docs: 'http://www.web2py.com/books/default/chapter/29/04/the-core#session',
  triggers: ['session.connect', 'response.cookies['],
  surfaces: [
    {
      // https://github.com/web2py/web2py/blob/master/gluon/globals.py: requires_https() calls session.secure() too.
      id: 'web2py/session-secure',
      docs: 'https://github.com/web2py/web2py/blob/master/gluon/globals.py',
      kind: 'session',
      match: { call: 'session.connect', file, argument: { 0: ['request'] } },
      defaultName: 'session_id',
      session: true,
      attributes: { secure: { at: 'called', paths: ['session.secure', 'request.requires_https'] } },
      default: 'off',
      confidence: 'medium',
    },
    {
      id: 'web2py/session-secure',
      kind: 'write',
      match: {
        assign: ['response.cookies.*', 'response.cookies[]'],
        target: 'subscript',
        file,
        unlessImports: ['django', 'flask', 'sanic', 'aiohttp'],
      },
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        maxAge: element('max-age'),
        expires: element('expires'),
        path: element('path'),
      },
      default: 'off',
      confidence: 'medium',
    },
  ],
});
