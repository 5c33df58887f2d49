/** Traefik's sticky cookie: in its files, in labels of containers, in Kubernetes resources and annotations. */
import { defineRule, value, type CookieSurface, type Match } from '../../src/matching/surface.js';

const sticky = (match: Match | readonly Match[], before = ''): CookieSurface => {
  const at = (key: string) => value(`${before}${key}`);
  return {
    id: 'traefik/sticky-cookie',
    kind: 'session',
    match,
    name: at('name'),
    session: false,
    // Options are compared without case: https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/
    attributes: {
      secure: at('secure'),
      httpOnly: [at('httpOnly'), at('httponly')],
      sameSite: [at('sameSite'), at('samesite')],
      domain: at('domain'),
      path: at('path'),
      maxAge: [at('maxAge'), at('maxage')],
    },
    default: 'off',
    meaning: { truth: 'strict' },
  };
};

export default defineRule({
  id: 'traefik',
  title: 'Traefik',
  languages: ['yaml', 'toml', 'json', 'dockerfile'],
  infrastructure: true,
  docs: 'https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/#sticky-sessions',
  // As a key of any of the formats, or inside a label's: the bare word is in every translation and style sheet.
  triggers: ['sticky', 'Sticky'].flatMap((word) => ['"', "'", ':', '.', ']', '=', ' ='].map((end) => word + end)),
  surfaces: [
    // The file provider, and TraefikService's weighted services; labels are keys with dots in them.
    sticky({
      setting: ['**.loadBalancer.sticky.cookie', '**.weighted.sticky.cookie'],
      relaxed: true,
      section: true,
      languages: ['yaml', 'toml', 'json'],
      unlessKey: /(?:^|\.)traefik\.http\.services\./i,
    }),
    // IngressRoute: `spec.routes[].services[].sticky.cookie`
    sticky({
      setting: '**.services.*.sticky.cookie',
      section: true,
      languages: ['yaml', 'json'],
      writes: [{ setting: 'apiVersion', is: /traefik/ }],
    }),
    sticky({ labels: /^(traefik\.http\.services\.[^.]+\.(?:loadbalancer|weighted)\.sticky)(?:\.(cookie\.\w+)|\.cookie)?$/i }, 'cookie.'),
    // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/#annotations
    sticky({ labels: /^(traefik\.ingress\.kubernetes\.io\/service\.sticky)(?:\.(cookie\.\w+)|\.cookie)?$/i }, 'cookie.'),
  ],
});
