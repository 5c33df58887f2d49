/** Cookies that Caddy writes itself, and the header rewrites that make the cookies of the apps behind it Secure. */
import { argument, defineRule, fixed, header, word, type Match, type PolicySurface } from '../../src/matching/surface.js';

const NAME = ['Set-Cookie', 'set-cookie', '>Set-Cookie'];
const ADDED = ['Set-Cookie', 'set-cookie', '+Set-Cookie', '+set-cookie', '>Set-Cookie', '?Set-Cookie'];
const EVERY_COOKIE = /^(?:[\^$()]|\.|[*+])+$/;
const WRITES_SECURE = /;\s*secure\s*(?:;|$)/i;

const rewrite = (id: string, match: Match): PolicySurface => ({
  id,
  kind: 'policy',
  match,
  secure: fixed(true),
  default: 'on',
  reach: { cookies: 'all', passes: [['reverse_proxy', 'php_fastcgi', 'forward_proxy']], transparent: ['header'] },
});

export default defineRule({
  id: 'caddy',
  title: 'Caddy',
  languages: ['caddyfile'],
  infrastructure: true,
  docs: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
  triggers: ['lb_policy', 'et-Cookie', 'et-cookie'],
  surfaces: [
    {
      // https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#lb_policy: Secure over TLS, or behind a trusted proxy that says https; before 2.7 never.
      id: 'caddy/lb-policy-cookie',
      docs: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#lb_policy',
      kind: 'session',
      match: { call: 'lb_policy', argument: { 0: ['cookie'] } },
      name: argument(1),
      defaultName: 'lb',
      session: false,
      // There is no option for it.
      attributes: { secure: word(/(?!)/) },
      default: 'request',
      fix: {
        byHand:
          'Let Caddy end TLS, or name the proxy in front of it with `trusted_proxies`. There is no edit: the directive has no option for it.',
      },
      coveredBy: ['caddy/header-set-cookie-rewrite'],
      confidence: 'low',
    },
    // https://caddyserver.com/docs/caddyfile/directives/header: without `defer` the replacement runs before the app has answered.
    rewrite('caddy/header-set-cookie-rewrite', {
      call: NAME,
      argument: { 0: EVERY_COOKIE, 1: WRITES_SECURE },
      inBlock: ['header'],
      withDirective: 'defer',
    }),
    // Of the upstream's answer alone: the load balancer's own cookie is not in it (run with 2.6.2).
    rewrite('caddy/header-down-set-cookie-rewrite', {
      call: 'header_down',
      argument: { 0: ['set-cookie'], 1: EVERY_COOKIE, 2: WRITES_SECURE },
    }),
  ],
});

export const caddyHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['caddyfile'],
  infrastructure: true,
  docs: 'https://caddyserver.com/docs/caddyfile/directives/header',
  triggers: ['et-Cookie', 'et-cookie'],
  surfaces: [
    {
      id: 'caddy/header-add-set-cookie',
      kind: 'header',
      match: { call: 'header', argument: { 0: ADDED }, args: [2, 2] },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      id: 'caddy/header-add-set-cookie',
      kind: 'header',
      match: { call: 'header', argument: { 1: ADDED }, args: [3, 3] },
      attributes: header(argument(2)),
      default: 'off',
    },
    {
      id: 'caddy/header-add-set-cookie',
      kind: 'header',
      match: { call: ADDED, args: [1, 1], inBlock: ['header'] },
      attributes: header(argument(0)),
      default: 'off',
    },
    {
      id: 'caddy/header-add-set-cookie',
      kind: 'header',
      match: { call: 'header_down', argument: { 0: ['set-cookie', '+set-cookie'] }, args: [2, 2] },
      attributes: header(argument(1)),
      default: 'off',
    },
  ],
});
