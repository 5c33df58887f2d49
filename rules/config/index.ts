/** The rules over the configuration of servers, hosting and ready-made applications. */
import type { Rule } from '../../src/matching/surface.js';
import apache, { apacheHeaders } from './apache.js';
import { applications, genericVariables } from './applications.js';
import caddy, { caddyHeaders } from './caddy.js';
import { awsAlb, envoy, envoyHeaders, istio } from './envoy.js';
import { apisix, contour, kong } from './gateways.js';
import haproxy, { haproxyHeaders } from './haproxy.js';
import hostingHeaders from './hosting-headers.js';
import ingressNginx from './ingress-nginx.js';
import nginx, { nginxHeaders } from './nginx.js';
import traefik from './traefik.js';
import { iis, rawHeaders, varnish } from './varnish.js';

export const configRules: readonly Rule[] = [
  nginx,
  nginxHeaders,
  apache,
  apacheHeaders,
  haproxy,
  haproxyHeaders,
  caddy,
  caddyHeaders,
  traefik,
  ingressNginx,
  envoy,
  envoyHeaders,
  istio,
  awsAlb,
  kong,
  apisix,
  contour,
  varnish,
  iis,
  rawHeaders,
  hostingHeaders,
];

/** What frameworks' own rules name better comes before them. */
export const applicationRules: readonly Rule[] = [...applications, genericVariables];
