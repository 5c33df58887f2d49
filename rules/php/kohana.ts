/** Kohana and Koseven: the static members of the cookie helper, which the native session takes too. */
import { argument, defineRule, lambda, value } from '../../src/matching/surface.js';

/** The framework is unpacked into the application, which has no manifest then; its files begin with a guard. */
const mentions = /\bSYSPATH\b|\bKohana\b|\bextends\s+Controller_/;

export default defineRule({
  id: 'kohana',
  title: 'Kohana',
  languages: ['php'],
  docs: 'https://kohana.top/3.3/guide-api/Cookie',
  triggers: ['Kohana::init', 'Cookie::$secure', 'Cookie::set('],
  packages: ['kohana/core', 'koseven/koseven'],
  surfaces: [
    {
      // https://github.com/kohana/core/blob/3.3/master/classes/Kohana/Cookie.php: `public static $secure = FALSE`.
      id: 'kohana/cookie-secure',
      docs: 'https://github.com/kohana/core/blob/3.3/master/classes/Kohana/Cookie.php',
      kind: 'policy',
      match: { assign: 'Cookie.secure', mentions },
      secure: value(),
      default: 'off',
      cookie: { defaultName: 'session', session: true },
    },
    {
      // https://github.com/kohana/core/blob/3.3/master/classes/Kohana/Session/Native.php: session_set_cookie_params with Cookie::$secure.
      id: 'kohana/session',
      docs: 'https://github.com/kohana/core/blob/3.3/master/classes/Kohana/Session/Native.php',
      kind: 'session',
      match: { call: 'Kohana.init', args: [0, 1] },
      defaultName: 'session',
      session: true,
      // There is no argument for it.
      attributes: { secure: lambda('secure') },
      default: 'off',
      coveredBy: ['kohana/cookie-secure'],
      fix: { unsafe: 'write `Cookie::$secure = TRUE;` in bootstrap.php' },
    },
    {
      id: 'kohana/cookie-set',
      docs: 'https://kohana.top/3.3/guide-api/Cookie#set',
      kind: 'write',
      match: { call: 'Cookie.set', args: [2, 3], mentions, file: /(?:^|\/)(?:application|modules)\/(?:[^/]+\/)?classes\// },
      name: argument(0),
      value: argument(1),
      attributes: { secure: lambda('secure') },
      default: 'off',
      coveredBy: ['kohana/cookie-secure'],
      fix: { unsafe: 'write `Cookie::$secure = TRUE;` in bootstrap.php' },
    },
  ],
});
