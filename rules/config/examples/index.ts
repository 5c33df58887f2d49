/** The examples of the rules over configuration: a file for each rule module. */
import type { Examples } from '../../example.js';
import apache from './apache.js';
import applications from './applications.js';
import caddy from './caddy.js';
import envoy from './envoy.js';
import gateways from './gateways.js';
import haproxy from './haproxy.js';
import hostingHeaders from './hosting-headers.js';
import ingressNginx from './ingress-nginx.js';
import nginx from './nginx.js';
import traefik from './traefik.js';
import varnish from './varnish.js';

export const examples: Examples = {
  ...apache,
  ...applications,
  ...caddy,
  ...envoy,
  ...gateways,
  ...haproxy,
  ...hostingHeaders,
  ...ingressNginx,
  ...nginx,
  ...traefik,
  ...varnish,
};
