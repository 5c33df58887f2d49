/** Cookies that Envoy, Istio, the Gateway API and AWS's load balancer write to send a browser to the same server again. */
import { defineRule, header, value, type CookieSurface, type Place } from '../../src/matching/surface.js';

const affinity = { kind: 'session', session: false } as const;

const listed = (...path: string[]): Place => ({ at: 'listed', list: value(...path), key: 'name', is: 'Secure' });

const cookie = (match: CookieSurface['match'], more: Partial<CookieSurface>): CookieSurface => ({
  ...affinity,
  id: 'envoy/stateful-session-and-hash-cookie',
  match,
  name: value('name'),
  // https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto: only what `attributes` lists is written besides HttpOnly.
  attributes: { secure: listed('attributes'), path: value('path') },
  default: 'off',
  confidence: 'medium',
  ...more,
});

export const envoy = defineRule({
  id: 'envoy',
  title: 'Envoy',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto',
  triggers: ['hash_policy', 'hashPolicy', 'stateful_session', 'filters.http.oauth2'],
  surfaces: [
    // Without a ttl Envoy reads the cookie and never writes it.
    cookie(
      { setting: ['**.hash_policy.*.cookie', 'hash_policy.*.cookie', '**.hashPolicy.*.cookie'], section: true },
      { needs: [value('ttl')] },
    ),
    cookie({ setting: '**.session_state.typed_config.cookie', section: true }, {}),
    {
      // https://github.com/envoyproxy/envoy/blob/main/source/extensions/filters/http/oauth2/filter.cc: every cookie ends in `;secure;HttpOnly`.
      ...affinity,
      id: 'envoy/oauth2-filter',
      match: { setting: ['name', '**.name'], is: ['envoy.filters.http.oauth2'] },
      defaultName: 'BearerToken',
      session: true,
      attributes: { secure: { at: 'fixed', value: true } },
      default: 'on',
      inventoryOnly: true,
    },
  ],
});

export const envoyHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/core/v3/base.proto#config-core-v3-headervalueoption',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    {
      id: 'envoy/response-headers-to-add',
      kind: 'header',
      // https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto, https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers
      match: [
        { entry: 'header.value', beside: { key: ['set-cookie'] }, mentions: /response_headers_to_add|responseHeadersToAdd/ },
        { entry: ['response.add.set-cookie', 'response.set.set-cookie'], mentions: /kind:\s*VirtualService/ },
        // https://gateway-api.sigs.k8s.io/reference/spec/#httpheaderfilter
        { entry: 'value', beside: { name: ['set-cookie'] }, mentions: /responseHeaderModifier/ },
        // https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/headers/
        { entry: 'customResponseHeaders.set-cookie' },
      ],
      attributes: header(value()),
      default: 'off',
    },
  ],
});

export const istio = defineRule({
  id: 'istio',
  title: 'Istio',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-HTTPCookie',
  triggers: ['httpCookie', 'sessionPersistence'],
  surfaces: [
    {
      // https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB-HTTPCookie: newer releases have attributes.
      ...affinity,
      id: 'istio/consistent-hash-http-cookie',
      match: { setting: ['**.consistentHash.httpCookie', 'consistentHash.httpCookie'], section: true },
      name: value('name'),
      attributes: {
        secure: [listed('attributes'), { at: 'elsewhere', by: 'the version of Istio decides whether its cookie can be Secure' }],
        path: value('path'),
      },
      default: 'off',
      confidence: 'low',
    },
    {
      // https://gateway-api.sigs.k8s.io/geps/gep-1619/: the implementation decides about Secure.
      ...affinity,
      id: 'gateway-api/session-persistence',
      // The definition of the resource has the key in its schema.
      match: {
        setting: ['**.sessionPersistence', 'sessionPersistence'],
        section: true,
        unlessWrites: [{ setting: 'kind', is: /^CustomResourceDefinition$/ }],
      },
      name: value('sessionName'),
      attributes: { secure: { at: 'elsewhere', by: 'the implementation of the Gateway API decides about Secure' } },
      default: 'off',
      unlessWritten: [{ at: 'part', of: value('type'), pattern: /^(Header)$/ }],
      confidence: 'low',
    },
  ],
});

export const awsAlb = defineRule({
  id: 'aws-alb',
  title: 'AWS Application Load Balancer',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html',
  triggers: ['stickiness'],
  surfaces: [
    {
      // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#target-group-attributes: nothing about the cookie can be configured.
      ...affinity,
      id: 'aws/alb-stickiness',
      match: [
        { setting: ['**.stickiness.type', '**.Stickiness.Type'], is: ['lb_cookie', 'app_cookie'] },
        {
          setting: ['alb.ingress.kubernetes.io/target-group-attributes', '**.alb.ingress.kubernetes.io/target-group-attributes'],
          mentions: /stickiness\.enabled=true/,
        },
        { entry: 'Value', beside: { Key: ['stickiness.type'] } },
      ],
      defaultName: 'AWSALB',
      attributes: { secure: { at: 'elsewhere', by: 'the load balancer decides about Secure' } },
      default: 'off',
      inventoryOnly: true,
    },
  ],
});
