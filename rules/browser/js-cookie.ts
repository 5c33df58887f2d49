/** js-cookie, and the libraries with the same call: a name, a value, and attributes by their names. */
import { argument, defineRule, options, value } from '../../src/matching/surface.js';

const setter = { kind: 'client', name: argument(0), value: argument(1), attributes: options(2), default: 'off' } as const;

/** Browsers refuse to remove a cookie whose name has a prefix with a header that says no Secure, as they refuse to set it. */
const remover = { kind: 'client', name: argument(0), attributes: options(1), default: 'off', deletes: { when: 'always' } } as const;

export default defineRule({
  id: 'js-cookie',
  title: 'js-cookie',
  languages: ['javascript'],
  docs: 'https://github.com/js-cookie/js-cookie#secure',
  triggers: [
    'js-cookie',
    'Cookies.set',
    'typescript-cookie',
    'tiny-cookie',
    '.cookie(',
    'universal-cookie',
    'react-cookie',
    'useCookies',
    'cookies-next',
    'cookie-storage',
    'browser-cookies',
  ],
  packages: ['js-cookie', 'typescript-cookie', 'tiny-cookie', 'jquery.cookie', 'cookie-storage'],
  surfaces: [
    {
      // https://github.com/js-cookie/js-cookie#basic-usage; the global is there when the library comes by a script tag.
      id: 'js-cookie/set',
      ...setter,
      match: [
        { call: ['js-cookie.set', 'js-cookie.withConverter().set', 'js-cookie.noConflict().set'] },
        { call: ['Cookies.set', 'window.Cookies.set'], unlessImports: ['cookies', 'universal-cookie'] },
      ],
    },
    {
      // https://github.com/js-cookie/js-cookie/blob/main/src/api.mjs: an empty value that is set with the attributes that the call has.
      id: 'js-cookie/set',
      ...remover,
      match: [
        { call: ['js-cookie.remove', 'js-cookie.noConflict().remove'] },
        { call: ['Cookies.remove', 'window.Cookies.remove'], unlessImports: ['cookies', 'universal-cookie'] },
      ],
    },
    {
      // https://github.com/js-cookie/js-cookie#cookie-attributes: the defaults of the object that withAttributes returns.
      id: 'js-cookie/with-attributes',
      docs: 'https://github.com/js-cookie/js-cookie#cookie-attributes',
      kind: 'client',
      match: { call: 'js-cookie.withAttributes' },
      attributes: options(0),
      default: 'off',
    },
    {
      // Through that object only what the call itself says is judged; the defaults are judged where they are given.
      id: 'js-cookie/set',
      ...setter,
      match: { call: ['js-cookie.withAttributes().set'] },
      attributes: { ...options(2), secure: [argument(2, 'secure'), { at: 'fixed', value: true }] },
    },
    {
      // https://github.com/carhartl/typescript-cookie
      id: 'typescript-cookie/set',
      ...setter,
      match: { call: ['typescript-cookie.setCookie', 'typescript-cookie.Cookies.set'] },
    },
    {
      // https://github.com/carhartl/typescript-cookie#basic-usage
      id: 'typescript-cookie/set',
      ...remover,
      match: { call: ['typescript-cookie.removeCookie', 'typescript-cookie.Cookies.remove'] },
    },
    {
      // https://github.com/Alex1990/tiny-cookie#setkey-value-encoder-options: the last argument holds the options.
      id: 'tiny-cookie/set',
      ...setter,
      match: {
        call: ['tiny-cookie.setCookie', 'tiny-cookie.set', 'tiny-cookie.setRaw', 'tiny-cookie.setRawCookie', 'tiny-cookie.cookie.set'],
      },
      attributes: { ...options(2), secure: [argument(2, 'secure'), argument(3, 'secure')] },
    },
    {
      // https://github.com/bouzuya/cookie-storage#usage: the Storage interface over cookies; what the constructor is given are defaults.
      id: 'cookie-storage/set-item',
      ...setter,
      match: [
        { call: 'cookie-storage.CookieStorage().setItem' },
        { method: 'setItem', receiver: { types: ['cookie-storage.CookieStorage'], names: ['cookieStorage'] }, imports: ['cookie-storage'] },
      ],
      attributes: { ...options(2), secure: [argument(2, 'secure'), { at: 'maker', index: 0, path: ['secure'] }] },
    },
    {
      // https://github.com/voltace/browser-cookies#cookies-api: what a call leaves out the module's defaults say.
      id: 'browser-cookies/set',
      ...setter,
      match: { call: 'browser-cookies.set' },
      coveredBy: ['browser-cookies/defaults'],
      ownWins: true,
    },
    {
      id: 'browser-cookies/defaults',
      docs: 'https://github.com/voltace/browser-cookies#options',
      kind: 'policy',
      match: { assign: 'browser-cookies.defaults.secure' },
      secure: value(),
      default: 'off',
    },
    {
      id: 'browser-cookies/defaults',
      docs: 'https://github.com/voltace/browser-cookies#options',
      kind: 'policy',
      match: { assign: 'browser-cookies.defaults' },
      secure: value('secure'),
      default: 'off',
    },
    {
      // https://github.com/carhartl/jquery-cookie#usage: one argument reads.
      id: 'jquery-cookie/set',
      ...setter,
      match: { call: ['$.cookie', 'jQuery.cookie', 'jquery.cookie'], args: [2, 3] },
      deletes: { when: 'value-empty-or-null', value: argument(1) },
    },
  ],
});
