/** Fastify: @fastify/cookie and the session and CSRF plug-ins above it. */
import { argument, defineRule, options, type ArgumentConditions, type MethodMatch } from '../../src/matching/surface.js';

/** https://fastify.dev/docs/latest/Reference/Plugins/ */
const register = (...plugins: string[]): MethodMatch & ArgumentConditions => ({
  method: 'register',
  receiver: { any: true, sure: true },
  argument: { 0: plugins },
});

const reply = {
  types: ['fastify.FastifyReply', 'FastifyReply'],
  handler: { position: 1, least: 2, most: 2 },
  names: ['reply'],
  // https://fastify.dev/docs/latest/Reference/Decorators/#decoratereplyname-value-dependencies
  decoratedBy: ['decorateReply'],
};

export default defineRule({
  id: 'fastify',
  title: 'Fastify',
  languages: ['javascript'],
  docs: 'https://github.com/fastify/fastify-cookie',
  triggers: [
    'setCookie(',
    '.cookie(',
    '.clearCookie(',
    'serializeCookie(',
    '@fastify/',
    'fastify-cookie',
    'fastify-session',
    'fastify-csrf',
    'fastify-secure-session',
    'trustProxy',
  ],
  packages: ['fastify', '@fastify/cookie', '@nestjs/platform-fastify'],
  surfaces: [
    {
      // https://github.com/fastify/fastify-cookie#sending: 'auto' follows the request.
      id: 'fastify/set-cookie',
      docs: 'https://github.com/fastify/fastify-cookie#sending',
      kind: 'write',
      match: [
        { method: 'setCookie', receiver: { ...reply, names: ['reply', 'res', 'response', 'rep'] }, args: [2, 3] },
        { method: 'cookie', receiver: reply, args: [2, 3] },
        { method: 'serializeCookie', receiver: { any: true, sure: true }, args: [2, 3] },
      ],
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
      meaning: { words: { auto: 'request' } },
      proxy: ['fastify/trust-proxy'],
      coveredBy: ['fastify/cookie-parse-options'],
      ownWins: true,
    },
    {
      id: 'fastify/set-cookie',
      kind: 'write',
      match: { method: 'clearCookie', receiver: reply, args: [1, 2] },
      name: argument(0),
      attributes: options(1),
      default: 'off',
      deletes: { when: 'always' },
      coveredBy: ['fastify/cookie-parse-options'],
      ownWins: true,
    },
    {
      // https://github.com/fastify/fastify-cookie#options: in spite of its name it is merged under the options of every cookie.
      id: 'fastify/cookie-parse-options',
      docs: 'https://github.com/fastify/fastify-cookie#options',
      kind: 'policy',
      match: register('@fastify/cookie', 'fastify-cookie'),
      secure: argument(1, 'parseOptions', 'secure'),
      default: 'off',
      meaning: { words: { auto: 'request' } },
    },
    {
      id: 'fastify/session',
      docs: 'https://github.com/fastify/session#cookie',
      kind: 'session',
      match: register('@fastify/session', 'fastify-session'),
      name: argument(1, 'cookieName'),
      defaultName: 'sessionId',
      session: true,
      attributes: options(1, 'cookie'),
      otherwise: { httpOnly: true },
      agesIn: 'milliseconds',
      default: 'on',
      meaning: { words: { auto: 'request' } },
      proxy: ['fastify/trust-proxy'],
      needsProxy: true,
      fix: { trust: { elsewhere: 'Fastify is made with `trustProxy` where a proxy ends TLS' } },
    },
    {
      // https://github.com/fastify/fastify-secure-session: the name means encrypted.
      id: 'fastify/secure-session',
      docs: 'https://github.com/fastify/fastify-secure-session',
      kind: 'session',
      match: register('@fastify/secure-session', 'fastify-secure-session'),
      name: [argument(1, 'cookieName'), argument(1, 'sessionName')],
      defaultName: 'session',
      session: true,
      attributes: { ...options(1, 'cookie'), secure: [argument(1, 'cookie', 'secure'), argument(1, 'cookieOptions', 'secure')] },
      default: 'off',
      meaning: { words: { auto: 'request' } },
      proxy: ['fastify/trust-proxy'],
      coveredBy: ['fastify/cookie-parse-options'],
      ownWins: true,
    },
    {
      // https://github.com/fastify/csrf-protection#options: own `cookieOpts` replace the default `{ path, httpOnly, sameSite }`.
      id: 'fastify/csrf-protection',
      docs: 'https://github.com/fastify/csrf-protection#options',
      kind: 'session',
      match: register('@fastify/csrf-protection', 'fastify-csrf'),
      // With a session plugin the secret lives in the session.
      unlessWritten: [{ at: 'part', of: argument(1, 'sessionPlugin'), pattern: /(session)$/ }],
      name: argument(1, 'cookieKey'),
      defaultName: '_csrf',
      session: true,
      attributes: options(1, 'cookieOpts'),
      default: 'off',
      coveredBy: ['fastify/cookie-parse-options'],
      ownWins: true,
      fix: { unsafe: 'own cookieOpts replace the default path, HttpOnly and SameSite' },
    },
    {
      // https://fastify.dev/docs/latest/Reference/Server/#trustproxy
      id: 'fastify/trust-proxy',
      kind: 'proxy',
      match: { call: ['fastify', 'fastify.fastify', 'fastify.default', '@nestjs/platform-fastify.FastifyAdapter'] },
      value: argument(0, 'trustProxy'),
      written: true,
    },
  ],
});
