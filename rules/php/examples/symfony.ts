/** Examples of the surfaces in ../symfony.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'symfony/cookie-create': {
    bad: code`
      <?php
      $response->headers->setCookie(Cookie::create('theme', 'dark'));
    `,
    good: code`
      <?php
      $response->headers->setCookie(Cookie::create('theme', 'dark')->withSecure());
    `,
  },
  'symfony/cookie-from-string': {
    bad: code`
      <?php
      use Symfony\Component\HttpFoundation\Cookie;
      $response->headers->setCookie(Cookie::fromString('theme=dark; Path=/; HttpOnly'));
    `,
    good: code`
      <?php
      use Symfony\Component\HttpFoundation\Cookie;
      $response->headers->setCookie(Cookie::fromString('theme=dark; Path=/; Secure; HttpOnly'));
    `,
  },
  'symfony/new-cookie': {
    bad: code`
      <?php
      $response->headers->setCookie(new Cookie('seen', '1', 0, '/', null, false));
    `,
    good: code`
      <?php
      $response->headers->setCookie(new Cookie('seen', '1', 0, '/', null, true));
    `,
  },
  'symfony/framework-session-cookie-secure': {
    file: 'config/packages/framework.yaml',
    packages: ['symfony/framework-bundle'],
    bad: code`
      framework:
          session:
              cookie_secure: auto
              cookie_samesite: lax
    `,
    good: code`
      framework:
          session:
              cookie_secure: true
              cookie_samesite: lax
    `,
  },
  'symfony/session-config-php': {
    file: 'config/packages/framework.php',
    packages: ['symfony/framework-bundle'],
    bad: code`
      <?php
      use Symfony\Config\FrameworkConfig;

      return static function (FrameworkConfig $framework): void {
          $framework->session()
              ->cookieSecure('auto')
              ->cookieSamesite('lax');
      };
    `,
    good: code`
      <?php
      use Symfony\Config\FrameworkConfig;

      return static function (FrameworkConfig $framework): void {
          $framework->session()
              ->cookieSecure(true)
              ->cookieSamesite('lax');
      };
    `,
  },
  'symfony/remember-me': {
    file: 'config/packages/security.yaml',
    packages: ['symfony/framework-bundle'],
    bad: code`
      security:
          firewalls:
              main:
                  remember_me:
                      secret: '%kernel.secret%'
                      lifetime: 604800
    `,
    good: code`
      security:
          firewalls:
              main:
                  remember_me:
                      secret: '%kernel.secret%'
                      lifetime: 604800
                      secure: true
    `,
  },
  'symfony/native-session-storage': {
    bad: code`
      <?php
      $session = new Session(new NativeSessionStorage(['cookie_httponly' => true]));
    `,
    good: code`
      <?php
      $session = new Session(new NativeSessionStorage(['cookie_httponly' => true, 'cookie_secure' => true]));
    `,
  },
  'symfony/trusted-proxies': {
    file: 'config/packages/framework.yaml',
    packages: ['symfony/framework-bundle'],
    bad: code`
      framework:
          session:
              cookie_secure: auto
    `,
    good: code`
      framework:
          trusted_proxies: '10.0.0.0/8'
          session:
              cookie_secure: auto
    `,
  },
} satisfies Examples;
