/** The cookie of Socket.IO and Engine.IO. */
import { argument, defineRule, options, type ArgumentConditions, type CookieSurface } from '../../src/matching/surface.js';

const server = (conditions: ArgumentConditions, at: number): CookieSurface => ({
  id: 'socket.io/cookie',
  kind: 'session',
  match: { call: ['socket.io.Server', 'engine.io.Server', 'socket.io', 'engine.io.attach'], ...conditions },
  needs: [argument(at, 'cookie')],
  name: argument(at, 'cookie', 'name'),
  defaultName: 'io',
  attributes: options(at, 'cookie'),
  default: 'off',
});

export default defineRule({
  id: 'socket.io',
  title: 'Socket.IO',
  languages: ['javascript'],
  docs: 'https://socket.io/docs/v4/server-options/#cookie',
  triggers: ['socket.io', 'engine.io'],
  packages: ['socket.io', 'engine.io'],
  surfaces: [
    // https://socket.io/docs/v4/server-options/#cookie: no cookie without it since version 3.
    server({ args: [2, 2] }, 1),
    server({ args: [1, 1], source: { 0: /^\{/ } }, 0),
  ],
});
