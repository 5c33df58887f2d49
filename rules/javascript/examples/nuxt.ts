/** Examples of the surfaces in ../nuxt.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'nuxt/use-cookie': {
    bad: code`
      const token = useCookie('token', { maxAge: 3600 });
      token.value = 'x';
    `,
    good: code`
      const token = useCookie('token', { maxAge: 3600, secure: true });
      token.value = 'x';
    `,
  },
  'nuxt-auth-utils/session': {
    file: 'nuxt.config.ts',
    packages: ['nuxt', 'nuxt-auth-utils'],
    bad: code`
      export default defineNuxtConfig({
        modules: ['nuxt-auth-utils'],
        runtimeConfig: { session: { cookie: { secure: false } } },
      });
    `,
    good: code`
      export default defineNuxtConfig({
        modules: ['nuxt-auth-utils'],
        runtimeConfig: { session: { cookie: { secure: true } } },
      });
    `,
  },
  'nuxt-i18n/cookie-secure': {
    file: 'nuxt.config.ts',
    packages: ['nuxt', '@nuxtjs/i18n'],
    bad: code`
      export default defineNuxtConfig({
        modules: ['@nuxtjs/i18n'],
        i18n: { detectBrowserLanguage: { useCookie: true, cookieKey: 'lang' } },
      });
    `,
    good: code`
      export default defineNuxtConfig({
        modules: ['@nuxtjs/i18n'],
        i18n: { detectBrowserLanguage: { useCookie: true, cookieKey: 'lang', cookieSecure: true } },
      });
    `,
  },
  'sidebase-nuxt-auth/token': {
    file: 'nuxt.config.ts',
    packages: ['nuxt', '@sidebase/nuxt-auth'],
    bad: code`
      export default defineNuxtConfig({
        modules: ['@sidebase/nuxt-auth'],
        auth: { provider: { type: 'local', token: { maxAgeInSeconds: 3600 } } },
      });
    `,
    good: code`
      export default defineNuxtConfig({
        modules: ['@sidebase/nuxt-auth'],
        auth: { provider: { type: 'local', token: { maxAgeInSeconds: 3600, secureCookieAttribute: true } } },
      });
    `,
  },
  'nuxt-auth/cookie': {
    file: 'nuxt.config.js',
    packages: ['nuxt', '@nuxtjs/auth-next'],
    bad: code`
      export default {
        modules: ['@nuxtjs/auth-next'],
        auth: { cookie: { options: { maxAge: 3600 } } },
      };
    `,
    good: code`
      export default {
        modules: ['@nuxtjs/auth-next'],
        auth: { cookie: { options: { maxAge: 3600, secure: true } } },
      };
    `,
  },
  'nuxt-color-mode/cookie-attrs': {
    file: 'nuxt.config.js',
    packages: ['nuxt', '@nuxtjs/color-mode'],
    bad: code`
      export default {
        modules: ['@nuxtjs/color-mode'],
        colorMode: { storage: 'cookie' },
      };
    `,
    good: code`
      export default {
        modules: ['@nuxtjs/color-mode'],
        colorMode: { storage: 'cookie', cookieAttrs: { path: '/', secure: true } },
      };
    `,
  },
  'pinia-persistedstate/cookies': {
    bad: code`
      export const useCart = defineStore('cart', () => ({}), { persist: { storage: piniaPluginPersistedstate.cookies({ sameSite: 'strict' }) } });
    `,
    good: code`
      export const useCart = defineStore('cart', () => ({}), { persist: { storage: piniaPluginPersistedstate.cookies({ sameSite: 'strict', secure: true }) } });
    `,
  },
} satisfies Examples;
