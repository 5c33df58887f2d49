// Fixes in the configuration of servers and ingress controllers, of the surfaces as the catalogue has them.
import { rules } from '../../rules/index.js';
import type { CookieSurface } from '../../src/matching/surface.js';
import type { Language } from '../../src/syntax/ir.js';
import { settingsLanguages } from '../../src/syntax/settings/languages.js';
import { testFixes } from './fix-table.js';

const settings = (id: Language['id']): Language => settingsLanguages.find((language) => language.id === id)!;

/** The surface of an id; `nth` of those that share it. */
const surfaceOf = (id: string, nth = 0): CookieSurface =>
  rules
    .flatMap((rule) => rule.surfaces)
    .filter((one): one is CookieSurface => one.id === id && one.kind !== 'policy' && one.kind !== 'proxy')[nth]!;

testFixes('nginx userid', {
  language: settings('nginx'),
  path: 'nginx.conf',
  surface: surfaceOf('nginx/userid'),
  rows: [
    [
      'server {\n    userid on; # x\n    userid_name uid;\n}\n',
      'server {\n    userid on; # x\n    userid_flags secure;\n    userid_name uid;\n}\n',
    ],
    [
      'server {\r\n\tuserid v1;\r\n\tuserid_flags httponly;\r\n}\r\n',
      'server {\r\n\tuserid v1;\r\n\tuserid_flags httponly secure;\r\n}\r\n',
    ],
  ],
});

testFixes('nginx sticky', {
  language: settings('nginx'),
  path: 'nginx.conf',
  surface: surfaceOf('nginx/sticky-cookie'),
  rows: [['upstream a { sticky cookie srv_id expires=1h; }\n', 'upstream a { sticky cookie srv_id expires=1h secure; }\n']],
});

testFixes('Apache usertrack', {
  language: settings('apache'),
  path: '.htaccess',
  surface: surfaceOf('apache/mod-usertrack'),
  rows: [
    ['  CookieTracking on\n  CookieName x\n', '  CookieTracking on\n  CookieSecure on\n  CookieName x\n'],
    { before: 'CookieTracking on\nCookieSecure Off', after: 'CookieTracking on\nCookieSecure on', state: 'disabled' },
  ],
});

testFixes('Apache sessions', {
  language: settings('apache'),
  path: '.htaccess',
  surface: surfaceOf('apache/mod-session-cookie'),
  rows: [
    ['SessionCookieName session path=/;httponly\n', 'SessionCookieName session "path=/;httponly; Secure"\n'],
    ['SessionCookieName session\n', 'SessionCookieName session Secure\n'],
    ['SessionCookieName session "path=/; httponly"\n', 'SessionCookieName session "path=/; httponly; Secure"\n'],
  ],
});

testFixes('HAProxy headers', {
  language: settings('haproxy'),
  path: 'haproxy.cfg',
  surface: surfaceOf('haproxy/add-header-set-cookie'),
  rows: [
    [
      'backend a\n  http-response add-header Set-Cookie ab=1;\\ Path=/ if { ssl_fc }\n',
      'backend a\n  http-response add-header Set-Cookie ab=1;\\ Path=/;\\ Secure if { ssl_fc }\n',
    ],
    [
      "backend a\n  http-response set-header Set-Cookie 'ab=1; Path=/'\n",
      "backend a\n  http-response set-header Set-Cookie 'ab=1; Path=/; Secure'\n",
    ],
  ],
});

testFixes('Caddy headers', {
  language: settings('caddyfile'),
  path: 'Caddyfile',
  surface: surfaceOf('caddy/header-add-set-cookie'),
  rows: [['example.com {\n\theader +Set-Cookie "ab=1; Path=/"\n}\n', 'example.com {\n\theader +Set-Cookie "ab=1; Path=/; Secure"\n}\n']],
});

