/** The rules over the configuration of servers, hosting and ready-made applications. */
import type { Rule } from '../../src/matching/surface.js';
import apache, { apacheHeaders } from './apache.js';
import caddy, { caddyHeaders } from './caddy.js';
import haproxy, { haproxyHeaders } from './haproxy.js';
import hostingHeaders from './hosting-headers.js';
import nginx, { nginxHeaders } from './nginx.js';
import nodeApplications from './node-applications.js';

export const configRules: readonly Rule[] = [nginx, nginxHeaders, apache, apacheHeaders, haproxy, haproxyHeaders, caddy, caddyHeaders, hostingHeaders, nodeApplications];
