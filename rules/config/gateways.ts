/** Cookies that API gateways and Contour write themselves, and what Contour takes away from those of the apps behind it. */
import { defineRule, sibling, value, type Match } from '../../src/matching/surface.js';

const ownCookie = { kind: 'session', session: false } as const;

/** An option of a plugin: in Kong's declarative file, or in the resource of Kubernetes. */
const ofPlugin = (option: string): Match[] => [
  { setting: [`**.plugins.*.config.${option}`, `plugins.*.config.${option}`] },
  { setting: `config.${option}`, writes: [{ setting: 'kind', is: /^Kong(?:Cluster)?Plugin$/ }] },
];

export const kong = defineRule({
  id: 'kong',
  title: 'Kong',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://developer.konghq.com/plugins/session/reference/',
  triggers: ['cookie_secure'],
  surfaces: [
    {
      // https://github.com/Kong/kong/blob/master/kong/plugins/session/schema.lua: on unless it is switched off. The key is the plugin's own.
      ...ownCookie,
      id: 'kong/session-plugin',
      match: ofPlugin('cookie_secure'),
      name: sibling('cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: {
        secure: value(),
        httpOnly: [sibling('cookie_http_only'), sibling('cookie_httponly')],
        sameSite: [sibling('cookie_same_site'), sibling('cookie_samesite')],
        domain: sibling('cookie_domain'),
        path: sibling('cookie_path'),
      },
      default: 'on',
    },
    {
      // https://developer.konghq.com/plugins/openid-connect/reference/: where it is not written lua-resty-session decides, by its version.
      ...ownCookie,
      id: 'kong/openid-connect-plugin',
      docs: 'https://developer.konghq.com/plugins/openid-connect/reference/',
      match: ofPlugin('session_cookie_secure'),
      name: sibling('session_cookie_name'),
      defaultName: 'session',
      session: true,
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});

export const apisix = defineRule({
  id: 'apisix',
  title: 'Apache APISIX',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://apisix.apache.org/docs/apisix/plugins/csrf/',
  triggers: ['csrf'],
  surfaces: [
    {
      // https://github.com/apache/apisix/blob/master/apisix/plugins/csrf.lua: `NAME=…;path=/;Expires=…`, and no option for more.
      ...ownCookie,
      id: 'apisix/csrf-plugin',
      match: [
        { setting: ['**.plugins.csrf', 'plugins.csrf'], section: true },
        { setting: '**.plugins.*.name', is: ['csrf'], writes: [{ setting: 'apiVersion', is: /^apisix\.apache\.org\// }] },
      ],
      name: [value('name'), { at: 'sibling', key: 'config', path: ['name'] }],
      needs: [value('key'), sibling('config')],
      defaultName: 'apisix-csrf-token',
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'off',
      fix: {
        byHand: 'Let the `response-rewrite` plugin or the proxy in front add Secure. There is no edit: the plugin has no option for it.',
      },
    },
  ],
});

/** The cookie of `strategy: Cookie`: https://projectcontour.io/docs/1.30/config/request-routing/#session-affinity */
const AFFINITY = 'X-Contour-Session-Affinity';
const RESOURCE = { setting: 'apiVersion', is: /^projectcontour\.io\// };
const REWRITTEN = { setting: '**.cookieRewritePolicies.*.name', is: new RegExp(`^${AFFINITY}$`, 'i') };

export const contour = defineRule({
  id: 'contour',
  title: 'Contour',
  languages: ['yaml', 'json'],
  infrastructure: true,
  docs: 'https://projectcontour.io/docs/1.30/config/cookie-rewriting/',
  triggers: ['cookieRewritePolicies', 'loadBalancerPolicy'],
  surfaces: [
    {
      ...ownCookie,
      id: 'contour/session-affinity',
      match: { setting: '**.loadBalancerPolicy.strategy', is: ['cookie'], writes: [RESOURCE], unlessWrites: [REWRITTEN] },
      defaultName: AFFINITY,
      attributes: { secure: { at: 'called', paths: [] } },
      default: 'off',
      fix: {
        byHand: `Write \`cookieRewritePolicies: [{ name: ${AFFINITY}, secure: true }]\` beside it. There is no edit: the route may have others.`,
      },
    },
    {
      // One of the resource's routes rewrites it.
      ...ownCookie,
      id: 'contour/session-affinity',
      match: { setting: '**.loadBalancerPolicy.strategy', is: ['cookie'], writes: [RESOURCE, REWRITTEN] },
      defaultName: AFFINITY,
      attributes: { secure: { at: 'elsewhere', by: 'a cookieRewritePolicies of the resource may make it Secure' } },
      default: 'off',
      confidence: 'low',
    },
    {
      // Where it says false, the cookie loses the Secure that the app has set.
      ...ownCookie,
      id: 'contour/cookie-rewrite-policy',
      match: { setting: '**.cookieRewritePolicies.*.secure', writes: [RESOURCE] },
      name: sibling('name'),
      attributes: { secure: value() },
      default: 'on',
    },
  ],
});
