/** Express: `res.cookie` and the trust in a proxy that its session middleware needs. */
import { argument, defineRule, options, value, type Receiver } from '../../src/matching/surface.js';

/** The response of an Express handler: `(req, res)`, `(err, req, res, next)`, `ctx.res`, or a typed parameter. */
export const expressResponse: Receiver = {
  paths: ['**.req.res', '**.request.res'],
  types: ['express.Response', 'express-serve-static-core.Response', 'Response', 'NextApiResponse', 'ServerResponse'],
  handler: { position: 1, least: 2, most: 4 },
  names: ['res', 'response', 'resp'],
};

export default defineRule({
  id: 'express',
  title: 'Express',
  languages: ['javascript'],
  docs: 'https://expressjs.com/en/5x/api.html#res.cookie',
  triggers: [
    '.cookie(',
    "['cookie']",
    '.cookie.call(',
    '.cookie.apply(',
    '.cookie.bind(',
    '.clearCookie(',
    'trust proxy',
    'trust_proxy',
    'createSecureServer',
    'https.createServer',
  ],
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
      agesIn: 'milliseconds',
      default: 'off',
    },
    {
      id: 'express/res-clear-cookie',
      docs: 'https://expressjs.com/en/5x/api.html#res.clearCookie',
      kind: 'write',
      match: { method: 'clearCookie', receiver: expressResponse, args: [1, 2] },
      name: argument(0),
      attributes: options(1),
      agesIn: 'milliseconds',
      default: 'off',
      deletes: { when: 'always' },
    },
    {
      // https://expressjs.com/en/guide/behind-proxies.html
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: { method: ['set', 'enable'], receiver: { any: true }, argument: { 0: ['trust proxy'] } },
      value: argument(1),
    },
    // https://expressjs.com/en/5x/api.html#app.disable
    {
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: { method: 'disable', receiver: { any: true }, argument: { 0: ['trust proxy'] } },
      value: { at: 'fixed', value: false },
    },
    // A server that ends TLS itself needs no proxy.
    {
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: { call: ['https.createServer', 'http2.createSecureServer', 'spdy.createServer'] },
      ofConnection: true,
    },
    {
      // https://github.com/expressjs/session#proxy
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: { call: 'express-session' },
      value: argument(0, 'proxy'),
      written: true,
    },
    {
      // https://sailsjs.com/documentation/reference/configuration/sails-config-http
      id: 'express/trust-proxy',
      kind: 'proxy',
      match: { setting: ['http.trustProxy', 'trustProxy'], file: /(?:^|\/)config\/(?:http|env\/production)\.[jt]s$/ },
      value: value(),
    },
  ],
});
