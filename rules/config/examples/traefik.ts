/** Examples of the surfaces in ../traefik.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'traefik/sticky-cookie': {
    bad: code`
      labels:
        - "traefik.http.services.web.loadbalancer.sticky.cookie.name=lb"
    `,
    good: code`
      labels:
        - "traefik.http.services.web.loadbalancer.sticky.cookie.name=lb"
        - "traefik.http.services.web.loadbalancer.sticky.cookie.secure=true"
    `,
  },
} satisfies Examples;
