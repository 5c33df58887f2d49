/** Examples of the surfaces in ../async-servers.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'swoole/response-cookie': {
    bad: code`
      <?php
      $http = new Swoole\Http\Server('0.0.0.0', 9501);
      $http->on('request', function ($request, $response) {
          $response->cookie('theme', 'dark', 0, '/', '');
      });
    `,
    good: code`
      <?php
      $http = new Swoole\Http\Server('0.0.0.0', 9501);
      $http->on('request', function ($request, $response) {
          $response->cookie('theme', 'dark', 0, '/', '', true);
      });
    `,
  },
  'workerman/response-cookie': {
    bad: code`
      <?php
      use Workerman\Protocols\Http\Response;
      $response = new Response(200);
      $response->cookie('theme', 'dark', 3600, '/', '');
    `,
    good: code`
      <?php
      use Workerman\Protocols\Http\Response;
      $response = new Response(200);
      $response->cookie('theme', 'dark', 3600, '/', '', true);
    `,
  },
  'amphp/response-cookie': {
    bad: code`
      <?php
      use Amp\Http\Cookie\CookieAttributes;
      use Amp\Http\Cookie\ResponseCookie;
      $response->setCookie(new ResponseCookie('theme', 'dark', CookieAttributes::default()));
    `,
    good: code`
      <?php
      use Amp\Http\Cookie\CookieAttributes;
      use Amp\Http\Cookie\ResponseCookie;
      $response->setCookie(new ResponseCookie('theme', 'dark', CookieAttributes::default()->withSecure()));
    `,
  },
  'hyperf/cookie': {
    bad: code`
      <?php
      use Hyperf\HttpMessage\Cookie\Cookie;
      $cookie = new Cookie('theme', 'dark', 0, '/', '');
      $response->withCookie($cookie);
    `,
    good: code`
      <?php
      use Hyperf\HttpMessage\Cookie\Cookie;
      $cookie = new Cookie('theme', 'dark', 0, '/', '', true);
      $response->withCookie($cookie);
    `,
  },
  'hyperf/session': {
    file: 'config/autoload/session.php',
    bad: code`
      <?php
      return ['handler' => 'file', 'options' => ['session_name' => 'HYPERF_SESSION_ID']];
    `,
    good: code`
      <?php
      return ['handler' => 'file'];
    `,
  },
  'webman/session': {
    file: 'config/session.php',
    bad: code`
      <?php
      return ['handler' => Webman\FileSessionHandler::class, 'session_name' => 'PHPSID', 'secure' => false];
    `,
    good: code`
      <?php
      return ['handler' => Webman\FileSessionHandler::class, 'session_name' => 'PHPSID', 'secure' => true];
    `,
  },
  'spiral/cookie': {
    bad: code`
      <?php
      use Spiral\Cookies\Cookie;
      $cookie = Cookie::create('theme', 'dark', 3600, '/', null);
      $queue->schedule($cookie);
    `,
    good: code`
      <?php
      use Spiral\Cookies\Cookie;
      $cookie = Cookie::create('theme', 'dark', 3600, '/', null, true);
      $queue->schedule($cookie);
    `,
  },
  'spiral/cookie-manager': {
    bad: code`
      <?php
      use Spiral\Cookies\CookieManager;
      function remember(CookieManager $cookies): void
      {
          $cookies->set('theme', 'dark', 3600, '/', null);
      }
    `,
    good: code`
      <?php
      use Spiral\Cookies\CookieManager;
      function remember(CookieManager $cookies): void
      {
          $cookies->set('theme', 'dark', 3600, '/', null, true);
      }
    `,
  },
} satisfies Examples;
