/** Examples of the surfaces in ../laravel.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'laravel/config-session-secure': {
    file: 'config/session.php',
    packages: ['laravel/framework'],
    bad: code`
      <?php
      return [
          'driver' => env('SESSION_DRIVER', 'database'),
          'secure' => env('SESSION_SECURE_COOKIE'),
          'http_only' => true,
      ];
    `,
    good: code`
      <?php
      return [
          'driver' => env('SESSION_DRIVER', 'database'),
          'secure' => true,
          'http_only' => true,
      ];
    `,
  },
  'laravel/env-session-secure-cookie': {
    file: '.env.example',
    packages: ['laravel/framework'],
    bad: code`
      SESSION_DRIVER=database
      SESSION_SECURE_COOKIE=false
    `,
    good: code`
      SESSION_DRIVER=database
      SESSION_SECURE_COOKIE=true
    `,
  },
  'laravel/response-cookie': {
    bad: code`
      <?php
      return response('ok')->cookie('beta', 'false', 60 * 24 * 365, '/', null, false);
    `,
    good: code`
      <?php
      return response('ok')->cookie('beta', 'false', 60 * 24 * 365, '/', null, true);
    `,
  },
  'laravel/cookie-helper': {
    bad: code`
      <?php
      Cookie::queue('theme', 'dark', 60, null, null, false);
    `,
    good: code`
      <?php
      Cookie::queue('theme', 'dark', 60, null, null, true);
    `,
  },
  'laravel/trusted-proxies': {
    file: 'bootstrap/app.php',
    packages: ['laravel/framework'],
    beside: {
      'config/session.php': code`
        <?php
        return [
            'driver' => 'database',
            'secure' => null,
            'http_only' => true,
        ];
      `,
    },
    bad: code`
      <?php
      return Application::configure(basePath: dirname(__DIR__))
          ->withMiddleware(function (Middleware $middleware) {})
          ->create();
    `,
    good: code`
      <?php
      return Application::configure(basePath: dirname(__DIR__))
          ->withMiddleware(function (Middleware $middleware) {
              $middleware->trustProxies(at: '*');
          })
          ->create();
    `,
  },
} satisfies Examples;