testFixes('Traefik labels', {
  language: settings('yaml'),
  path: 'docker-compose.yml',
  surface: surfaceOf('traefik/sticky-cookie', 2),
  rows: [
    [
      'services:\n  web:\n    labels:\n      - "traefik.http.services.web.loadbalancer.sticky.cookie.name=lb" # x\n      - "a=b"\n',
      'services:\n  web:\n    labels:\n      - "traefik.http.services.web.loadbalancer.sticky.cookie.name=lb" # x\n      - "traefik.http.services.web.loadbalancer.sticky.cookie.secure=true"\n      - "a=b"\n',
    ],
    [
      'labels:\n  - traefik.http.services.web.loadbalancer.sticky=true\n',
      'labels:\n  - traefik.http.services.web.loadbalancer.sticky=true\n  - traefik.http.services.web.loadbalancer.sticky.cookie.secure=true\n',
    ],
    [
      'labels: ["traefik.http.services.web.loadbalancer.sticky=true"]\n',
      'labels: ["traefik.http.services.web.loadbalancer.sticky=true", "traefik.http.services.web.loadbalancer.sticky.cookie.secure=true"]\n',
    ],
    [
      'labels:\n  traefik.http.services.web.loadbalancer.sticky.cookie.name: lb\n',
      'labels:\n  traefik.http.services.web.loadbalancer.sticky.cookie.name: lb\n  traefik.http.services.web.loadbalancer.sticky.cookie.secure: "true"\n',
    ],
  ],
});

testFixes('ingress-nginx annotations', {
  language: settings('yaml'),
  path: 'ingress.yaml',
  // The form of an Ingress without `tls:`; the one before it is for those that end TLS.
  surface: surfaceOf('ingress-nginx/session-cookie', 1),
  rows: [
    {
      before: 'annotations:\n  nginx.ingress.kubernetes.io/affinity: cookie\n',
      after: 'annotations:\n  nginx.ingress.kubernetes.io/affinity: cookie\n  nginx.ingress.kubernetes.io/session-cookie-secure: "true"\n',
      state: 'request-conditional',
    },
  ],
});

testFixes('variables of containers', {
  language: settings('yaml'),
  path: 'deploy.yaml',
  surface: surfaceOf('app/oauth2-proxy'),
  rows: [
    { before: 'args:\n  - --cookie-secure=false # x\n', after: 'args:\n  - --cookie-secure=true # x\n', state: 'disabled' },
    {
      before: 'env:\n  - name: OAUTH2_PROXY_COOKIE_SECURE\n    value: "false"\n',
      after: 'env:\n  - name: OAUTH2_PROXY_COOKIE_SECURE\n    value: "true"\n',
      state: 'disabled',
    },
    {
      before: "environment:\n  OAUTH2_PROXY_COOKIE_SECURE: 'false'\n",
      after: "environment:\n  OAUTH2_PROXY_COOKIE_SECURE: 'true'\n",
      state: 'disabled',
    },
    {
      before: 'environment:\n  - OAUTH2_PROXY_COOKIE_SECURE=false\n',
      after: 'environment:\n  - OAUTH2_PROXY_COOKIE_SECURE=true\n',
      state: 'disabled',
    },
  ],
});

testFixes('Envoy attributes', {
  language: settings('yaml'),
  path: 'envoy.yaml',
  surface: surfaceOf('envoy/stateful-session-and-hash-cookie'),
  rows: [
    {
      before: 'hash_policy:\n  - cookie:\n      name: lb\n      ttl: 0s\n',
      after: 'hash_policy:\n  - cookie:\n      name: lb\n      ttl: 0s\n      attributes: [{ name: Secure }]\n',
      safe: false,
    },
    {
      before: 'hash_policy:\n  - cookie: { name: lb, ttl: 0s }\n',
      after: 'hash_policy:\n  - cookie: { name: lb, ttl: 0s, attributes: [{ name: Secure }] }\n',
      safe: false,
    },
  ],
});
