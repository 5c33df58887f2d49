/** Examples of the surfaces in ../slim.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'slim/cookies': {
    bad: code`
      <?php
      $cookies = new \Slim\Psr7\Cookies();
      $cookies->set('lang', ['value' => 'en', 'path' => '/']);
    `,
    good: code`
      <?php
      $cookies = new \Slim\Psr7\Cookies();
      $cookies->set('lang', ['value' => 'en', 'path' => '/', 'secure' => true]);
    `,
  },
  'slim/session-middleware': {
    bad: code`
      <?php
      $app->add(new \Slim\Middleware\Session(['name' => 'shop', 'autorefresh' => true]));
    `,
    good: code`
      <?php
      $app->add(new \Slim\Middleware\Session(['name' => 'shop', 'autorefresh' => true, 'secure' => true]));
    `,
  },
  'slim/app-set-cookie': {
    packages: ['slim/slim'],
    bad: code`
      <?php
      $app->setCookie('lang', 'en', '2 days');
    `,
    good: code`
      <?php
      $app->setCookie('lang', 'en', '2 days', '/', null, true);
    `,
  },
} satisfies Examples;
