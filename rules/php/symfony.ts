/** Symfony: cookies of HttpFoundation, the framework's session and remember-me. */
import { argument, defineRule, header, keyword, setter, value, type CookieSurface, type Place } from '../../src/matching/surface.js';
import { sessionSettings } from './php.js';
import type { SymfonyFacts } from '../../src/project/symfony-settings.js';

/** The settings whose value only all files together tell. */
export const symfonyFacts: SymfonyFacts = { session: 'symfony/framework-session-cookie-secure' };

const proxies = ['symfony/trusted-proxies', 'laravel/trusted-proxies'];
const auto = { words: { auto: 'request' } } as const;
/** Since 4.2 `create` has null, since 5.0 the constructor too: https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/HttpFoundation/Cookie.php */
const cookie = {
  kind: 'write',
  name: keyword('name', 0),
  value: keyword('value', 1),
  attributes: {
    secure: [setter('withSecure'), keyword('secure', 5)],
    httpOnly: [setter('withHttpOnly'), keyword('httpOnly', 6)],
    sameSite: [setter('withSameSite'), keyword('sameSite', 8)],
    domain: [setter('withDomain'), keyword('domain', 4)],
    path: [setter('withPath'), keyword('path', 3)],
    expires: [setter('withExpires'), keyword('expire', 2)],
    partitioned: [setter('withPartitioned'), keyword('partitioned', 9)],
  },
  default: 'request',
  meaning: { nullIsDefault: true },
  proxy: proxies,
} as const satisfies Partial<CookieSurface>;
/** The packages that bring the framework, before a version. */
const older = (version: string): Readonly<Record<string, string>> => ({
  'symfony/framework-bundle': version,
  'symfony/symfony': version,
  'symfony/http-foundation': version,
});
const option = (key: string): Place => argument(0, key);
/** https://symfony.com/doc/current/session.html: outside the framework php.ini decides. */
const native = {
  id: 'symfony/native-session-storage',
  docs: 'https://symfony.com/doc/current/session.html',
  kind: 'session',
  name: option('name'),
  defaultName: 'PHPSESSID',
  session: true,
  default: 'off',
  meaning: auto,
  proxy: proxies,
  coveredBy: ['php/ini-cookie-secure', 'php/ini-set-in-code'],
} as const satisfies Partial<CookieSurface>;

