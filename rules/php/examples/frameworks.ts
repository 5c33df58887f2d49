/** Examples of the surfaces in ../frameworks.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'nette/http-cookie-secure': {
    file: 'config/common.neon',
    bad: code`
      http:
          cookieSecure: false
    `,
    good: code`
      http:
          cookieSecure: true
    `,
  },
  'nette/response-set-cookie': {
    file: 'app/ThemePresenter.php',
    bad: code`
      <?php
      $this->getHttpResponse()->setCookie('lang', 'en', '100 days', null, null, false);
    `,
    good: code`
      <?php
      $this->getHttpResponse()->setCookie('lang', 'en', '100 days', null, null, true);
    `,
  },
  'nette/proxy': {
    file: 'config/common.neon',
    beside: { 'app/ThemePresenter.php': "<?php\n$this->getHttpResponse()->setCookie('theme', 'dark', '100 days');\n" },
    bad: code`
      http:
          frames: SAMEORIGIN
    `,
    good: code`
      http:
          frames: SAMEORIGIN
          proxy: 10.0.0.1
    `,
  },
  'phalcon/cookies': {
    bad: code`
      <?php
      $this->cookies->set('remember-me', $token, time() + 86400);
    `,
    good: code`
      <?php
      $this->cookies->set('remember-me', $token, time() + 86400, '/', true);
    `,
  },
  'fuelphp/cookie-set': {
    file: 'fuel/app/classes/controller/theme.php',
    bad: code`
      <?php
      Cookie::set('theme', 'green', 60 * 60 * 24);
    `,
    good: code`
      <?php
      Cookie::set('theme', 'green', 60 * 60 * 24, null, null, true);
    `,
  },
  'fuelphp/config-cookie': {
    file: 'fuel/app/config/config.php',
    bad: code`
      <?php
      return array('cookie' => array('secure' => false, 'http_only' => true));
    `,
    good: code`
      <?php
      return array('cookie' => array('secure' => true, 'http_only' => true));
    `,
  },
} satisfies Examples;
