/** Set-Cookie headers in Varnish's VCL, IIS' web.config and lighttpd's settings, and IIS' outbound rules that rewrite those of the app. */
import { argument, defineRule, fixed, header, sibling, value, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** Attributes alone, without the cookie before them. */
const attributesOf = (at: Place): CookieSurface['attributes'] => {
  const text: Place = { at: 'text', text: at, attributesOnly: true };
  return { secure: text, httpOnly: text, sameSite: text, domain: text, path: text };
};

const COOKIE = ['set-cookie', 'Set-Cookie', 'SET-COOKIE'];

export const varnish = defineRule({
  id: 'varnish',
  title: 'Varnish',
  languages: ['vcl'],
  infrastructure: true,
  docs: 'https://varnish-cache.org/docs/7.1/reference/vcl.html',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    // https://varnish-cache.org/docs/7.1/reference/vcl.html; `regsub(resp.http.Set-Cookie, …)` keeps the first cookie only, so that it is no policy.
    {
      id: 'varnish/vcl-set-cookie',
      kind: 'header',
      match: { assign: ['resp', 'beresp', 'obj'].flatMap((object) => COOKIE.map((name) => `${object}.http.${name}`)) },
      attributes: header(value()),
      default: 'off',
    },
    // https://github.com/varnish/varnish-modules/blob/master/src/vmod_header.vcc
    {
      id: 'varnish/vcl-set-cookie',
      kind: 'header',
      match: { call: 'header.append', source: { 0: /^(?:be)?resp\.http\.set-cookie$/i } },
      attributes: header(argument(1)),
      default: 'off',
    },
  ],
});

export const iis = defineRule({
  id: 'iis',
  title: 'IIS',
  languages: ['xml'],
  infrastructure: true,
  docs: 'https://learn.microsoft.com/iis/extensions/url-rewrite-module/creating-outbound-rules-for-url-rewrite-module',
  triggers: ['et-Cookie', 'et_Cookie', 'et-cookie', 'ET_COOKIE', 'ET-COOKIE'],
  surfaces: [
    {
      // https://learn.microsoft.com/iis/extensions/url-rewrite-module/creating-outbound-rules-for-url-rewrite-module; a rule with conditions reaches some responses only.
      id: 'iis/outbound-rewrite-set-cookie',
      docs: 'https://learn.microsoft.com/iis/extensions/url-rewrite-module/creating-outbound-rules-for-url-rewrite-module',
      kind: 'policy',
      match: { setting: ['**.outboundRules.rule', '**.outboundRules.rule.*', 'rule'], file: /\.config$/i },
      secure: fixed(true),
      default: 'on',
      where: [
        { place: value('match', '@serverVariable'), is: /^RESPONSE_Set_Cookie$/i },
        { place: value('match', '@pattern'), is: /^[\^(]*\.[*+][)$]*$/ },
        { place: value('action', '@value'), is: /;\s*secure\s*(?:;|$)/i },
        { place: value('conditions'), is: 'absent' },
        { place: value('@enabled'), not: /^false$/i },
      ],
      reach: { cookies: 'all', passes: [] },
    },
  ],
});

export const rawHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['xml', 'ini'],
  infrastructure: true,
  docs: 'https://learn.microsoft.com/iis/configuration/system.webserver/httpprotocol/customheaders/',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE', 'usertrack.'],
  surfaces: [
    // https://learn.microsoft.com/iis/configuration/system.webserver/httpprotocol/customheaders/
    {
      id: 'iis/custom-headers-set-cookie',
      kind: 'header',
      match: { entry: '@value', beside: { '@name': ['set-cookie'] }, file: /\.config$/i },
      attributes: header(value()),
      default: 'off',
    },
    // https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_setenv
    {
      // https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModUserTrack: the attributes are a text since 1.4.46.
      id: 'lighttpd/usertrack',
      docs: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModUserTrack',
      kind: 'write',
      match: { setting: ['usertrack.cookie-name', '**.usertrack.cookie-name'], languages: ['ini'] },
      name: value(),
      attributes: attributesOf(sibling('usertrack.cookie-attrs')),
      default: 'off',
    },
    {
      id: 'lighttpd/add-response-header',
      kind: 'header',
      match: { entry: 'set-cookie', languages: ['ini'], mentions: /setenv\.(?:add|set)-response-header/ },
      attributes: header(value()),
      default: 'off',
    },
  ],
});
