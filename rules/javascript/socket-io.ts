/** The cookie of Socket.IO and Engine.IO. */
import { argument, defineRule } from '../../src/matching/surface.js';

export default defineRule({
  id: 'socket.io',
  title: 'Socket.IO',
  languages: ['javascript'],
  docs: 'https://socket.io/docs/v4/server-options/#cookie',
  triggers: ['socket.io', 'engine.io'],
  packages: ['socket.io', 'engine.io'],
  surfaces: [
    {
      // https://socket.io/docs/v4/server-options/#cookie: no cookie without it since version 3.
      id: 'socket.io/cookie',
      kind: 'session',
      match: { call: ['socket.io.Server', 'engine.io.Server', 'socket.io', 'engine.io.attach'] },
      needs: [argument(1, 'cookie'), argument(0, 'cookie')],
      name: [argument(1, 'cookie', 'name'), argument(0, 'cookie', 'name')],
      defaultName: 'io',
      attributes: { secure: [argument(1, 'cookie', 'secure'), argument(0, 'cookie', 'secure')], sameSite: [argument(1, 'cookie', 'sameSite'), argument(0, 'cookie', 'sameSite')] },
      default: 'off',
    },
  ],
});
