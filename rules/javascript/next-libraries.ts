/** Cookie helpers and locale cookies of the Next.js world. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'next',
  title: 'Next.js libraries',
  languages: ['javascript'],
  docs: 'https://github.com/andreizanik/cookies-next',
  triggers: ['cookies-next', 'nookies', 'next-intl/'],
  packages: ['cookies-next', 'nookies', 'next-intl'],
  surfaces: [
    {
      // https://github.com/andreizanik/cookies-next
      id: 'cookies-next/set-cookie',
      kind: 'write',
      match: {
        call: [
          'cookies-next.setCookie',
          'cookies-next/server.setCookie',
          'cookies-next.useSetCookie()',
          'cookies-next.useCookiesNext().setCookie',
        ],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://github.com/andreizanik/cookies-next#deletecookiekey-options
      id: 'cookies-next/set-cookie',
      kind: 'write',
      match: { call: ['cookies-next.deleteCookie', 'cookies-next/server.deleteCookie', 'cookies-next.useCookiesNext().deleteCookie'] },
      name: argument(0),
      attributes: options(1),
      default: 'off',
      deletes: { when: 'always' },
    },
    {
      id: 'nookies/set',
      docs: 'https://github.com/maticzav/nookies#destroycookiectx-name-options',
      kind: 'write',
      match: { call: ['nookies.destroyCookie', 'nookies.destroy'] },
      name: argument(1),
      attributes: options(2),
      default: 'off',
      deletes: { when: 'always' },
    },
    {
      id: 'nookies/set',
      docs: 'https://github.com/maticzav/nookies#setcookiectx-name-value-options',
      kind: 'write',
      match: { call: ['nookies.setCookie', 'nookies.set'] },
      name: argument(1),
      value: argument(2),
      attributes: options(3),
      default: 'off',
    },
    {
      id: 'next-intl/locale-cookie',
      docs: 'https://next-intl.dev/docs/routing/configuration#locale-cookie',
      kind: 'session',
      match: { call: ['next-intl/routing.defineRouting'] },
      unlessFalse: [argument(0, 'localeCookie')],
      name: argument(0, 'localeCookie', 'name'),
      defaultName: 'NEXT_LOCALE',
      session: false,
      attributes: options(0, 'localeCookie'),
      default: 'off',
    },
    {
      id: 'next-intl/locale-cookie',
      kind: 'session',
      match: { call: 'next-intl/middleware', source: { 0: /^\{/ } },
      unlessFalse: [argument(0, 'localeCookie')],
      name: argument(0, 'localeCookie', 'name'),
      defaultName: 'NEXT_LOCALE',
      session: false,
      attributes: options(0, 'localeCookie'),
      default: 'off',
    },
  ],
});
