/** Slim: the cookie collections of versions 3 and 4, and the application's own method of version 2. */
import { argument, defineRule, keyword, type Place } from '../../src/matching/surface.js';

const property = (key: string): Place => ({ at: 'argument', index: 1, path: [key], plain: true });

export default defineRule({
  id: 'slim',
  title: 'Slim',
  languages: ['php'],
  docs: 'https://github.com/slimphp/Slim-Psr7/blob/master/src/Cookies.php',
  triggers: ['\\Cookies', 'Middleware\\Session', 'setCookie(', 'setEncryptedCookie('],
  packages: ['slim/slim', 'slim/psr7', 'slim/http', 'bryanjhv/slim-session'],
  surfaces: [
    {
      // https://github.com/slimphp/Slim-Psr7/blob/master/src/Cookies.php: a text, or its properties; off unless given.
      id: 'slim/cookies',
      kind: 'write',
      match: {
        method: 'set',
        receiver: { paths: ['Slim.Psr7.Cookies()', 'Slim.Http.Cookies()'], types: ['Slim.Psr7.Cookies', 'Slim.Http.Cookies'] },
        args: [2, 2],
      },
      name: argument(0),
      value: [argument(1, 'value'), argument(1)],
      attributes: {
        secure: property('secure'),
        httpOnly: property('httponly'),
        sameSite: property('samesite'),
        path: property('path'),
        domain: property('domain'),
        expires: property('expires'),
      },
      default: 'off',
    },
    {
      // https://github.com/bryanjhv/slim-session/blob/master/src/Slim/Middleware/Session.php: the settings are merged over `secure` => false.
      id: 'slim/session-middleware',
      docs: 'https://github.com/bryanjhv/slim-session',
      kind: 'session',
      // Symfony and others have a class of this last name.
      match: { call: 'Slim.Middleware.Session', args: [0, 1], mentions: /\bSlim\\Middleware\\Session\b/ },
      name: argument(0, 'name'),
      defaultName: 'slim_session',
      session: true,
      attributes: {
        secure: argument(0, 'secure'),
        httpOnly: argument(0, 'httponly'),
        sameSite: argument(0, 'samesite'),
        path: argument(0, 'path'),
        domain: argument(0, 'domain'),
      },
      default: 'off',
    },
    {
      // https://docs.slimframework.com/response/cookies/ (version 2): the setting `cookies.secure` unless given, which is false.
      id: 'slim/app-set-cookie',
      docs: 'https://docs.slimframework.com/response/cookies/',
      kind: 'write',
      match: {
        method: ['setCookie', 'setEncryptedCookie'],
        receiver: { paths: ['Slim.Slim()', '**.Slim.getInstance()'], names: ['app', 'slim'] },
        args: [2, 7],
        packages: ['slim/slim'],
      },
      name: argument(0),
      value: argument(1),
      attributes: {
        secure: keyword('secure', 5),
        httpOnly: keyword('httponly', 6),
        expires: argument(2),
        path: argument(3),
        domain: argument(4),
      },
      default: 'off',
      meaning: { nullIsDefault: true },
    },
  ],
});
