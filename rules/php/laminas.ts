/** Laminas and Zend: the header class and the session's configuration. */
import { argument, defineRule, keyword, setter, value } from '../../src/matching/surface.js';

const configs = ['Laminas', 'Zend'].flatMap((vendor) =>
  ['SessionConfig', 'StandardConfig'].map((name) => `${vendor}.Session.Config.${name}()`),
);

export default defineRule({
  id: 'laminas',
  title: 'Laminas',
  languages: ['php'],
  docs: 'https://docs.laminas.dev/laminas-http/headers/#setcookie',
  triggers: ['SetCookie(', 'Zend_Session::setOptions', 'session_config', 'setCookieSecure', 'Session\\Config\\'],
  packages: ['laminas/laminas-http', 'laminas/laminas-session', 'zendframework/zend-http', 'zendframework/zend-session'],
  surfaces: [
    {
      // https://docs.laminas.dev/laminas-http/headers/#setcookie
      id: 'laminas/set-cookie',
      kind: 'write',
      match: { call: ['Laminas.Http.Header.SetCookie', 'Zend.Http.Header.SetCookie'] },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: [setter('setSecure'), keyword('secure', 5)],
        httpOnly: [setter('setHttponly'), keyword('httponly', 6)],
        sameSite: [setter('setSameSite'), keyword('sameSite', 9)],
        expires: [setter('setExpires'), keyword('expires', 2)],
        path: keyword('path', 3),
        domain: keyword('domain', 4),
        maxAge: [setter('setMaxAge'), keyword('maxAge', 7)],
      },
      default: 'off',
    },
    {
      // https://docs.laminas.dev/laminas-session/config/: null is php.ini's value.
      id: 'laminas/session-config',
      docs: 'https://docs.laminas.dev/laminas-session/config/',
      kind: 'session',
      match: { setting: ['session_config', '*.session_config'], languages: ['php'], section: true },
      name: value('name'),
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: value('cookie_secure'), httpOnly: value('cookie_httponly'), sameSite: value('cookie_samesite') },
      default: 'off',
      meaning: { nullIsDefault: true },
      coveredBy: ['php/ini-cookie-secure'],
    },
    {
      // https://docs.laminas.dev/laminas-session/config/: the same options, given to the object; its own setter is judged itself.
      id: 'laminas/session-config',
      docs: 'https://docs.laminas.dev/laminas-session/config/',
      kind: 'session',
      match: { method: 'setOptions', receiver: { paths: [...configs, 'Zend_Session'] }, unlessAround: /->setCookieSecure\(/ },
      name: argument(0, 'name'),
      defaultName: 'PHPSESSID',
      session: true,
      attributes: {
        secure: argument(0, 'cookie_secure'),
        httpOnly: argument(0, 'cookie_httponly'),
        sameSite: argument(0, 'cookie_samesite'),
      },
      default: 'off',
      meaning: { nullIsDefault: true },
      coveredBy: ['php/ini-cookie-secure', 'php/ini-set-in-code'],
    },
    {
      id: 'laminas/session-config',
      docs: 'https://docs.laminas.dev/laminas-session/config/#standard-config',
      kind: 'session',
      match: {
        method: 'setCookieSecure',
        receiver: { any: true, not: ['this'] },
        args: [1, 1],
        packages: ['laminas/laminas-session', 'zendframework/zend-session'],
      },
      defaultName: 'PHPSESSID',
      session: true,
      attributes: { secure: argument(0) },
      default: 'off',
    },
  ],
});
