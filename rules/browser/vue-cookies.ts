/** Cookie services of Vue and Angular, whose calls take the attributes by position. */
import { argument, defineRule, type CookieSurface } from '../../src/matching/surface.js';

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
  triggers: ['vue-cookies', 'vue3-cookies', '$cookies', 'ngx-cookie-service', 'CookieService', 'VueCookies'],
  packages: ['vue-cookies', 'vue3-cookies', 'ngx-cookie-service'],
  surfaces: [
    {
      // https://github.com/cmp-cc/vue-cookies#api-options; cookie-universal-nuxt has the same receiver and an options object.
      id: 'vue-cookies/set',
      docs: 'https://github.com/cmp-cc/vue-cookies#api-options',
      kind: 'client',
      match: [
        { call: ['vue-cookies.set', 'VueCookies.set', 'vue3-cookies.useCookies().cookies.set'] },
        { method: 'set', receiver: { names: ['$cookies', 'this.$cookies'], paths: ['vue.inject()', 'vue-cookies.useCookies()'] }, packages: ['vue-cookies', 'vue3-cookies'] },
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
      id: 'ngx-cookie-service/set',
      docs: 'https://github.com/stevermeister/ngx-cookie-service#set-name-string-value-string-expires-number--date-path-string-domain-string-secure-boolean-samesite-lax--strict--none-partitioned-boolean--void',
      kind: 'client',
      match: { method: 'set', receiver: { types: ['ngx-cookie-service.CookieService', 'CookieService', 'SsrCookieService'], paths: ['@angular/core.inject()'], names: ['cookieService', 'this.cookieService', '_cookieService', 'this._cookieService'] }, imports: ['ngx-cookie-service', 'ngx-cookie-service-ssr'] },
      name: argument(0),
      value: argument(1),
      attributes: positional,
      default: 'off',
    },
    {
      id: 'ngx-cookie-service/set',
      kind: 'client',
      match: { method: 'set', receiver: { names: ['this.cookieService', 'cookieService'] }, args: [2, 8], unlessImports: ['ngx-cookie', 'ngx-cookie-service'] },
      name: argument(0),
      value: argument(1),
      attributes: positional,
      default: 'off',
      confidence: 'medium',
    },
  ],
});
