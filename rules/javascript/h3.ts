/** h3 and what is built on it: Nitro, Nuxt's server, SolidStart, TanStack Start. */
import { argument, defineRule, options, type ArgumentConditions, type CallMatch, type Match } from '../../src/matching/surface.js';

const H3 = ['h3', 'nitro/h3', 'nitropack', 'nitropack/runtime', '#imports', '#nitro', 'vinxi/http', '@solidjs/start/http'];
const TANSTACK = ['@tanstack/react-start/server', '@tanstack/solid-start/server', '@tanstack/start-server-core', '@tanstack/start/server'];
const from = (modules: readonly string[], ...names: string[]): CallMatch => ({
  call: modules.flatMap((module) => names.map((name) => `${module}.${name}`)),
});
/** Nitro imports the helpers of h3 by itself in these folders. */
const auto = (...names: string[]): Match => ({ call: names, file: /(?:^|\/)server\// });
const session = ['useSession', 'getSession', 'updateSession'];
/** An event is no text: without one the name comes first. */
const withEvent: ArgumentConditions = { source: { 0: /^[A-Za-z_$]/ } };

export default defineRule({
  id: 'h3',
  title: 'h3, Nitro and frameworks on them',
  languages: ['javascript'],
  docs: 'https://h3.dev/utils/cookie',
  triggers: ['setCookie(', 'setChunkedCookie(', 'useSession', 'getSession(', 'updateSession('],
  packages: ['h3', 'nitropack', 'nuxt', 'vinxi', '@tanstack/react-start'],
  surfaces: [
    {
      id: 'h3/set-cookie',
      docs: 'https://h3.dev/utils/cookie#setcookieevent-name-value-options',
      kind: 'write',
      match: [
        { ...from(H3, 'setCookie', 'setChunkedCookie'), ...withEvent, args: [3, 4], unlessImports: ['vinxi/http', '@solidjs/start/http'] },
        { ...auto('setCookie', 'setChunkedCookie'), args: [3, 4] },
      ],
      name: argument(1),
      value: argument(2),
      attributes: options(3),
      default: 'off',
    },
    {
      // https://github.com/nksaraf/vinxi/blob/main/packages/vinxi/runtime/http.js: the event may be left out.
      id: 'solidstart/vinxi-set-cookie',
      docs: 'https://github.com/nksaraf/vinxi/blob/main/packages/vinxi/runtime/http.js',
      kind: 'write',
      match: { ...from(['vinxi/http', '@solidjs/start/http'], 'setCookie'), args: [2, 3], source: { 0: /^(?!\w*[eE]vent\b)/ } },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      id: 'solidstart/vinxi-set-cookie',
      kind: 'write',
      match: { ...from(['vinxi/http', '@solidjs/start/http'], 'setCookie'), args: [3, 4], source: { 0: /^\w*[eE]vent\b/ } },
      name: argument(1),
      value: argument(2),
      attributes: options(3),
      default: 'off',
    },
    {
      id: 'tanstack-start/set-cookie',
      docs: 'https://tanstack.com/start/latest/docs/framework/react/guide/server-functions',
      kind: 'write',
      match: from(TANSTACK, 'setCookie'),
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://h3.dev/utils/more#usesessionevent-config: the opposite default of setCookie.
      id: 'h3/use-session',
      docs: 'https://h3.dev/utils/more#usesessionevent-config',
      kind: 'session',
      match: [
        { ...from(H3, ...session), args: [2, 3] },
        { ...auto(...session), args: [2, 3] },
        { call: 'useSession', args: [2, 2], source: { 0: /^\w*[eE]vent\b/ } },
      ],
      unlessFalse: [argument(1, 'cookie')],
      name: argument(1, 'name'),
      defaultName: 'h3',
      session: true,
      attributes: options(1, 'cookie'),
      default: 'on',
      // https://github.com/h3js/h3/blob/main/src/utils/session.ts: the options are spread over the defaults
      meaning: { undefinedOverrides: true },
    },
    {
      id: 'h3/use-session',
      kind: 'session',
      match: { ...from([...TANSTACK, 'vinxi/http', '@solidjs/start/http'], ...session), args: [1, 1] },
      unlessFalse: [argument(0, 'cookie')],
      name: argument(0, 'name'),
      defaultName: 'h3',
      session: true,
      attributes: options(0, 'cookie'),
      default: 'on',
      // https://github.com/h3js/h3/blob/main/src/utils/session.ts: the options are spread over the defaults
      meaning: { undefinedOverrides: true },
    },
  ],
});
