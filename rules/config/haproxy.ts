/** Cookies that HAProxy writes itself, and the rules that make the cookies of the apps behind it Secure. */
import { argument, defineRule, fixed, header, word } from '../../src/matching/surface.js';

const RESPONSE = ['http-response', 'http-after-response'];

/** Every cookie is rewritten; a condition by which those that are Secure already are left out says so in its name. */
const REPLACES = {
  call: RESPONSE,
  argument: {
    0: ['replace-header'],
    1: ['set-cookie'],
    2: /^(?:\(\?i\)|\(\?<?![^()]*secure[^()]*\)|\(\?:|[\^$()]|\.|[*+])+$/i,
    3: /;\s*secure\s*(?:;|$)/i,
  },
} as const;

export default defineRule({
  id: 'haproxy',
  title: 'HAProxy',
  languages: ['haproxy'],
  infrastructure: true,
  docs: 'https://docs.haproxy.org/2.8/configuration.html#4.2-cookie',
  triggers: ['cookie', 'et-Cookie', 'et-cookie'],
  surfaces: [
    {
      // https://docs.haproxy.org/2.8/configuration.html#4.2-cookie: `prefix` changes the value of the app's cookie and keeps its attributes.
      id: 'haproxy/cookie-insert',
      kind: 'session',
      match: { call: 'cookie', words: ['insert', 'rewrite'] },
      name: argument(0),
      attributes: { secure: word('secure', 1), httpOnly: word('httponly', 1) },
      default: 'off',
    },
    {
      // https://docs.haproxy.org/2.8/configuration.html#http-response%20replace-header; a rule with `if` or `unless` reaches some responses only.
      id: 'haproxy/replace-header-set-cookie',
      docs: 'https://docs.haproxy.org/2.8/configuration.html#http-response%20replace-header',
      kind: 'policy',
      match: [
        { ...REPLACES, withoutWords: ['if', 'unless'] },
        { ...REPLACES, argument: { ...REPLACES.argument, 4: ['unless'], 5: /secure/i } },
      ],
      secure: fixed(true),
      default: 'on',
      reach: { cookies: 'all', passes: [['server', 'server-template'], ['bind']], transparent: [] },
    },
  ],
});

export const haproxyHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['haproxy'],
  infrastructure: true,
  docs: 'https://docs.haproxy.org/2.8/configuration.html#4.2-http-response',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    {
      id: 'haproxy/add-header-set-cookie',
      kind: 'header',
      match: { call: RESPONSE, argument: { 0: ['add-header', 'set-header'], 1: ['set-cookie'] } },
      attributes: header(argument(2)),
      default: 'off',
    },
    // https://docs.haproxy.org/2.0/configuration.html#rspadd: the whole header in one word, in old versions.
    {
      id: 'haproxy/add-header-set-cookie',
      docs: 'https://docs.haproxy.org/2.0/configuration.html#rspadd',
      kind: 'header',
      match: { call: 'rspadd', argument: { 0: /^set-cookie:/i } },
      attributes: header({ at: 'part', of: argument(0), pattern: /^set-cookie:\s*([^]*)$/i }),
      default: 'off',
    },
  ],
});
