/** Raw Set-Cookie headers in PHP. */
import { argument, defineRule, header, value } from '../../src/matching/surface.js';

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['php'],
  docs: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  triggers: ['Set-Cookie', 'set-cookie', 'Set-cookie', 'SET-COOKIE'],
  surfaces: [
    {
      id: 'php/header-set-cookie',
      docs: 'https://www.php.net/manual/en/function.header.php',
      kind: 'header',
      match: [
        { call: 'header', argument: { 0: /^\s*set-cookie\s*:/i } },
        { call: 'header', source: { 0: /^sprintf\s*\(\s*['"]\s*set-cookie\s*:/i } },
        {
          method: ['header', 'sendHeader', 'send_header', 'addHeader'],
          receiver: { any: true, sure: true },
          argument: { 0: /^\s*set-cookie\s*:/i },
          args: [1, 3],
        },
      ],
      attributes: header(argument(0)),
      default: 'off',
    },
    {
      // https://www.php-fig.org/psr/psr-7/#12-http-messages, https://symfony.com/doc/current/components/http_foundation.html#setting-cookies
      id: 'symfony/raw-header',
      docs: 'https://www.php-fig.org/psr/psr-7/#12-http-messages',
      kind: 'header',
      match: {
        method: ['set', 'withHeader', 'withAddedHeader', 'header', 'setHeader', 'addHeader', 'add'],
        receiver: { any: true, sure: true, names: [], not: ['**.request', 'request()', '**.request.headers'] },
        argument: { 0: ['set-cookie'] },
        args: [2, 3],
      },
      attributes: header(argument(1)),
      default: 'off',
    },
    {
      // Headers given as an array: `new Response(200, ['Set-Cookie' => …])`.
      id: 'symfony/raw-header',
      kind: 'header',
      match: { entry: 'set-cookie' },
      attributes: header(value()),
      default: 'off',
    },
  ],
});
