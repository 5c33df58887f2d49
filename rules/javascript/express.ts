/** Express: `res.cookie`, and the session and CSRF middleware that its documentation names. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

/** The response of an Express handler: `(req, res)`, `(err, req, res, next)`, Nest's `@Res() res`, or a typed parameter. */
export const expressResponse = {
  paths: ['**.req.res', '**.reply.raw'],
  types: ['express.Response', 'express-serve-static-core.Response', 'Response', 'NextApiResponse', 'ServerResponse', 'FastifyReply'],
  handler: { position: 1, least: 2, most: 4 },
  names: ['res', 'response', 'resp'],
};

export default defineRule({
  id: 'express',
  title: 'Express',
  languages: ['javascript'],
  docs: 'https://expressjs.com/en/5x/api.html#res.cookie',
  triggers: ['.cookie(', 'express-session', 'trust proxy', 'cookie-session'],
  packages: ['express'],
  surfaces: [
    {
      // https://expressjs.com/en/5x/api.html#res.cookie: without options no attribute but Path is sent.
      id: 'express/res-cookie',
      kind: 'write',
      match: { method: 'cookie', receiver: expressResponse, args: [2, 3] },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
    },
    {
      // https://github.com/expressjs/session#cookiesecure
      id: 'express-session/cookie',
      kind: 'session',
      match: { call: 'express-session' },
      name: [argument(0, 'name'), argument(0, 'key')],
      defaultName: 'connect.sid',
      session: true,
      attributes: options(0, 'cookie'),
      default: 'off',
      meaning: { words: { auto: 'request' } },
      proxy: ['express/trust-proxy'],
    },
    {
      // https://github.com/expressjs/cookie-session#cookie-options: `secure` defaults to the request's scheme.
      id: 'cookie-session/options',
      kind: 'session',
      match: { call: 'cookie-session' },
      name: [argument(0, 'name')],
      defaultName: 'session',
      session: true,
      attributes: options(0),
      default: 'request',
      proxy: ['express/trust-proxy'],
    },
    {
      // https://expressjs.com/en/guide/behind-proxies.html
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: [{ method: ['set', 'enable'], receiver: { any: true }, argument: { 0: ['trust proxy'] } }],
      value: argument(1),
    },
  ],
});
