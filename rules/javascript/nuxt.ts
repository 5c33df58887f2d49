/** Nuxt: useCookie, and the cookies of its modules in nuxt.config. */
import { argument, defineRule, options, property, sibling, value } from '../../src/matching/surface.js';

const CONFIG = /(?:^|\/)nuxt\.config\.\w+$/;

const USE_COOKIE = ['useCookie', '#app.useCookie', '#imports.useCookie', 'nuxt/app.useCookie', '#app/composables/cookie.useCookie'];

export default defineRule({
  id: 'nuxt',
  title: 'Nuxt',
  languages: ['javascript'],
  docs: 'https://nuxt.com/docs/api/composables/use-cookie',
  triggers: [
    'useCookie(',
    'piniaPluginPersistedstate.cookies',
    'persistedState.cookies',
    'useCookie<',
    'defineNuxtConfig',
    'detectBrowserLanguage',
    ['auth', 'cookie', 'odules'],
  ],
  packages: ['nuxt', 'nuxt3', '@nuxt/bridge'],
  surfaces: [
    {
      // https://nuxt.com/docs/api/composables/use-cookie: only what is written, or has a default, is sent.
      id: 'nuxt/use-cookie',
      kind: 'write',
      match: { call: USE_COOKIE, writtenOutside: true },
      name: argument(0),
      attributes: options(1),
      default: 'off',
    },
    {
      id: 'nuxt/use-cookie',
      docs: 'https://nuxt.com/docs/api/composables/use-cookie',
      kind: 'write',
      match: { call: USE_COOKIE },
      needs: [property('value'), argument(1, 'default')],
      name: argument(0),
      attributes: options(1),
      default: 'off',
    },
    {
      // https://prazdevs.github.io/pinia-plugin-persistedstate/frameworks/nuxt.html#choosing-a-storage: the options are useCookie's.
      id: 'pinia-persistedstate/cookies',
      docs: 'https://prazdevs.github.io/pinia-plugin-persistedstate/frameworks/nuxt.html#choosing-a-storage',
      kind: 'write',
      match: {
        call: ['piniaPluginPersistedstate.cookies', 'persistedState.cookiesWithOptions', '#imports.piniaPluginPersistedstate.cookies'],
      },
      attributes: options(0),
      default: 'off',
    },
    {
      // https://github.com/atinux/nuxt-auth-utils#session-management: handed to h3's useSession.
      id: 'nuxt-auth-utils/session',
      docs: 'https://github.com/atinux/nuxt-auth-utils#session-management',
      kind: 'session',
      match: { entry: 'session.cookie.secure', file: CONFIG },
      defaultName: 'nuxt-session',
      session: true,
      attributes: { secure: value() },
      default: 'on',
    },
    {
      // https://i18n.nuxtjs.org/docs/api/options#detectbrowserlanguage: the cookie is on by default, `cookieCrossOrigin` forces Secure.
      id: 'nuxt-i18n/cookie-secure',
      docs: 'https://i18n.nuxtjs.org/docs/api/options#detectbrowserlanguage',
      kind: 'session',
      // Modules hand it to `installModule` and `requireModule`.
      match: [
        { entry: 'detectBrowserLanguage', file: CONFIG },
        { entry: 'detectBrowserLanguage', packages: ['@nuxtjs/i18n', 'nuxt-i18n'] },
      ],
      unlessFalse: [value(), value('useCookie')],
      name: value('cookieKey'),
      defaultName: 'i18n_redirected',
      session: false,
      attributes: { secure: [value('cookieSecure'), value('cookieCrossOrigin')] },
      default: 'off',
    },
    {
      // https://color-mode.nuxtjs.org/#configuration: localStorage unless the storage is `cookie`.
      id: 'nuxt-color-mode/cookie-attrs',
      docs: 'https://color-mode.nuxtjs.org/#configuration',
      kind: 'client',
      match: { entry: 'colorMode.storage', file: CONFIG },
      needs: [{ at: 'part', of: value(), pattern: /^(cookie)$/ }],
      name: sibling('storageKey'),
      defaultName: 'nuxt-color-mode',
      session: false,
      attributes: { secure: { at: 'sibling', key: 'cookieAttrs', path: ['secure'] } },
      default: 'off',
    },
    {
      id: 'sidebase-nuxt-auth/token',
      docs: 'https://auth.sidebase.io/guide/local/quick-start',
      kind: 'session',
      match: { entry: 'provider.token', file: CONFIG },
      name: value('cookieName'),
      defaultName: 'auth.token',
      session: true,
      attributes: { secure: value('secureCookieAttribute'), sameSite: value('sameSiteAttribute') },
      default: 'off',
    },
    {
      // https://auth.nuxtjs.org/api/options#cookie (Nuxt 2)
      id: 'nuxt-auth/cookie',
      docs: 'https://auth.nuxtjs.org/api/options#cookie',
      kind: 'session',
      match: { entry: 'auth.cookie', file: CONFIG },
      unlessFalse: [value()],
      defaultName: 'auth._token.local',
      session: true,
      attributes: { secure: value('options', 'secure'), sameSite: value('options', 'sameSite') },
      default: 'off',
    },
  ],
});
