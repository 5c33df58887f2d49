/** The affinity cookie of the Kubernetes ingress controllers that read ingress-nginx's annotations, and cookies in their nginx snippets. */
import {
  argument,
  defineRule,
  fixed,
  header,
  sibling,
  value,
  type CallMatch,
  type CookieSurface,
  type Default,
  type MatchConditions,
  type PolicySurface,
  type SettingBeside,
} from '../../src/matching/surface.js';

const PREFIX = 'nginx.ingress.kubernetes.io';

/** An Ingress that Traefik handles: its class says so. */
const CLASS = ['**.ingressClassName', '**.kubernetes.io/ingress.class'];
const TRAEFIK: SettingBeside = { setting: CLASS, is: /^traefik/ };
/** The class is Traefik's, by the resource that defines it. */
const TRAEFIK_CLASS: SettingBeside = { setting: 'spec.controller', is: /^traefik\.io\/ingress-controller$/, within: 'file' };

const affinity = (id: string, otherwise: Exclude<Default, 'mode-production'>, conditions: MatchConditions): CookieSurface => ({
  id,
  kind: 'session',
  match: { ...conditions, setting: [`${PREFIX}/affinity`, `**.${PREFIX}/affinity`], is: ['cookie'] },
  name: sibling(`${PREFIX}/session-cookie-name`),
  defaultName: 'INGRESSCOOKIE',
  session: false,
  attributes: {
    secure: sibling(`${PREFIX}/session-cookie-secure`),
    sameSite: sibling(`${PREFIX}/session-cookie-samesite`),
    domain: sibling(`${PREFIX}/session-cookie-domain`),
    path: sibling(`${PREFIX}/session-cookie-path`),
  },
  default: otherwise,
  // Annotations are strings.
  fix: { on: '"true"' },
  // A "false" never reaches the code that writes the cookie: https://github.com/kubernetes/ingress-nginx/blob/main/rootfs/etc/nginx/lua/balancer/sticky.lua
  meaning: otherwise === 'off' ? { truth: 'strict' } : { truth: 'strict', words: { false: otherwise } },
});

/** nginx itself ends TLS and sends plain requests on to HTTPS, unless that is switched off; a template may leave the section out. */
const ENDS_TLS: MatchConditions = {
  writes: [{ setting: 'spec.tls', is: /^(?!null$)[^]/ }],
  unlessWrites: [{ setting: `**.${PREFIX}/ssl-redirect`, is: /false|\{\{/ }, TRAEFIK, TRAEFIK_CLASS],
};

/** Of a snippet only what stands outside every block holds for the whole Ingress; of several Ingresses the others do without it. */
const SEVERAL: readonly SettingBeside[] = [{ setting: 'kind', is: /^Ingress$/, within: 'others' }];

const snippet = (match: CallMatch, cookies: 'all' | 'root-path'): PolicySurface => ({
  id: 'ingress-nginx/configuration-snippet-cookies',
  kind: 'policy',
  match: { ...match, unlessWrites: SEVERAL },
  secure: fixed(true),
  default: 'on',
  reach: { cookies, passes: [], replaces: true },
});

const WRITES_SECURE = /;\s*secure\s*(?:;|$)/i;

export default defineRule({
  id: 'ingress-nginx',
  title: 'Kubernetes ingress-nginx',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#cookie-affinity',
  triggers: [
    'kubernetes.io/affinity',
    'haproxy.org/cookie-persistence',
    'haproxy-ingress.github.io/affinity',
    'proxy_cookie_',
    'add_header',
    'more_set_headers',
  ],
  surfaces: [
    // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#cookie-affinity
    affinity('ingress-nginx/session-cookie', 'on', ENDS_TLS),
    affinity('ingress-nginx/session-cookie', 'request', { unlessWrites: [TRAEFIK, TRAEFIK_CLASS] }),
    {
      // https://github.com/haproxytech/kubernetes-ingress/blob/master/documentation/annotations.md#cookie-persistence: `cookie NAME insert
      // indirect nocache`, and no annotation for its attributes.
      id: 'haproxy-ingress/cookie-persistence',
      docs: 'https://github.com/haproxytech/kubernetes-ingress/blob/master/documentation/annotations.md#cookie-persistence',
      kind: 'session',
      match: { setting: ['haproxy.org/cookie-persistence', '**.haproxy.org/cookie-persistence'] },
      name: value(),
      session: false,
      attributes: {
        secure: { at: 'part', of: sibling('haproxy.org/backend-config-snippet'), pattern: /\bcookie\b(?:(?!\bcookie\b).)*\b(secure)\b/ },
      },
      default: 'off',
      fix: {
        byHand:
          'Write `haproxy.org/backend-config-snippet: cookie NAME insert indirect nocache secure` in its place. There is no edit: the annotation has no option for it.',
      },
    },
    {
      // https://haproxy-ingress.github.io/docs/configuration/keys/#affinity: the keywords are `indirect nocache httponly` where none are written.
      id: 'haproxy-ingress/affinity',
      docs: 'https://haproxy-ingress.github.io/docs/configuration/keys/#affinity',
      kind: 'session',
      match: { setting: ['haproxy-ingress.github.io/affinity', '**.haproxy-ingress.github.io/affinity'], is: ['cookie'] },
      name: sibling('haproxy-ingress.github.io/session-cookie-name'),
      defaultName: 'INGRESSCOOKIE',
      session: false,
      attributes: { secure: { at: 'part', of: sibling('haproxy-ingress.github.io/session-cookie-keywords'), pattern: /\b(secure)\b/ } },
      default: 'off',
      fix: {
        byHand:
          'Write `haproxy-ingress.github.io/session-cookie-keywords: "indirect nocache httponly secure"` beside it. There is no edit: keywords that are written replace those of the controller, which another version may have others of.',
      },
      meaning: { truth: 'strict', words: { secure: 'on' } },
    },
    // https://github.com/traefik/traefik/blob/master/pkg/provider/kubernetes/ingress-nginx/translator.go
    affinity('traefik/ingress-nginx-provider', 'off', { writes: [TRAEFIK] }),
    affinity('traefik/ingress-nginx-provider', 'off', { writes: [TRAEFIK_CLASS], unlessWrites: [TRAEFIK] }),
    {
      id: 'ingress-nginx/configuration-snippet-cookies',
      kind: 'header',
      match: { call: 'add_header', argument: { 0: ['set-cookie'] } },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      id: 'ingress-nginx/configuration-snippet-cookies',
      kind: 'header',
      match: { call: 'more_set_headers', argument: { 0: /^\s*set-cookie\s*:/i } },
      attributes: header(argument(0)),
      default: 'off',
    },
    snippet({ call: 'proxy_cookie_flags', argument: { 0: /^~\*?(?:\^?\.[*+]\$?)?$/ }, words: ['secure'] }, 'all'),
    snippet({ call: 'proxy_cookie_path', argument: { 0: ['/'], 1: WRITES_SECURE } }, 'root-path'),
    snippet({ call: 'proxy_cookie_path', argument: { 0: /^~\*?\^?\(?\.[*+]\)?\$?$/, 1: WRITES_SECURE } }, 'all'),
  ],
});
