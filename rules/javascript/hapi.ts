/** hapi: state, @hapi/cookie and yar. The key is `isSecure`, and it is on by default. */
import { argument, defineRule, value, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** https://hapi.dev/api/#-serverstatename-options: SameSite and HttpOnly are on by default too. */
const state = (at: (key: string) => Place): CookieSurface['attributes'] => ({
  secure: at('isSecure'),
  httpOnly: at('isHttpOnly'),
  sameSite: at('isSameSite'),
  domain: at('domain'),
  path: at('path'),
  maxAge: at('ttl'),
});

export default defineRule({
  id: 'hapi',
  title: 'hapi',
  languages: ['javascript'],
  docs: 'https://hapi.dev/tutorials/cookies',
  triggers: ['isSecure', '.state('],
  packages: ['@hapi/hapi', 'hapi'],
  surfaces: [
    {
      id: 'hapi/h-state',
      docs: 'https://hapi.dev/api/#-hstatename-value-options',
      kind: 'write',
      match: [
        { method: 'state', receiver: { types: ['ResponseToolkit'], names: ['h', 'reply', 'response', 'res'] }, args: [3, 3] },
        // A second parameter of any name: editors have a `state.state(stream, state, 1)` of their own.
        { method: 'state', receiver: { handler: { position: 1, least: 2, most: 2 } }, args: [3, 3], packages: ['@hapi/hapi', 'hapi'] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: state((key) => argument(2, key)),
      otherwise: { httpOnly: true, sameSite: 'Strict' },
      agesIn: 'milliseconds',
      default: 'on',
      // https://github.com/hapijs/statehood/blob/master/lib/index.js: the options are assigned over the defaults
      meaning: { undefinedOverrides: true },
    },
    {
      id: 'hapi/server-state',
      docs: 'https://hapi.dev/api/#-serverstatename-options',
      kind: 'session',
      match: {
        method: 'state',
        receiver: {
          paths: ['@hapi/hapi.server()', '@hapi/hapi.Server()', 'hapi.Server()'],
          types: ['@hapi/hapi.Server'],
          names: ['server'],
        },
        args: [2, 2],
      },
      name: argument(0),
      attributes: state((key) => argument(1, key)),
      otherwise: { httpOnly: true, sameSite: 'Strict' },
      agesIn: 'milliseconds',
      default: 'on',
      // https://github.com/hapijs/statehood/blob/master/lib/index.js: the options are assigned over the defaults
      meaning: { undefinedOverrides: true },
    },
    {
      // https://hapi.dev/api/#-serveroptionsstate: the default of every cookie without a definition of its own.
      id: 'hapi/server-state-defaults',
      docs: 'https://hapi.dev/api/#-serveroptionsstate',
      kind: 'session',
      match: { entry: 'state.isSecure', within: ['server', 'Server'] },
      attributes: { secure: value() },
      default: 'on',
    },
    {
      id: 'hapi/cookie-auth',
      docs: 'https://hapi.dev/module/cookie/api/',
      kind: 'session',
      match: { method: 'strategy', receiver: { any: true, sure: true }, args: [3, 3], argument: { 1: ['cookie'] } },
      name: [argument(2, 'cookie', 'name'), argument(2, 'cookie')],
      defaultName: 'sid',
      session: true,
      attributes: { ...state((key) => argument(2, 'cookie', key)), secure: [argument(2, 'cookie', 'isSecure'), argument(2, 'isSecure')] },
      default: 'on',
    },
    {
      id: 'hapi/yar',
      docs: 'https://hapi.dev/module/yar/api/',
      kind: 'session',
      match: { entry: 'options.cookieOptions', imports: ['@hapi/yar', 'yar'] },
      name: { at: 'sibling', key: 'name' },
      defaultName: 'session',
      session: true,
      attributes: state((key) => value(key)),
      otherwise: { httpOnly: true, sameSite: 'Strict' },
      agesIn: 'milliseconds',
      default: 'on',
    },
  ],
});
