/** universal-cookie and the hooks over it, cookie-universal, cookies-next in the browser. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

const setter = { kind: 'client', name: argument(0), value: argument(1), attributes: options(2), default: 'off' } as const;

/** Browsers refuse to remove a cookie whose name has a prefix with a header that says no Secure, as they refuse to set it. */
const remover = { kind: 'client', name: argument(0), attributes: options(1), default: 'off', deletes: { when: 'always' } } as const;

export default defineRule({
  id: 'universal-cookie',
  title: 'universal-cookie',
  languages: ['javascript'],
  docs: 'https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie#setname-value-options',
  triggers: ['universal-cookie', 'react-cookie', '@vueuse/integrations', 'cookie-universal', 'cookies-next', '$cookies', 'cookies.set('],
  packages: ['universal-cookie', 'react-cookie', 'cookie-universal', 'cookies-next'],
  surfaces: [
    {
      // The constructor's second argument holds defaults for every call.
      id: 'universal-cookie/set',
      ...setter,
      match: { call: 'universal-cookie().set' },
      attributes: { ...options(2), secure: [argument(2, 'secure'), { at: 'maker', index: 1, path: ['secure'] }] },
    },
    {
      // https://github.com/bendotcodes/cookies/tree/main/packages/universal-cookie#removename-options
      id: 'universal-cookie/set',
      ...remover,
      match: { call: 'universal-cookie().remove' },
      attributes: { ...options(1), secure: [argument(1, 'secure'), { at: 'maker', index: 1, path: ['secure'] }] },
    },
    {
      // An instance that is handed to react-cookie's provider; what its own calls get is read at them.
      id: 'universal-cookie/default-set-options',
      kind: 'policy',
      match: { call: 'universal-cookie', args: [2, 2], imports: ['react-cookie'] },
      secure: argument(1, 'secure'),
      default: 'off',
    },
    {
      // https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#cookiesprovider: defaults for every hook below it.
      id: 'universal-cookie/default-set-options',
      docs: 'https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#cookiesprovider',
      kind: 'policy',
      match: { call: 'react-cookie.CookiesProvider' },
      secure: argument(0, 'defaultSetOptions', 'secure'),
      default: 'off',
    },
    {
      // https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#usecookiesdependencies-options
      id: 'react-cookie/use-cookies',
      ...setter,
      // The second of the pair that the hook returns, by whatever name.
      match: { call: ['react-cookie.useCookies().1'] },
      coveredBy: ['universal-cookie/default-set-options'],
    },
    {
      // https://github.com/bendotcodes/cookies/tree/main/packages/react-cookie#removecookiename-options
      id: 'react-cookie/use-cookies',
      ...remover,
      match: { call: ['react-cookie.useCookies().2'] },
      coveredBy: ['universal-cookie/default-set-options'],
    },
    {
      // https://vueuse.org/integrations/useCookies/
      id: 'vueuse/use-cookies',
      ...setter,
      match: {
        call: [
          '@vueuse/integrations/useCookies.useCookies().set',
          '@vueuse/integrations.useCookies().set',
          '@vueuse/integrations/useCookies.createCookies()().set',
        ],
      },
    },
    {
      // https://github.com/microcipcip/cookie-universal/tree/master/packages/cookie-universal#api
      id: 'cookie-universal/set',
      ...setter,
      match: [
        { call: 'cookie-universal().set' },
        { method: 'set', receiver: { names: ['this.$cookies', 'app.$cookies', '$cookies'] } },
        // A function that is given the jar.
        {
          method: 'set',
          receiver: { names: ['cookies'] },
          args: [2, 3],
          packages: ['cookie-universal', 'cookie-universal-nuxt', 'universal-cookie'],
        },
      ],
      // Without a manifest it may be vue-cookies, whose sixth argument is Secure.
      attributes: { ...options(2), secure: [argument(2, 'secure'), argument(5)] },
    },
    {
      // https://github.com/andreizanik/cookies-next#client-side-cookies
      id: 'cookies-next/client',
      ...setter,
      match: {
        call: ['cookies-next/client.setCookie', 'cookies-next/client.useSetCookie()', 'cookies-next/client.useCookiesNext().setCookie'],
      },
    },
  ],
});
