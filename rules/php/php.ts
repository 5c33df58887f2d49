/** PHP itself: setcookie, sessions, and php.ini. Outgoing jars and test clients (php/cookie-look-alikes) have no surface; scripts in templates (php/document-cookie-templates) are document-cookie's. */
import { argument, defineRule, keyword, sibling, value, type CookieSurface, type Place } from '../../src/matching/surface.js';
import { bothSignatures, cookieOptions, written } from './options.js';

/** What decides the one cookie of PHP's sessions. */
export const sessionSettings = ['php/session-set-cookie-params', 'php/ini-set-cookie-secure', 'php/ini-cookie-secure'];
const ini = { truth: 'strict' } as const;
/** https://www.php.net/manual/en/function.session-name.php, https://www.php.net/manual/en/session.configuration.php#ini.session.name */
const sessionName: readonly Place[] = [
  { at: 'told', paths: ['session_name'], argument: 0 },
  { at: 'told', paths: ['ini_set'], argument: 1, first: 'session.name' },
];
const session = {
  kind: 'session',
  name: sessionName,
  defaultName: 'PHPSESSID',
  session: true,
  default: 'off',
  proxy: ['php/https-behind-proxy'],
} as const;
/** What is left out keeps the value of php.ini. */
const sessionParams = {
  ...session,
  configures: true,
  perPage: true,
  meaning: { nullIsDefault: true },
  coveredBy: ['php/ini-cookie-secure', 'php/ini-set-in-code'],
} as const satisfies Partial<CookieSurface>;
/** https://www.php.net/manual/en/function.setcookie.php: the defaults of expires, path and domain; every PHP reads positions. */
const fill = ['', "''", '0', "''", "''"];
const withOptions = { 2: /^(?:\[|array\s*\(|array_merge\b|\$\w*(?:opt|param|arr|config|attr))/i };
const inParams = (key: string): readonly Place[] => [argument(0, key)];
const paramsAttributes: CookieSurface['attributes'] = {
  secure: [keyword('secure', 3), ...inParams('secure')],
  httpOnly: [keyword('httponly', 4), ...inParams('httponly')],
  sameSite: inParams('samesite'),
  path: [keyword('path', 1), ...inParams('path')],
  domain: [keyword('domain', 2), ...inParams('domain')],
};

export default defineRule({
  id: 'php',
  title: 'PHP',
  languages: ['php', 'ini', 'apache', 'dockerfile'],
  docs: 'https://www.php.net/manual/en/function.setcookie.php',
  triggers: [
    'setcookie',
    'setrawcookie',
    'session_start',
    'session_set_cookie_params',
    'session.cookie_',
    "_SERVER['HTTPS']",
    '_SERVER["HTTPS"]',
  ],
  surfaces: [
    {
      // https://www.php.net/manual/en/function.setcookie.php: keys in any case since 7.3.
      id: 'php/setcookie-options',
      match: { call: 'setcookie', args: [3, 3], source: withOptions },
      ...written,
      attributes: cookieOptions,
    },
    // https://www.php.net/manual/en/function.setcookie.php
    ...bothSignatures({ call: 'setcookie' }, { id: 'php/setcookie-positional', ...written, fix: { fill } }),
    // https://www.php.net/manual/en/function.setrawcookie.php
    ...bothSignatures({ call: 'setrawcookie' }, { id: 'php/setrawcookie', ...written, fix: { fill } }),
    {
      // https://www.php.net/manual/en/function.session-set-cookie-params.php: an array of options stands alone.
      id: 'php/session-set-cookie-params',
      match: { call: 'session_set_cookie_params', args: [1, 1] },
      ...sessionParams,
      attributes: paramsAttributes,
    },
    {
      // Beside other arguments the first one is the lifetime.
      id: 'php/session-set-cookie-params',
      match: { call: 'session_set_cookie_params', args: [2, 5] },
      ...sessionParams,
      attributes: {
        secure: keyword('secure', 3),
        httpOnly: keyword('httponly', 4),
        path: keyword('path', 1),
        domain: keyword('domain', 2),
      },
    },
    {
      // https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-secure
      id: 'php/ini-set-cookie-secure',
      match: { call: ['ini_set', 'ini_alter'], argument: { 0: ['session.cookie_secure'] }, args: [2, 2] },
      ...session,
      configures: true,
      perPage: true,
      meaning: ini,
      attributes: { secure: keyword('value', 1) },
    },
    {
      // The same write, as what session_set_cookie_params falls back on.
      id: 'php/ini-set-in-code',
      kind: 'policy',
      perPage: true,
      match: { call: ['ini_set', 'ini_alter'], argument: { 0: ['session.cookie_secure'] }, args: [2, 2] },
      secure: keyword('value', 1),
      default: 'off',
      meaning: ini,
    },
    {
      // https://www.php.net/manual/en/function.session-start.php: options without cookie_secure, or none; PHP never follows the request.
      id: 'php/session-start-options',
      match: {
        call: 'session_start',
        args: [0, 1],
        source: { 0: /^(?![^]*cookie_secure)/ },
        unlessPackages: ['laravel/framework', 'symfony/framework-bundle'],
      },
      ...session,
      name: [argument(0, 'name'), ...sessionName],
      meaning: ini,
      attributes: {
        secure: argument(0, 'cookie_secure'),
        httpOnly: argument(0, 'cookie_httponly'),
        sameSite: argument(0, 'cookie_samesite'),
      },
      decidedBy: sessionSettings,
      coveredBy: ['php/session-options'],
    },
    {
      // An app that starts its session with the option in one place does so everywhere that counts.
      id: 'php/session-options',
      kind: 'policy',
      perPage: true,
      match: { call: 'session_start', args: [1, 1] },
      secure: argument(0, 'cookie_secure'),
      default: 'off',
      meaning: ini,
    },
    {
      // https://www.php.net/manual/en/function.session-start.php: `cookie_secure`, not `secure`.
      id: 'php/session-start-options',
      match: { call: 'session_start', args: [1, 1], source: { 0: /cookie_secure/ } },
      ...session,
      name: [argument(0, 'name'), ...sessionName],
      meaning: ini,
      attributes: {
        secure: argument(0, 'cookie_secure'),
        httpOnly: argument(0, 'cookie_httponly'),
        sameSite: argument(0, 'cookie_samesite'),
      },
    },
    {
      id: 'php/ini-cookie-secure',
      docs: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-secure',
      kind: 'policy',
      match: [
        {
          setting: [
            '**session.cookie_secure',
            '**php_admin_value[session.cookie_secure]',
            '**php_admin_flag[session.cookie_secure]',
            '**php_value[session.cookie_secure]',
            '**php_flag[session.cookie_secure]',
          ],
          languages: ['ini'],
          placeholders: 'shell',
        },
        {
          call: ['php_value', 'php_flag', 'php_admin_value', 'php_admin_flag'],
          argument: { 0: ['session.cookie_secure'] },
          languages: ['apache'],
        },
      ],
      secure: [value(), argument(1)],
      default: 'off',
      meaning: ini,
      cookie: { defaultName: 'PHPSESSID', session: true },
    },
    {
      // A php.ini that configures sessions and leaves `session.cookie_secure` in a comment: the built-in default is "0".
      id: 'php/ini-cookie-secure',
      match: {
        setting: '**session.cookie_httponly',
        languages: ['ini'],
        file: /(?:^|\/)(?:php[^/]*|\.user)\.ini$/,
        unlessWrites: [{ setting: '**session.cookie_secure' }],
        unlessPackages: ['laravel/framework', 'symfony/framework-bundle', 'drupal/core', 'drupal/core-recommended'],
      },
      ...session,
      attributes: { secure: sibling('session.cookie_secure') },
      decidedBy: ['php/session-set-cookie-params', 'php/ini-set-cookie-secure'],
    },
    {
      // https://developer.wordpress.org/advanced-administration/security/https/: the proxy's header is copied to where PHP looks.
      id: 'php/https-behind-proxy',
      kind: 'proxy',
      ofConnection: true,
      match: { assign: '_SERVER.HTTPS' },
      value: value(),
      written: true,
    },
  ],
});
