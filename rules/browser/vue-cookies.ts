/** Cookie services of Vue and Angular, whose calls take the attributes by position. */
import { argument, defineRule, options, value, type CookieSurface } from '../../src/matching/surface.js';

/** `set(name, value, expires, path, domain, secure, sameSite, partitioned)`, as both services have it. */
const positional: CookieSurface['attributes'] = {
  secure: [argument(5), argument(2, 'secure')],
  expires: argument(2),
  path: argument(3),
  domain: argument(4),
  sameSite: [argument(6), argument(2, 'sameSite')],
  partitioned: [argument(7), argument(2, 'partitioned')],
};

export default defineRule({
  id: 'cookie-service',
  title: 'Vue and Angular cookie services',
  languages: ['javascript'],
  docs: 'https://github.com/cmp-cc/vue-cookies#set-a-cookie',
  triggers: [
    'vue-cookies',
    'vue-cookie',
    '$cookie.',
    '$cookieStore',
    '$cookiesProvider',
    'vue3-cookies',
    '$cookies',
    'ngx-cookie-service',
    'CookieService',
    'VueCookies',
  ],
  packages: ['vue-cookies', 'vue3-cookies', 'ngx-cookie-service'],
  surfaces: [
    {
      // https://github.com/cmp-cc/vue-cookies#api-options; cookie-universal-nuxt has the same receiver and an options object.
      id: 'vue-cookies/set',
      docs: 'https://github.com/cmp-cc/vue-cookies#api-options',
      kind: 'client',
      match: [
        { call: ['vue-cookies.set', 'VueCookies.set', 'vue3-cookies.useCookies().cookies.set'] },
        {
          method: 'set',
          receiver: { names: ['$cookies', 'this.$cookies'], paths: ['vue.inject()', 'vue-cookies.useCookies()'] },
          packages: ['vue-cookies', 'vue3-cookies'],
        },
      ],
      name: argument(0),
      value: argument(1),
      attributes: positional,
      default: 'off',
      coveredBy: ['vue-cookies/config'],
    },
    {
      id: 'vue-cookies/config',
      kind: 'policy',
      match: [
        { call: ['vue-cookies.config', 'VueCookies.config', '**.$cookies.config'] },
        { method: 'use', receiver: { any: true }, source: { 0: /^VueCookies$/ } },
      ],
      secure: [argument(1, 'secure'), argument(3)],
      default: 'off',
    },
    {
      // https://docs.angularjs.org/api/ngCookies/service/$cookies#put: the service is injected under its name.
      id: 'angularjs/cookies-put',
      docs: 'https://docs.angularjs.org/api/ngCookies/service/$cookies#put',
      kind: 'client',
      match: { method: ['put', 'putObject'], receiver: { names: ['$cookies', '$cookieStore'] }, args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
      coveredBy: ['angularjs/cookies-defaults'],
      ownWins: true,
    },
    {
      // https://docs.angularjs.org/api/ngCookies/provider/$cookiesProvider
      id: 'angularjs/cookies-defaults',
      docs: 'https://docs.angularjs.org/api/ngCookies/provider/$cookiesProvider',
      kind: 'policy',
      match: { assign: '**.$cookiesProvider.defaults' },
      secure: value('secure'),
      default: 'off',
    },
    {
      id: 'angularjs/cookies-defaults',
      docs: 'https://docs.angularjs.org/api/ngCookies/provider/$cookiesProvider',
      kind: 'policy',
      match: { assign: '**.$cookiesProvider.defaults.secure' },
      secure: value(),
      default: 'off',
    },
    {
      // https://github.com/alfhen/vue-cookie#api: options by their names, or the days.
      id: 'vue-cookie/set',
      docs: 'https://github.com/alfhen/vue-cookie',
      kind: 'client',
      match: [
        { method: 'set', receiver: { names: ['this.$cookie', 'Vue.$cookie', '$cookie'] }, args: [2, 4] },
        { call: ['vue-cookie.set'] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      id: 'ngx-cookie-service/set',
      docs: 'https://github.com/stevermeister/ngx-cookie-service#set-name-string-value-string-expires-number--date-path-string-domain-string-secure-boolean-samesite-lax--strict--none-partitioned-boolean--void',
      kind: 'client',
      match: {
        method: 'set',
        receiver: {
          types: ['ngx-cookie-service.CookieService', 'CookieService', 'SsrCookieService'],
          paths: ['@angular/core.inject()'],
          names: ['cookieService', 'this.cookieService', '_cookieService', 'this._cookieService'],
        },
        imports: ['ngx-cookie-service', 'ngx-cookie-service-ssr'],
      },
      name: argument(0),
      value: argument(1),
      attributes: positional,
      default: 'off',
    },
    {
      id: 'ngx-cookie-service/set',
      kind: 'client',
      match: {
        method: 'set',
        receiver: { names: ['this.cookieService', 'cookieService'] },
        args: [2, 8],
        unlessImports: ['ngx-cookie', 'ngx-cookie-service'],
      },
      name: argument(0),
      value: argument(1),
      attributes: positional,
      default: 'off',
      confidence: 'medium',
    },
  ],
});
