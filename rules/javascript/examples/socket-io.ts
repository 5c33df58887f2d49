/** Examples of the surfaces in ../socket-io.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'socket.io/cookie': {
    bad: code`
      import { Server } from 'socket.io';

      const io = new Server(httpServer, { cookie: { name: 'io' } });
    `,
    good: code`
      import { Server } from 'socket.io';

      const io = new Server(httpServer, { cookie: { name: 'io', secure: true } });
    `,
  },
} satisfies Examples;
