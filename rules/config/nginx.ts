/** Cookies that nginx writes itself, and the directives that make the cookies of the apps behind it Secure. */
import { argument, defineRule, directive, fixed, header, word, type PolicySurface, type Reach } from '../../src/matching/surface.js';

/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html: only responses of `proxy_pass` are rewritten, and an inner block's directives replace the outer ones. */
const reach = (cookies: Reach['cookies']): Reach => ({
  cookies,
  passes: [['proxy_pass']],
  blind: ['fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass'],
  replaces: true,
  top: ['http', 'server'],
});

const pathHack = (id: string, cookies: Reach['cookies'], match: PolicySurface['match']): PolicySurface => ({
  id,
  kind: 'policy',
  match,
  secure: fixed(true),
  default: 'on',
  reach: reach(cookies),
});

/** A replacement that writes the attribute: `/; HttpOnly; Secure`. */
const WRITES_SECURE = /;\s*secure\s*(?:;|$)/i;

export default defineRule({
  id: 'nginx',
  title: 'nginx',
  languages: ['nginx'],
  infrastructure: true,
  docs: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cookie_flags',
  triggers: ['proxy_cookie_', 'userid', 'sticky'],
  surfaces: [
    {
      // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cookie_flags: of several directives the first that matches the name counts; `~` matches all.
      id: 'nginx/proxy-cookie-flags',
      kind: 'policy',
      match: { call: 'proxy_cookie_flags', argument: { 0: /^~\*?(?:\^?\.[*+]\$?)?$/ }, words: ['secure'] },
      secure: fixed(true),
      default: 'on',
      where: [{ place: { at: 'before', name: 'proxy_cookie_flags' }, is: 'absent' }],
      reach: reach('all'),
    },
    {
      // The same for a cookie by its name: several of them stand beside one another.
      id: 'nginx/proxy-cookie-flags-by-name',
      kind: 'policy',
      match: { call: 'proxy_cookie_flags', argument: { 0: /^(?!~\*?(?:\^?\.[*+]\$?)?$)./ }, words: ['secure'] },
      secure: fixed(true),
      default: 'on',
      cookieName: argument(0),
      reach: reach('all'),
    },
    // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cookie_path: `/` replaces a prefix, so that `Path=/app` becomes `Path=/; Secureapp`.
    pathHack('nginx/proxy-cookie-path-hack', 'root-path', { call: 'proxy_cookie_path', argument: { 0: ['/'], 1: WRITES_SECURE } }),
    pathHack('nginx/proxy-cookie-path-hack', 'all', {
      call: 'proxy_cookie_path',
      argument: { 0: /^~\*?\^?\(?\.[*+]\)?\$?$/, 1: WRITES_SECURE },
    }),
    {
      id: 'nginx/userid',
      docs: 'https://nginx.org/en/docs/http/ngx_http_userid_module.html',
      kind: 'session',
      match: { call: 'userid', argument: { 0: ['on', 'v1'] } },
      name: directive('userid_name', { argument: 0 }),
      defaultName: 'uid',
      attributes: {
        secure: directive('userid_flags', { word: 'secure' }),
        httpOnly: directive('userid_flags', { word: 'httponly' }),
        domain: directive('userid_domain', { argument: 0 }),
        path: directive('userid_path', { argument: 0 }),
      },
      default: 'off',
    },
    {
      // https://nginx.org/en/docs/http/ngx_http_upstream_module.html#sticky: `route` and `learn` write no cookie.
      id: 'nginx/sticky-cookie',
      docs: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#sticky',
      kind: 'session',
      match: { call: 'sticky', argument: { 0: ['cookie'] } },
      name: argument(1),
      defaultName: 'route',
      attributes: { secure: word('secure', 2), httpOnly: word('httponly', 2) },
      default: 'off',
    },
    {
      // The sticky module of the community: `sticky name=route secure;`
      id: 'nginx/sticky-cookie',
      kind: 'session',
      match: [
        { call: 'sticky', argument: { 0: /^(?!(?:cookie|route|learn)$)/ } },
        { call: 'sticky', args: [0, 0] },
      ],
      defaultName: 'route',
      attributes: { secure: word('secure'), httpOnly: word('httponly') },
      default: 'off',
    },
  ],
});

export const nginxHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['nginx'],
  infrastructure: true,
  docs: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    {
      id: 'nginx/add-header-set-cookie',
      kind: 'header',
      match: { call: 'add_header', argument: { 0: ['set-cookie'] } },
      attributes: header(argument(1)),
      default: 'off',
    },
    // https://github.com/openresty/headers-more-nginx-module#more_set_headers: the whole line is one word.
    {
      id: 'nginx/add-header-set-cookie',
      kind: 'header',
      match: { call: 'more_set_headers', argument: { 0: /^\s*set-cookie\s*:/i } },
      attributes: header(argument(0)),
      default: 'off',
    },
  ],
});
