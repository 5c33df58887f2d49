/** Examples of the surfaces in ../hapi.ts. */
import { type Examples } from '../../example.js';

export default {
  'hapi/h-state': {
    bad: "server.route({ method: 'GET', path: '/', handler: (request, h) => h.response('ok').state('sid', token, { isSecure: false }) });",
    good: "server.route({ method: 'GET', path: '/', handler: (request, h) => h.response('ok').state('sid', token, { isSecure: true }) });",
  },
  'hapi/server-state': {
    bad: "server.state('data', { ttl: null, isSecure: false, isHttpOnly: true });",
    good: "server.state('data', { ttl: null, isSecure: true, isHttpOnly: true });",
  },
  'hapi/server-state-defaults': {
    bad: 'const server = Hapi.server({ port: 3000, state: { isSecure: false } });',
    good: 'const server = Hapi.server({ port: 3000, state: { isSecure: true } });',
  },
  'hapi/cookie-auth': {
    bad: "server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password, isSecure: false } });",
    good: "server.auth.strategy('session', 'cookie', { cookie: { name: 'sid', password, isSecure: true } });",
  },
  'hapi/yar': {
    bad: "await server.register({ plugin: require('@hapi/yar'), options: { cookieOptions: { password, isSecure: false } } });",
    good: "await server.register({ plugin: require('@hapi/yar'), options: { cookieOptions: { password, isSecure: true } } });",
  },
} satisfies Examples;
