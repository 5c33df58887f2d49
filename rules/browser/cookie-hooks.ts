/** Hooks that keep a piece of state in a cookie, and small libraries with the call of js-cookie. */
import { argument, defineRule, options, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** The hook is given the name, the setter that it returns the value and the options. */
const hook = (id: string, calls: readonly string[], attributes: CookieSurface['attributes'] = options(1)): CookieSurface => ({
  id,
  kind: 'client',
  match: { call: calls },
  name: { at: 'maker', index: 0, path: [] },
  value: argument(0),
  attributes,
  default: 'off',
});

const call = (id: string, calls: readonly string[], attributes: CookieSurface['attributes'] = options(2)): CookieSurface => ({
  id,
  kind: 'client',
  match: { call: calls, args: [2, 3] },
  name: argument(0),
  value: argument(1),
  attributes,
  default: 'off',
});

/** Options that are written out as they are spelt; browsers read names of attributes without case. */
const spelt = (index: number): CookieSurface['attributes'] => ({
  secure: [argument(index, 'Secure'), argument(index, 'secure')],
  sameSite: [argument(index, 'SameSite'), argument(index, 'sameSite')],
  path: argument(index, 'path'),
  domain: argument(index, 'domain'),
});

const ofMaker = (key: string): Place => ({ at: 'maker', index: 1, path: [key] });

export default defineRule({
  id: 'cookie-hooks',
  title: 'Cookie hooks and small libraries',
  languages: ['javascript'],
  docs: 'https://github.com/tylerlong/react-use-cookie#setcookie',
  triggers: [
    'es-cookie',
    'ostrio:cookies',
    'react-use-cookie',
    ['react-use', 'ookie'],
    ['ahooks', 'ookie'],
    'react-cookies',
    'cookie-cutter',
    'cookiejs',
    'cookies-js',
    ['@solid-primitives/storage', 'ookie'],
    'next-client-cookies',
  ],
  packages: [
    'react-use-cookie',
    'react-use',
    'ahooks',
    'react-cookies',
    'cookie-cutter',
    'cookiejs',
    'cookies-js',
    '@solid-primitives/storage',
    'next-client-cookies',
  ],
  surfaces: [
    // https://www.npmjs.com/package/react-use-cookie: options that are true become an attribute, false ones none.
    hook('react-use-cookie/set', ['react-use-cookie().1'], spelt(1)),
    call('react-use-cookie/set', ['react-use-cookie.setCookie'], spelt(2)),
    // https://github.com/streamich/react-use/blob/master/docs/useCookie.md: the options are js-cookie's.
    hook('react-use/use-cookie', ['react-use.useCookie().1', 'react-use/lib/useCookie().1', 'react-use/esm/useCookie().1']),
    // https://ahooks.js.org/hooks/use-cookie-state: those of the call go over those of the hook.
    hook('ahooks/use-cookie-state', ['ahooks.useCookieState().1', 'ahooks/lib/useCookieState().1', 'ahooks/es/useCookieState().1'], {
      ...options(1),
      secure: [argument(1, 'secure'), ofMaker('secure')],
      sameSite: [argument(1, 'sameSite'), ofMaker('sameSite')],
    }),
    // https://github.com/bukinoshita/react-cookies#cookiesavename-value-options
    call('react-cookies/save', ['react-cookies.save', 'react-cookies.default.save']),
    // https://github.com/substack/cookie-cutter#set, https://github.com/jaywcjlove/cookie.js, https://github.com/ScottHamper/Cookies
    call('cookie-cutter/set', ['cookie-cutter.set', 'cookie-cutter().set']),
    call('cookiejs/set', ['cookiejs.set', 'cookiejs']),
    call('cookies-js/set', ['cookies-js.set', 'cookies-js']),
    // https://github.com/theodorejb/es-cookie#basic-usage, https://github.com/veliovgroup/meteor-cookies#api
    call('es-cookie/set', ['es-cookie.set', 'meteor/ostrio:cookies.Cookies().set']),
    // https://primitives.solidjs.community/package/storage#cookiestorage
    call('solid-primitives/cookie-storage', ['@solid-primitives/storage.cookieStorage.setItem']),
    // https://github.com/moshest/next-client-cookies#api-reference
    call('next-client-cookies/set', ['next-client-cookies.useCookies().set']),
  ],
});
