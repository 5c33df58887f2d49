/** Cookies that Apache httpd writes itself, and the header edits that make the cookies of the apps behind it Secure. */
import {
  argument,
  defineRule,
  directive,
  fixed,
  header,
  type CallBeside,
  type CallMatch,
  type CookieSurface,
  type MatchConditions,
  type PolicySurface,
} from '../../src/matching/surface.js';

/** Directives are compared without case; these are the spellings that are written. */
const HEADER = ['Header', 'header', 'HEADER'];
/** A replacement that writes the attribute: `$1;HttpOnly;Secure`. */
const WRITES_SECURE = /;\s*secure\s*(?:;|$)/i;
/** An expression that every cookie fits, but for those that say Secure already. */
const EVERY_COOKIE = /^(?:\(\?i\)|\(\?<?![^()]*secure[^()]*\)|\(\?:|[\^$()]|\.|[*+])+$/i;
/** Responses of CGI and its relatives have their cookies in the table that only `Header always` reaches, all others in that of plain `Header`. */
const CGI: readonly CallBeside[] = [
  { call: ['wsgiscriptalias', 'wsgiscriptaliasmatch', 'scriptalias', 'scriptaliasmatch', 'fcgidwrapper'] },
  { call: ['sethandler', 'addhandler'], source: /proxy:s?f?cgi|fcgid-script|cgi-script/i },
  { call: ['proxypass', 'proxypassmatch', 'balancermember', 'rewriterule', 'action'], source: /\bs?f?cgi:\/\//i },
];

const edit = (tables: readonly string[] | undefined, conditions: MatchConditions): PolicySurface => {
  const at = tables === undefined ? 0 : 1;
  return {
    id: 'apache/header-edit-set-cookie',
    kind: 'policy',
    match: {
      ...conditions,
      call: HEADER,
      argument: {
        ...(tables === undefined ? {} : { 0: tables }),
        [at]: ['edit', 'edit*'],
        [at + 1]: ['set-cookie'],
        [at + 2]: EVERY_COOKIE,
        [at + 3]: WRITES_SECURE,
      },
    },
    secure: fixed(true),
    default: 'on',
    // `env=HTTPS`, `expr=…`
    where: [{ place: argument(at + 4), is: 'absent' }],
    reach: {
      cookies: 'all',
      passes: [['proxypass', 'proxypassmatch', 'documentroot', 'wsgiscriptalias', 'scriptalias', 'jkmount']],
      transparent: ['ifmodule'],
      whole: { location: /^\/$/, locationmatch: /^\^?(?:\/|\.\*|\/\.\*)?\$?$/ },
      top: ['virtualhost'],
    },
  };
};

const added = (at: number, first: CallMatch): readonly CookieSurface[] => [
  {
    id: 'apache/header-add-set-cookie',
    kind: 'header',
    match: { ...first, argument: { ...first.argument, [at + 2]: /^(?!expr=)/ } },
    attributes: header(argument(at + 2)),
    default: 'off',
  },
  // https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header: a value may be an expression, whose text stands as it is.
  {
    id: 'apache/header-add-set-cookie',
    kind: 'header',
    match: { ...first, argument: { ...first.argument, [at + 2]: /^expr=/ } },
    attributes: header({ at: 'part', of: argument(at + 2), pattern: /^expr=([^]*)$/ }),
    default: 'off',
  },
];

const ADDS = ['add', 'set', 'append', 'merge', 'setifempty'];

export default defineRule({
  id: 'apache',
  title: 'Apache httpd',
  languages: ['apache'],
  infrastructure: true,
  docs: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE', 'SessionCookieName', 'SessionDBDCookieName', 'CookieTracking', 'CO=', 'co=', 'cookie='],
  surfaces: [
    // https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header
    edit(undefined, { unlessCalls: CGI }),
    edit(['onsuccess'], { unlessCalls: CGI }),
    edit(['always'], { calls: CGI }),
    {
      id: 'apache/mod-session-cookie',
      docs: 'https://httpd.apache.org/docs/2.4/mod/mod_session_cookie.html#sessioncookiename',
      kind: 'session',
      match: { call: ['SessionCookieName', 'SessionCookieName2', 'SessionDBDCookieName', 'SessionDBDCookieName2'], args: [1, 2] },
      name: argument(0),
      session: true,
      attributes: attributesText(1),
      default: 'off',
    },
    {
      id: 'apache/mod-usertrack',
      docs: 'https://httpd.apache.org/docs/2.4/mod/mod_usertrack.html',
      kind: 'session',
      match: { call: 'CookieTracking', argument: { 0: ['on'] } },
      name: directive('cookiename', { argument: 0 }),
      defaultName: 'Apache',
      attributes: {
        secure: directive('cookiesecure', { argument: 0 }),
        httpOnly: directive('cookiehttponly', { argument: 0 }),
        sameSite: directive('cookiesamesite', { argument: 0 }),
        domain: directive('cookiedomain', { argument: 0 }),
      },
      default: 'off',
    },
    {
      // https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_co: `CO=name:value:domain:lifetime:path:secure:httponly:samesite`
      id: 'apache/rewriterule-cookie-flag',
      docs: 'https://httpd.apache.org/docs/2.4/rewrite/flags.html#flag_co',
      kind: 'write',
      match: { call: 'RewriteRule', argument: { 2: /[[,]\s*(?:co|cookie)=/i } },
      name: { at: 'part', of: argument(2), pattern: /[[,]\s*(?:co|cookie)=;?([^:;,\]]*)/i },
      attributes: {
        secure: {
          at: 'part',
          of: argument(2),
          pattern: /(?:^\W?\[|,)\s*(?:co|cookie)=(?:;(?:[^;,\]]*;){5}([^;,\]]+)|(?!;)(?:[^:,\]]*:){5}([^:,\]]+))/i,
        },
      },
      default: 'off',
      fix: {
        byHand:
          'Give the flag its sixth part: `[CO=name:value:domain:minutes:path:secure]`. There is no edit: the parts before it may be left out, and what they are to be is not written in the file.',
      },
      // Nothing else switches it on.
      meaning: { truth: 'strict', words: { secure: 'on', yes: 'off', on: 'off', y: 'off', t: 'off' } },
    },
  ],
});

function attributesText(at: number): CookieSurface['attributes'] {
  const text = { at: 'text', text: argument(at), attributesOnly: true } as const;
  return { secure: text, httpOnly: text, sameSite: text, domain: text, path: text, maxAge: text, expires: text };
}

export const apacheHeaders = defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['apache'],
  infrastructure: true,
  docs: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    ...added(0, { call: HEADER, argument: { 0: ADDS, 1: ['set-cookie'] } }),
    ...added(1, { call: HEADER, argument: { 0: ['always', 'onsuccess'], 1: ADDS, 2: ['set-cookie'] } }),
  ],
});
