/** Libraries whose classes start PHP's own session: where they are not told otherwise php.ini decides, and its default is off. */
import { argument, defineRule, type CookieSurface, type Match } from '../../src/matching/surface.js';
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

export default defineRule({
  id: 'php-session-libraries',
  title: 'PHP session libraries',
  languages: ['php'],
  docs: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-secure',
  triggers: ['Session\\', 'Session::start', 'Session::init', 'PhpSession', 'SessionManager', 'SessionFactory'],
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
