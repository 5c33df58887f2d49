/** Examples of the surfaces in ../cakephp.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'cakephp/session': {
    file: 'config/app.php',
    packages: ['cakephp/cakephp'],
    bad: code`
      <?php
      return [
          'Session' => ['defaults' => 'php'],
      ];
    `,
    good: code`
      <?php
      return [
          'Session' => ['defaults' => 'php', 'ini' => ['session.cookie_secure' => true]],
      ];
    `,
  },
  'cakephp/cookie': {
    bad: code`
      <?php
      $this->response = $this->response->withCookie(Cookie::create('seen', '1', ['httponly' => true]));
    `,
    good: code`
      <?php
      $this->response = $this->response->withCookie(Cookie::create('seen', '1', ['httponly' => true, 'secure' => true]));
    `,
  },
  'cakephp/cookie-defaults': {
    bad: code`
      <?php
      Cookie::setDefaults(['httponly' => true]);
    `,
    good: code`
      <?php
      Cookie::setDefaults(['httponly' => true, 'secure' => true]);
    `,
  },
  'cakephp/csrf-middleware': {
    bad: code`
      <?php
      $middlewareQueue->add(new CsrfProtectionMiddleware(['httponly' => true]));
    `,
    good: code`
      <?php
      $middlewareQueue->add(new CsrfProtectionMiddleware(['httponly' => true, 'secure' => true]));
    `,
  },
} satisfies Examples;
