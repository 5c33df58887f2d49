/** Examples of the surfaces in ../ingress-nginx.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'ingress-nginx/session-cookie': {
    bad: code`
      metadata:
        annotations:
          nginx.ingress.kubernetes.io/affinity: "cookie"
          nginx.ingress.kubernetes.io/session-cookie-name: "route"
    `,
    good: code`
      metadata:
        annotations:
          nginx.ingress.kubernetes.io/affinity: "cookie"
          nginx.ingress.kubernetes.io/session-cookie-name: "route"
          nginx.ingress.kubernetes.io/session-cookie-secure: "true"
    `,
  },
  'traefik/ingress-nginx-provider': {
    file: 'ingress.yaml',
    bad: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          nginx.ingress.kubernetes.io/affinity: cookie
      spec:
        ingressClassName: traefik
    `,
    good: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          nginx.ingress.kubernetes.io/affinity: cookie
          nginx.ingress.kubernetes.io/session-cookie-secure: "true"
      spec:
        ingressClassName: traefik
    `,
  },
  'ingress-nginx/configuration-snippet-cookies': {
    bad: code`
      nginx.ingress.kubernetes.io/configuration-snippet: |
        add_header Set-Cookie "lang=en; Path=/";
    `,
    good: code`
      nginx.ingress.kubernetes.io/configuration-snippet: |
        proxy_cookie_flags ~ secure;
        add_header Set-Cookie "lang=en; Path=/; Secure";
    `,
  },
  'haproxy-ingress/affinity': {
    bad: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          haproxy-ingress.github.io/affinity: cookie
    `,
    good: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          haproxy-ingress.github.io/affinity: cookie
          haproxy-ingress.github.io/session-cookie-keywords: "indirect nocache httponly secure"
    `,
  },
  'haproxy-ingress/cookie-persistence': {
    bad: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          haproxy.org/cookie-persistence: route
    `,
    good: code`
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        annotations:
          haproxy.org/load-balance: source
    `,
  },
} satisfies Examples;
