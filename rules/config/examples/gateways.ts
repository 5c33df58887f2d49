/** Examples of the surfaces in ../gateways.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'kong/session-plugin': {
    file: 'kong.yaml',
    bad: code`
      _format_version: "3.0"
      plugins:
        - name: session
          config:
            cookie_secure: false
    `,
    good: code`
      _format_version: "3.0"
      plugins:
        - name: session
          config:
            cookie_secure: true
    `,
  },
  'kong/openid-connect-plugin': {
    file: 'kong.yaml',
    bad: code`
      plugins:
        - name: openid-connect
          config:
            session_cookie_secure: false
    `,
    good: code`
      plugins:
        - name: openid-connect
          config:
            session_cookie_secure: true
    `,
  },
  'apisix/csrf-plugin': {
    file: 'apisix.yaml',
    bad: code`
      routes:
        - uri: /shop
          plugins:
            csrf:
              key: secret-of-the-shop
    `,
    good: code`
      routes:
        - uri: /shop
          plugins:
            key-auth: {}
    `,
  },
  'contour/session-affinity': {
    file: 'proxy.yaml',
    bad: code`
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      spec:
        routes:
          - services: [{ name: shop, port: 80 }]
            loadBalancerPolicy:
              strategy: Cookie
    `,
    good: code`
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      spec:
        routes:
          - services: [{ name: shop, port: 80 }]
            loadBalancerPolicy:
              strategy: WeightedLeastRequest
    `,
  },
  'contour/cookie-rewrite-policy': {
    file: 'proxy.yaml',
    bad: code`
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      spec:
        routes:
          - cookieRewritePolicies:
              - name: sid
                secure: false
    `,
    good: code`
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      spec:
        routes:
          - cookieRewritePolicies:
              - name: sid
                secure: true
    `,
  },
} satisfies Examples;
