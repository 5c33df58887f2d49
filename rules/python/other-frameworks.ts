/** web.py, Zope and Plone, Odoo, BlackSheep, Masonite, Emmett and Twisted. */
import { argument, defineRule, keyword, keywords, value } from '../../src/matching/surface.js';
import { lookAlikes, responseNames } from './responses.js';
import { werkzeugMeaning } from './werkzeug.js';

export const webPy = defineRule({
  id: 'web.py',
  title: 'web.py',
  languages: ['python'],
  docs: 'https://webpy.org/cookbook/cookies',
  triggers: ['setcookie(', 'web.session', 'session_parameters'],
  packages: ['web.py'],
  surfaces: [
    {
      // https://github.com/webpy/webpy/blob/master/web/webapi.py
      id: 'webpy/setcookie',
      docs: 'https://github.com/webpy/webpy/blob/master/web/webapi.py',
      kind: 'write',
      match: { call: ['web.setcookie', 'web.webapi.setcookie'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure', 4),
        httpOnly: keyword('httponly', 5),
        path: keyword('path', 6),
        sameSite: keyword('samesite', 7),
        expires: keyword('expires', 2),
        domain: keyword('domain', 3),
      },
      default: 'off',
    },
    {
      // https://webpy.org/docs/0.3/sessions: `web.config.session_parameters['secure']`, which is False.
      id: 'webpy/session',
      docs: 'https://github.com/webpy/webpy/blob/master/web/session.py',
      kind: 'session',
      match: { call: 'web.session.Session' },
      defaultName: 'webpy_session_id',
      session: true,
      attributes: { secure: keyword('secure') },
      default: 'off',
      decidedBy: ['webpy/session-parameters'],
    },
    {
      id: 'webpy/session-parameters',
      docs: 'https://webpy.org/docs/0.3/sessions',
      kind: 'session',
      match: { assign: ['**.session_parameters.secure'] },
      defaultName: 'webpy_session_id',
      session: true,
      attributes: { secure: value() },
      default: 'off',
    },
  ],
});

export const zope = defineRule({
  id: 'zope',
  title: 'Zope / Plone',
  languages: ['python'],
  docs: 'https://zope.readthedocs.io/en/latest/zopebook/AppendixB.html#response',
  triggers: ['setCookie('],
  packages: ['Zope', 'Plone', 'Products.CMFPlone'],
  surfaces: [
    {
      // https://github.com/zopefoundation/Zope/blob/master/src/ZPublisher/HTTPResponse.py: attributes are keywords, none is a default.
      id: 'zope/set-cookie',
      docs: 'https://github.com/zopefoundation/Zope/blob/master/src/ZPublisher/HTTPResponse.py',
      kind: 'write',
      match: { method: 'setCookie', receiver: { names: ['response', 'RESPONSE', 'resp'], not: lookAlikes }, args: [2, 12] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('secure'),
        httpOnly: keyword('http_only'),
        sameSite: keyword('same_site'),
        path: keyword('path'),
        domain: keyword('domain'),
        maxAge: keyword('max_age'),
        expires: keyword('expires'),
      },
      default: 'off',
    },
  ],
});

export const odoo = defineRule({
  id: 'odoo',
  title: 'Odoo',
  languages: ['python'],
  docs: 'https://github.com/odoo/odoo/blob/18.0/odoo/http.py',
  triggers: ['set_cookie'],
  packages: ['odoo'],
  surfaces: [
    {
      // https://github.com/odoo/odoo/blob/18.0/odoo/http.py: Werkzeug's signature, and the kind of the cookie.
      id: 'odoo/set-cookie',
      kind: 'write',
      match: {
        method: 'set_cookie',
        receiver: { paths: ['odoo.http.request.**'], names: [...responseNames, 'future_response'], not: lookAlikes },
        imports: ['odoo', 'openerp'],
      },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
      meaning: werkzeugMeaning,
    },
  ],
});

export const blacksheep = defineRule({
  id: 'blacksheep',
  title: 'BlackSheep',
  languages: ['python'],
  docs: 'https://www.neoteroi.dev/blacksheep/responses/#setting-cookies',
  triggers: ['Cookie(', 'use_sessions('],
  packages: ['blacksheep'],
  surfaces: [
    {
      // https://github.com/Neoteroi/BlackSheep/blob/main/blacksheep/cookies.pyi
      id: 'blacksheep/cookie',
      kind: 'write',
      match: { call: ['blacksheep.Cookie', 'blacksheep.cookies.Cookie'] },
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: {
        secure: keyword('secure', 6),
        httpOnly: keyword('http_only', 5),
        sameSite: keyword('same_site', 8),
        path: keyword('path', 4),
        domain: keyword('domain', 3),
        expires: keyword('expires', 2),
        maxAge: keyword('max_age', 7),
      },
      default: 'off',
    },
    {
      // https://github.com/Neoteroi/BlackSheep/blob/main/blacksheep/sessions/__init__.py: there is no argument for it.
      id: 'blacksheep/sessions',
      docs: 'https://www.neoteroi.dev/blacksheep/sessions/',
      kind: 'session',
      match: { method: 'use_sessions', receiver: { any: true, sure: true }, imports: ['blacksheep'] },
      name: keyword('session_cookie', 1),
      defaultName: 'session',
      session: true,
      attributes: { secure: keyword('secure') },
      default: 'off',
      fix: { unsafe: 'BlackSheep has no option for it: write the cookie in a middleware of your own' },
    },
  ],
});

export const masonite = defineRule({
  id: 'masonite',
  title: 'Masonite',
  languages: ['python'],
  docs: 'https://docs.masoniteproject.com/the-basics/request#cookies',
  triggers: ['.cookie('],
  packages: ['masonite'],
  surfaces: [
    {
      // https://github.com/MasoniteFramework/masonite/blob/4.0/src/masonite/cookies/Cookie.py
      id: 'masonite/response-cookie',
      docs: 'https://github.com/MasoniteFramework/masonite/blob/4.0/src/masonite/cookies/Cookie.py',
      kind: 'write',
      match: {
        method: 'cookie',
        receiver: { names: ['response'], types: ['masonite.response.Response'] },
        args: [2, 8],
        packages: ['masonite'],
      },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('secure'),
        httpOnly: keyword('http_only'),
        sameSite: keyword('samesite'),
        expires: keyword('expires'),
        path: keyword('path'),
      },
      default: 'off',
    },
  ],
});

