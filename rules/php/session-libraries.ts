/** Libraries whose classes start PHP's own session: where they are not told otherwise php.ini decides, and its default is off. */
import { argument, defineRule, keyword, value, type CookieSurface, type Match } from '../../src/matching/surface.js';
import { sessionSettings } from './php.js';

/** A class that is given no options for the cookie. */
const started = (id: string, docs: string, match: Match | readonly Match[]): CookieSurface => ({
  id,
  docs,
  kind: 'session',
  match,
  defaultName: 'PHPSESSID',
  session: true,
  attributes: { secure: { at: 'called', paths: [] } },
  default: 'off',
  decidedBy: sessionSettings,
  coveredBy: ['php/ini-cookie-secure', 'php/ini-set-in-code'],
  fix: {
    byHand:
      'Set `session.cookie_secure = 1` in php.ini, or call `ini_set` before the session starts. There is no edit: another file may do it.',
  },
});

/** An object that many places make, for one session. */
const once = (id: string, docs: string, match: Match | readonly Match[]): CookieSurface => ({
  ...started(id, docs, match),
  registration: 'once',
  decidedBy: [...sessionSettings, 'laminas/session-config', 'laminas/session-manager'],
});

export default defineRule({
  id: 'php-session-libraries',
  title: 'PHP session libraries',
  languages: ['php'],
  docs: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-secure',
  triggers: [
    'Session\\',
    'Session::start',
    'Session::init',
    'Zend_Session',
    'PhpSession',
    'SessionManager',
    'SessionFactory',
    'Http\\Session',
    'Delight\\Auth',
    'OpenIDConnectClient',
    'Auth0',
    'mezzio-session',
  ],
  surfaces: [
    // https://github.com/laminas/laminas-session/blob/2.21.x/src/AbstractManager.php: without a configuration it makes one, which reads php.ini.
    started('laminas/session-manager', 'https://docs.laminas.dev/laminas-session/manager/', {
      call: ['Laminas.Session.SessionManager', 'Zend.Session.SessionManager'],
      args: [0, 0],
      unlessCalls: [{ call: ['**.setConfig', '**.setOptions'] }],
    }),
    // https://github.com/phalcon/cphalcon/blob/master/phalcon/Session/Manager.zep: `start` calls `session_start()`.
    started('phalcon/session-manager', 'https://docs.phalcon.io/latest/session/', { call: 'Phalcon.Session.Manager' }),
    // https://github.com/delight-im/PHP-Cookie/blob/master/src/Session.php: PHP's header, with SameSite added.
    started('delight-cookie/session', 'https://github.com/delight-im/PHP-Cookie#managing-sessions', {
      call: 'Delight.Cookie.Session.start',
    }),
    // https://github.com/josantonius/php-session: `init` of version 1.
    started('josantonius/session', 'https://github.com/josantonius/php-session', { call: 'Josantonius.Session.Session.init' }),
    // https://github.com/laminas/laminas-session/blob/2.21.x/src/AbstractContainer.php: a container starts the default manager.
    once('laminas/session-container', 'https://docs.laminas.dev/laminas-session/container/', {
      call: ['Laminas.Session.Container', 'Zend.Session.Container'],
      mentions: /\b(?:Laminas|Zend)\\Session\b/,
      args: [0, 1],
    }),
    // https://framework.zend.com/manual/1.12/en/zend.session.basic_usage.html: a namespace starts the session too.
    once('zend1/session', 'https://framework.zend.com/manual/1.12/en/zend.session.global_session_management.html', {
      call: ['Zend_Session.start', 'Zend_Session_Namespace'],
    }),
    // https://github.com/mezzio/mezzio-session-ext/blob/1.x/src/PhpSessionPersistence.php: what php.ini has.
    once('mezzio/php-session', 'https://docs.mezzio.dev/mezzio-session-ext/config/', {
      call: 'Mezzio.Session.Ext.PhpSessionPersistence',
      mentions: /\bMezzio\\Session\b/,
    }),
    // https://github.com/jumbojett/OpenID-Connect-PHP/blob/master/src/OpenIDConnectClient.php: state and nonce stand in `$_SESSION`.
    once('openid-connect-php/session', 'https://github.com/jumbojett/OpenID-Connect-PHP', {
      call: ['Jumbojett.OpenIDConnectClient().authenticate'],
    }),
    // https://github.com/delight-im/PHP-Auth/blob/master/src/Auth.php: it starts the session, and its `remember` takes the session's Secure.
    once('delight-auth/session', 'https://github.com/delight-im/PHP-Auth#creating-a-new-instance', {
      call: 'Delight.Auth.Auth',
      mentions: /\bDelight\\Auth\b/,
    }),
    {
      // https://github.com/nette/http/blob/master/src/Http/Session.php: outside the framework Secure is the response's `cookieSecure`, which is false.
      ...once('nette/session', 'https://doc.nette.org/en/http/sessions', {
        call: 'Nette.Http.Session',
        args: [2, 2],
        mentions: /\bNette\\Http\b/,
      }),
      attributes: { secure: { at: 'setter', methods: ['setCookieParameters'], argument: 2 } },
      coveredBy: ['nette/response-cookie-secure', 'nette/http-cookie-secure'],
    },
    {
      id: 'nette/response-cookie-secure',
      docs: 'https://github.com/nette/http/blob/master/src/Http/Response.php',
      kind: 'policy',
      match: { assign: '**.cookieSecure', imports: ['Nette'] },
      secure: value(),
      default: 'off',
    },
    {
      // https://docs.mezzio.dev/mezzio-session-cache/config/
      id: 'mezzio/session-cache',
      docs: 'https://docs.mezzio.dev/mezzio-session-cache/v1/config/',
      kind: 'session',
      match: { setting: 'mezzio-session-cache', languages: ['php'], section: true },
      name: value('cookie_name'),
      defaultName: 'PHPSESSION',
      session: true,
      attributes: {
        secure: value('cookie_secure'),
        httpOnly: value('cookie_http_only'),
        sameSite: value('cookie_same_site'),
        path: value('cookie_path'),
        domain: value('cookie_domain'),
      },
      default: 'off',
    },
    {
      // https://github.com/middlewares/php-session#options: those of `session_start`.
      ...once('middlewares/php-session', 'https://github.com/middlewares/php-session', {
        call: 'Middlewares.PhpSession',
        mentions: /\bMiddlewares\\PhpSession\b/,
      }),
      decidedBy: [...sessionSettings, 'middlewares/php-session-options'],
    },
    {
      id: 'middlewares/php-session-options',
      docs: 'https://github.com/middlewares/php-session#options',
      kind: 'session',
      match: { method: 'options', receiver: { paths: ['Middlewares.PhpSession()', 'Middlewares.PhpSession().*()'] }, args: [1, 1] },
      defaultName: 'PHPSESSID',
      session: true,
      attributes: {
        secure: argument(0, 'cookie_secure'),
        httpOnly: argument(0, 'cookie_httponly'),
        sameSite: argument(0, 'cookie_samesite'),
      },
      default: 'off',
    },
    {
      // https://github.com/auth0/auth0-PHP/blob/main/src/Configuration/SdkConfiguration.php: `cookieSecure = false`.
      id: 'auth0-php/cookie-secure',
      docs: 'https://github.com/auth0/auth0-PHP/blob/main/src/Configuration/SdkConfiguration.php',
      kind: 'session',
      match: {
        mentions: /\bAuth0\\SDK\b/,
        call: ['Auth0.SDK.Auth0', 'Auth0.SDK.Configuration.SdkConfiguration'],
        source: { 0: /^(?!\$)/ },
      },
      defaultName: 'auth0_session',
      session: true,
      attributes: {
        secure: [keyword('cookieSecure'), argument(0, 'cookieSecure')],
        sameSite: [keyword('cookieSameSite'), argument(0, 'cookieSameSite')],
        path: [keyword('cookiePath'), argument(0, 'cookiePath')],
        domain: [keyword('cookieDomain'), argument(0, 'cookieDomain')],
      },
      default: 'off',
    },
    // https://github.com/auraphp/Aura.Session/blob/4.x/src/Session.php
    started('aura/session', 'https://github.com/auraphp/Aura.Session#cookie-params', {
      call: 'Aura.Session.SessionFactory().newInstance',
      unlessCalls: [{ call: ['Aura.Session.SessionFactory().newInstance().setCookieParams'] }],
    }),
    {
      ...started('aura/session', 'https://github.com/auraphp/Aura.Session#cookie-params', {
        call: 'Aura.Session.SessionFactory().newInstance().setCookieParams',
      }),
      attributes: {
        secure: argument(0, 'secure'),
        httpOnly: argument(0, 'httponly'),
        domain: argument(0, 'domain'),
        path: argument(0, 'path'),
      },
      fix: {},
    },
    {
      // https://github.com/odan/session/blob/master/src/PhpSession.php: `secure` is false, and is set over what php.ini has.
      id: 'odan/session',
      docs: 'https://odan.github.io/session/v6/',
      kind: 'session',
      match: { call: 'Odan.Session.PhpSession' },
      name: argument(0, 'name'),
      defaultName: 'app',
      session: true,
      attributes: {
        secure: argument(0, 'secure'),
        httpOnly: argument(0, 'httponly'),
        domain: argument(0, 'domain'),
        path: argument(0, 'path'),
      },
      default: 'off',
    },
  ],
});
