/** Cookies of component toolkits: Quasar, Ember, ReactUse, Dojo, ExtJS, MooTools, YUI and the Closure Library. */
import { argument, defineRule, options, type CookieSurface } from '../../src/matching/surface.js';

const set = {
  kind: 'client',
  name: argument(0),
  value: argument(1),
  attributes: options(2),
  default: 'off',
} as const satisfies Partial<CookieSurface>;

export default defineRule({
  id: 'toolkit-cookies',
  title: 'Cookies of component toolkits',
  languages: ['javascript'],
  docs: 'https://quasar.dev/quasar-plugins/cookies',
  triggers: [
    ['quasar', 'ookies'],
    ['ember', 'cookies'],
    ['@reactuses/core', 'useCookie'],
    '@analytics/cookie',
    'dojo/cookie',
    'Ext.util.Cookies',
    'Cookie.write(',
    'Y.Cookie',
    'YAHOO.util.Cookie',
    'goog.net.',
    'goog/net/',
    'ngx-cookie',
  ],
  packages: ['quasar', 'ember-cookies', '@reactuses/core', '@analytics/cookie-utils', 'ngx-cookie'],
  surfaces: [
    {
      // https://quasar.dev/quasar-plugins/cookies#write-a-cookie: `$q.cookies` too, and `parseSSR(ctx)` on a server.
      id: 'quasar/cookies-set',
      ...set,
      match: [
        { call: ['quasar.Cookies.set', 'quasar.Cookies.parseSSR().set', 'quasar.useQuasar().cookies.set'], args: [2, 3] },
        { method: 'set', receiver: { names: ['$q.cookies'], paths: ['**.$q.cookies'] }, args: [2, 3] },
      ],
    },
    {
      // https://github.com/mainmatter/ember-cookies#api: a service that is called `cookies` wherever it is injected.
      id: 'ember-cookies/write',
      docs: 'https://github.com/mainmatter/ember-cookies#api',
      ...set,
      match: { method: 'write', receiver: { names: ['cookies', 'cookieService'] }, args: [2, 3], imports: ['@ember'] },
    },
    {
      // https://reactuse.com/browser/usecookie/: the options are js-cookie's, and the hook's second argument.
      id: 'reactuse/use-cookie',
      docs: 'https://reactuse.com/browser/usecookie/',
      ...set,
      match: { call: ['@reactuses/core.useCookie().1'] },
      name: { at: 'maker', index: 0, path: [] },
      value: argument(0),
      attributes: {
        secure: { at: 'maker', index: 1, path: ['secure'] },
        sameSite: { at: 'maker', index: 1, path: ['sameSite'] },
        path: { at: 'maker', index: 1, path: ['path'] },
        domain: { at: 'maker', index: 1, path: ['domain'] },
      },
    },
    {
      // https://github.com/DavidWells/analytics/tree/master/packages/analytics-util-storage-cookie: name, value, seconds, path, domain, secure.
      id: 'analytics-cookie-utils/set-cookie',
      docs: 'https://github.com/DavidWells/analytics/tree/master/packages/analytics-util-storage-cookie',
      ...set,
      match: { call: ['@analytics/cookie-utils.setCookie'], args: [2, 6] },
      attributes: { secure: argument(5), path: argument(3), domain: argument(4), maxAge: argument(2) },
    },
    {
      // https://dojotoolkit.org/reference-guide/1.10/dojo/cookie.html
      id: 'dojo/cookie',
      docs: 'https://dojotoolkit.org/reference-guide/1.10/dojo/cookie.html',
      ...set,
      match: { call: ['dojo/cookie', 'dojo.cookie'], args: [2, 3] },
    },
    {
      // https://docs.sencha.com/extjs/7.0.0/modern/Ext.util.Cookies.html#method-set: name, value, expires, path, domain, secure.
      id: 'extjs/cookies-set',
      docs: 'https://docs.sencha.com/extjs/7.0.0/modern/Ext.util.Cookies.html#method-set',
      ...set,
      match: { call: 'Ext.util.Cookies.set', args: [2, 6] },
      attributes: { secure: argument(5), expires: argument(2), path: argument(3), domain: argument(4) },
      fix: { fill: ['', '', 'null', "'/'", 'null'] },
    },
    {
      // https://mootools.net/core/docs/1.6.0/Utilities/Cookie#Cookie:Cookie-write
      id: 'mootools/cookie-write',
      docs: 'https://mootools.net/core/docs/1.6.0/Utilities/Cookie',
      ...set,
      match: { call: 'Cookie.write', args: [2, 3] },
    },
    {
      // https://clarle.github.io/yui3/yui/docs/cookie/#setting-cookies, https://yui.github.io/yui2/docs/yui_2.9.0_full/cookie/
      id: 'yui/cookie-set',
      docs: 'https://clarle.github.io/yui3/yui/docs/cookie/',
      ...set,
      match: [
        { call: ['YAHOO.util.Cookie.set', 'YAHOO.util.Cookie.setSub'], args: [2, 4] },
        { method: 'set', receiver: { names: ['Y.Cookie'] }, args: [2, 3] },
      ],
    },
    {
      // https://github.com/google/closure-library/blob/master/closure/goog/net/cookies.js: an options object, before 2019 six arguments.
      id: 'closure/cookies-set',
      docs: 'https://github.com/google/closure-library/blob/master/closure/goog/net/cookies.js',
      ...set,
      match: { call: ['goog.net.cookies.set', 'goog.net.Cookies.getInstance().set'], args: [2, 6] },
      attributes: {
        secure: [argument(2, 'secure'), argument(5)],
        sameSite: argument(2, 'sameSite'),
        path: [argument(2, 'path'), argument(3)],
        domain: [argument(2, 'domain'), argument(4)],
        maxAge: argument(2, 'maxAge'),
      },
    },
    {
      // https://github.com/salemdar/ngx-cookie#cookieservice
      id: 'ngx-cookie/put',
      docs: 'https://github.com/salemdar/ngx-cookie#cookieservice',
      ...set,
      match: { method: ['put', 'putObject'], receiver: { types: ['ngx-cookie.CookieService'] }, args: [2, 3], imports: ['ngx-cookie'] },
    },
  ],
});