export const emmett = defineRule({
  id: 'emmett',
  title: 'Emmett',
  languages: ['python'],
  docs: 'https://emmett.sh/docs/latest/sessions',
  triggers: ['SessionManager.'],
  packages: ['emmett'],
  surfaces: [
    {
      id: 'emmett/session-manager',
      kind: 'session',
      match: {
        call: ['emmett.sessions.SessionManager.cookies', 'emmett.sessions.SessionManager.files', 'emmett.sessions.SessionManager.redis'],
      },
      name: keyword('cookie_name'),
      defaultName: 'emt_session',
      session: true,
      attributes: { secure: keyword('secure'), sameSite: keyword('samesite'), domain: keyword('domain') },
      default: 'off',
    },
  ],
});

export const twisted = defineRule({
  id: 'twisted',
  title: 'Twisted',
  languages: ['python'],
  docs: 'https://docs.twisted.org/en/stable/api/twisted.web.http.Request.html#addCookie',
  triggers: ['addCookie('],
  packages: ['twisted', 'Twisted'],
  surfaces: [
    {
      id: 'twisted/add-cookie',
      kind: 'write',
      match: {
        method: 'addCookie',
        receiver: {
          names: ['request', 'req'],
          types: ['twisted.web.server.Request', 'twisted.web.http.Request', 'twisted.web.iweb.IRequest'],
        },
        args: [2, 10],
      },
      name: keyword('k', 0),
      value: keyword('v', 1),
      attributes: {
        secure: keyword('secure', 7),
        httpOnly: keyword('httpOnly', 8),
        sameSite: keyword('sameSite', 9),
        path: keyword('path', 4),
        domain: keyword('domain', 3),
        maxAge: keyword('max_age', 5),
        expires: keyword('expires', 2),
      },
      default: 'off',
    },
  ],
});
