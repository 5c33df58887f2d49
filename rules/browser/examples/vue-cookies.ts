/** Examples of the surfaces in ../vue-cookies.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'vue-cookies/set': {
    bad: code`
      import VueCookies from 'vue-cookies';
      VueCookies.set('theme', 'dark', '7d');
    `,
    good: code`
      import VueCookies from 'vue-cookies';
      VueCookies.set('theme', 'dark', '7d', undefined, undefined, true);
    `,
  },
  'vue-cookies/config': {
    packages: ['vue', 'vue-cookies'],
    bad: code`
      import VueCookies from 'vue-cookies';

      app.use(VueCookies, { expires: '7d' });
      $cookies.set('sid', id);
    `,
    good: code`
      import VueCookies from 'vue-cookies';

      app.use(VueCookies, { expires: '7d', secure: true });
      $cookies.set('sid', id);
    `,
  },
  'ngx-cookie-service/set': {
    bad: "this.cookieService.set('token', jwt, 7, '/');",
    good: "this.cookieService.set('token', jwt, 7, '/', undefined, true);",
  },
  'angularjs/cookies-put': {
    bad: code`
      angular.module('app').controller('Theme', function ($cookies) {
        $cookies.put('theme', 'dark');
      });
    `,
    good: code`
      angular.module('app').controller('Theme', function ($cookies) {
        $cookies.put('theme', 'dark', { secure: true });
      });
    `,
  },
  'angularjs/cookies-defaults': {
    bad: code`
      angular.module('app').controller('Theme', function ($cookies) {
        $cookies.put('theme', 'dark');
      });
    `,
    good: code`
      angular.module('app').config(function ($cookiesProvider) {
        $cookiesProvider.defaults.secure = true;
      });
      angular.module('app').controller('Theme', function ($cookies) {
        $cookies.put('theme', 'dark');
      });
    `,
  },
  'vue-cookie/set': {
    bad: "this.$cookie.set('theme', 'dark', 1);",
    good: "this.$cookie.set('theme', 'dark', { expires: 1, secure: true });",
  },
} satisfies Examples;
