/** Examples of the surfaces in ../fastify.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'fastify/set-cookie': {
    bad: code`
      fastify.get('/', (request, reply) => {
        reply.setCookie('sid', token, { path: '/', httpOnly: true }).send('ok');
      });
    `,
    good: code`
      fastify.get('/', (request, reply) => {
        reply.setCookie('sid', token, { path: '/', httpOnly: true, secure: true }).send('ok');
      });
    `,
  },
  'fastify/cookie-parse-options': {
    bad: code`
      import cookie from '@fastify/cookie';

      fastify.register(cookie, { secret });
      fastify.get('/', (request, reply) => reply.setCookie('sid', id).send());
    `,
    good: code`
      import cookie from '@fastify/cookie';

      fastify.register(cookie, { secret, parseOptions: { secure: true } });
      fastify.get('/', (request, reply) => reply.setCookie('sid', id).send());
    `,
  },
  'fastify/session': {
    bad: code`
      import Fastify from 'fastify';
      import session from '@fastify/session';

      const fastify = Fastify({ trustProxy: true });
      fastify.register(session, { secret, cookie: { secure: process.env.NODE_ENV === 'production' } });
    `,
    good: code`
      import Fastify from 'fastify';
      import session from '@fastify/session';

      const fastify = Fastify({ trustProxy: true });
      fastify.register(session, { secret, cookie: { secure: true } });
    `,
  },
  'fastify/secure-session': {
    bad: code`
      import secureSession from '@fastify/secure-session';
      fastify.register(secureSession, { key, cookie: { path: '/' } });
    `,
    good: code`
      import secureSession from '@fastify/secure-session';
      fastify.register(secureSession, { key, cookie: { path: '/', secure: true } });
    `,
  },
  'fastify/csrf-protection': {
    bad: code`
      import csrf from '@fastify/csrf-protection';
      fastify.register(csrf);
    `,
    good: code`
      import csrf from '@fastify/csrf-protection';
      fastify.register(csrf, { cookieOpts: { path: '/', sameSite: true, httpOnly: true, secure: true } });
    `,
  },
  'fastify/trust-proxy': {
    bad: code`
      import Fastify from 'fastify';
      import session from '@fastify/session';

      const app = Fastify();
      app.register(session, { secret });
    `,
    good: code`
      import Fastify from 'fastify';
      import session from '@fastify/session';

      const app = Fastify({ trustProxy: true });
      app.register(session, { secret });
    `,
  },
} satisfies Examples;
