/** Tornado: cookies of a request handler, and the XSRF cookie of an application. */
import { defineRule, keyword, keywords } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf } from './responses.js';

const handler = { names: ['this', 'handler', 'self.handler', 'this.handler'], not: lookAlikes };

export default defineRule({
  id: 'tornado',
  title: 'Tornado',
  languages: ['python'],
  docs: 'https://www.tornadoweb.org/en/stable/web.html#cookies',
  triggers: ['set_cookie', 'set_secure_cookie', 'set_signed_cookie', 'xsrf_cookies'],
  packages: ['tornado'],
  surfaces: [
    {
      id: 'tornado/set-cookie',
      docs: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.set_cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { ...handler, any: true }, imports: modulesOf('tornado') },
        {
          method: 'set_cookie',
          receiver: handler,
          mentions: /\bclass \w+\((?:(?!\bclass )[^)])*Handler\b/,
          unlessImports: ['http.server', 'BaseHTTPServer', 'django'],
        },
      ],
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: keywords({ domain: 2, expires: 3, path: 4 }),
      default: 'off',
    },
    {
      // https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.set_signed_cookie: "secure" in the old name is about signing.
      id: 'tornado/set-secure-cookie',
      docs: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.set_signed_cookie',
      kind: 'write',
      match: [
        { method: 'set_secure_cookie', receiver: { ...handler, any: true } },
        { method: 'set_signed_cookie', receiver: { ...handler, any: true }, imports: modulesOf('tornado') },
      ],
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'off',
    },
    {
      id: 'tornado/xsrf-cookie-kwargs',
      docs: 'https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.settings',
      kind: 'session',
      match: [
        { call: ['tornado.web.Application', 'tornado.web.Application.__init__'] },
        { call: 'super().__init__', imports: modulesOf('tornado'), mentions: /xsrf_cookies/ },
      ],
      needs: [keyword('xsrf_cookies')],
      name: keyword('xsrf_cookie_name'),
      defaultName: '_xsrf',
      session: true,
      attributes: {
        secure: { at: 'argument', name: 'xsrf_cookie_kwargs', path: ['secure'] },
        sameSite: { at: 'argument', name: 'xsrf_cookie_kwargs', path: ['samesite'] },
      },
      default: 'off',
    },
  ],
});
