/** The standard library's http.cookies: a SimpleCookie that is written into a header. */
import { defineRule, element, key, value } from '../../src/matching/surface.js';

const jars = [
  'http.cookies.SimpleCookie()',
  'http.cookies.BaseCookie()',
  'http.cookies.SmartCookie()',
  'Cookie.SimpleCookie()',
  'Cookie.BaseCookie()',
  'cookies.SimpleCookie()',
];

/** Of a parameter that says its type. */
const typed = ['http.cookies.SimpleCookie', 'http.cookies.BaseCookie', 'cookies.SimpleCookie'];

export default defineRule({
  id: 'http-cookies',
  title: 'http.cookies',
  languages: ['python'],
  docs: 'https://docs.python.org/3/library/http.cookies.html',
  triggers: ['SimpleCookie', 'BaseCookie', 'SmartCookie'],
  surfaces: [
    {
      // https://docs.python.org/3/library/http.cookies.html: a jar that is only parsed from a request is no write.
      id: 'python/http-cookies-morsel',
      kind: 'write',
      match: [
        {
          assign: jars.flatMap((jar) => [`${jar}.*`, `${jar}[]`]),
          target: 'subscript',
          mentions: /set-cookie|\.output\(|OutputString|js_output|\bprint\b/i,
        },
        // A jar that a helper is given: it writes attributes of the entry that it made.
        {
          assign: ['cookies', 'jar', ...typed].flatMap((jar) => [`${jar}.*`, `${jar}[]`]),
          target: 'subscript',
          imports: ['http.cookies', 'Cookie'],
          mentions: /\[['"](?:httponly|path|max-age|expires|secure|samesite)['"]\]\s*=[^=]/i,
        },
      ],
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        sameSite: element('samesite'),
        maxAge: element('max-age'),
        expires: element('expires'),
        path: element('path'),
        domain: element('domain'),
      },
      default: 'off',
    },
  ],
});
