/** Examples of the surfaces in ../envoy.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'envoy/stateful-session-and-hash-cookie': {
    bad: code`
      hash_policy:
        - cookie: { name: lb, ttl: 0s, path: / }
    `,
    good: code`
      hash_policy:
        - cookie: { name: lb, ttl: 0s, path: /, attributes: [{ name: Secure }] }
    `,
  },
  'envoy/response-headers-to-add': {
    bad: code`
      response_headers_to_add:
        - header: { key: set-cookie, value: "route=a; Path=/; HttpOnly" }
    `,
    good: code`
      response_headers_to_add:
        - header: { key: set-cookie, value: "route=a; Path=/; HttpOnly; Secure" }
    `,
  },
  'envoy/oauth2-filter': {
    file: 'envoy.yaml',
    bad: code`
      http_filters:
        - name: envoy.filters.http.oauth2
    `,
    good: code`
      http_filters:
        - name: envoy.filters.http.oauth2
    `,
  },
  'istio/consistent-hash-http-cookie': {
    bad: code`
      consistentHash:
        httpCookie: { name: user, ttl: 0s }
    `,
    good: code`
      consistentHash:
        httpHeaderName: x-user
    `,
  },
  'gateway-api/session-persistence': {
    bad: 'sessionPersistence: { sessionName: route, type: Cookie }',
    good: 'sessionPersistence: { sessionName: route, type: Header }',
  },
  'aws/alb-stickiness': {
    file: 'ingress.yaml',
    bad: code`
      metadata:
        annotations:
          alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=3600
    `,
    good: code`
      metadata:
        annotations:
          alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=3600
    `,
  },
} satisfies Examples;