export default defineRule({
  id: 'symfony',
  title: 'Symfony',
  languages: ['php', 'yaml', 'xml'],
  docs: 'https://symfony.com/doc/current/components/http_foundation.html#setting-cookies',
  triggers: [
    'Cookie::create',
    'Cookie::fromString',
    'new Cookie(',
    'HttpFoundation\\Cookie',
    'cookie_secure',
    'cookieSecure',
    'cookie-secure',
    'framework:',
    ['remember_me', 'firewalls'],
    'SessionStorage',
    'Session\\Session',
    'trusted_proxies',
    'setTrustedProxies',
    'trustedProxies',
  ],
  packages: ['symfony/http-foundation', 'symfony/framework-bundle', 'symfony/symfony'],
  surfaces: [
    {
      // https://symfony.com/doc/current/components/http_foundation.html#setting-cookies: `withSecure()` means true.
      id: 'symfony/cookie-create',
      match: { call: 'Symfony.Component.HttpFoundation.Cookie.create', source: { 2: /^(?!\[|array\()/ } },
      ...cookie,
    },
    {
      // https://symfony.com/doc/current/components/http_foundation.html#setting-cookies; BrowserKit's Cookie is a test client's.
      id: 'symfony/new-cookie',
      olderDefault: { default: 'off', before: older('5.0') },
      match: { call: 'Symfony.Component.HttpFoundation.Cookie', args: [1, 10], source: { 0: /^(?!\[|array\()/ } },
      ...cookie,
    },
    {
      // https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/HttpFoundation/Cookie.php: what the text does not say is off.
      id: 'symfony/cookie-from-string',
      kind: 'header',
      match: { call: 'Symfony.Component.HttpFoundation.Cookie.fromString', args: [1, 2] },
      attributes: header(argument(0)),
      default: 'off',
    },
    {
      // https://symfony.com/doc/current/reference/configuration/framework.html#cookie-secure: auto since 7.0, and in the recipe since 4.2.
      id: 'symfony/framework-session-cookie-secure',
      docs: 'https://symfony.com/doc/current/reference/configuration/framework.html#cookie-secure',
      kind: 'session',
      match: { setting: ['framework.session', 'when@prod.framework.session'], languages: ['yaml'], placeholders: 'symfony' },
      name: value('name'),
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: value('cookie_secure'), httpOnly: value('cookie_httponly'), sameSite: value('cookie_samesite') },
      default: 'request',
      // https://github.com/symfony/symfony/blob/7.0/src/Symfony/Bundle/FrameworkBundle/CHANGELOG.md: before that php.ini decides.
      olderDefault: { default: 'off', before: older('7.0') },
      meaning: { truth: 'strict', nullIsDefault: true, ...auto },
      proxy: proxies,
      coveredBy: ['php/ini-cookie-secure'],
    },
    {
      // https://symfony.com/doc/current/reference/configuration/framework.html#cookie-secure, in PHP
      id: 'symfony/session-config-php',
      docs: 'https://symfony.com/doc/current/reference/configuration/framework.html#cookie-secure',
      kind: 'session',
      match: { method: 'cookieSecure', receiver: { any: true, sure: true }, args: [1, 1], file: /(?:^|\/)config\// },
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: argument(0) },
      default: 'request',
      olderDefault: { default: 'off', before: older('7.0') },
      meaning: { nullIsDefault: true, ...auto },
      proxy: proxies,
    },
    {
      // https://symfony.com/doc/current/security/remember_me.html: unset, it copies a cookie_secure that the session's configuration writes, and else is off.
      id: 'symfony/remember-me',
      docs: 'https://symfony.com/doc/current/security/remember_me.html',
      kind: 'session',
      match: {
        setting: ['security.firewalls.*.remember_me', 'when@prod.security.firewalls.*.remember_me'],
        languages: ['yaml'],
        section: true,
        placeholders: 'symfony',
      },
      name: value('name'),
      defaultName: 'REMEMBERME',
      session: true,
      attributes: {
        secure: [value('secure'), { at: 'setting', of: 'symfony', key: 'framework.session.cookie_secure' }],
        sameSite: value('samesite'),
        httpOnly: value('httponly'),
      },
      unlessFalse: [value()],
      default: 'off',
      meaning: { truth: 'strict', nullIsDefault: true, ...auto },
      proxy: proxies,
    },
    {
      ...native,
      match: {
        call: [
          'Symfony.Component.HttpFoundation.Session.Storage.NativeSessionStorage',
          'Symfony.Component.HttpFoundation.Session.Storage.PhpBridgeSessionStorage',
          'Symfony.Component.HttpFoundation.Session.Storage.NativeSessionStorageFactory',
        ],
      },
      attributes: {
        secure: [option('cookie_secure'), keyword('secure', 3)],
        httpOnly: option('cookie_httponly'),
        sameSite: option('cookie_samesite'),
      },
    },
    {
      // https://github.com/symfony/symfony/blob/7.4/src/Symfony/Component/HttpFoundation/Session/Session.php: without a storage it makes a native one.
      ...native,
      match: [
        { call: 'Symfony.Component.HttpFoundation.Session.Session', args: [0, 0] },
        { call: 'Symfony.Component.HttpFoundation.Session.Session', args: [1, 4], source: { 0: /^null$/i } },
      ],
      attributes: { secure: { at: 'called', paths: [] } },
      decidedBy: sessionSettings,
      fix: {
        byHand:
          "Give it `new NativeSessionStorage(['cookie_secure' => true])`, or set `session.cookie_secure` in php.ini. There is no edit: the file may lack the import.",
      },
    },
    {
      // https://symfony.com/doc/current/deployment/proxies.html
      id: 'symfony/trusted-proxies',
      kind: 'proxy',
      match: {
        setting: ['framework.trusted_proxies', 'when@prod.framework.trusted_proxies'],
        languages: ['yaml'],
        placeholders: 'symfony',
      },
      value: value(),
      written: true,
    },
    {
      // https://symfony.com/doc/current/deployment/proxies.html, in code
      id: 'symfony/trusted-proxies',
      kind: 'proxy',
      match: { method: ['setTrustedProxies', 'trustedProxies'], receiver: { any: true, sure: true } },
      value: argument(0),
      written: true,
    },
  ],
});
