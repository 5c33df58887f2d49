/** Examples of the surfaces in ../codeigniter.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'codeigniter4/config-cookie': {
    bad: code`
      <?php
      namespace Config;

      class Cookie extends BaseConfig
      {
          public bool $secure = false;
      }
    `,
    good: code`
      <?php
      namespace Config;

      class Cookie extends BaseConfig
      {
          public bool $secure = true;
      }
    `,
  },
  'codeigniter4/set-cookie': {
    bad: code`
      <?php
      set_cookie('lang', 'en', 3600, '', '/', '', false);
    `,
    good: code`
      <?php
      set_cookie('lang', 'en', 3600, '', '/', '', true);
    `,
  },
  'codeigniter3/cookie-secure': {
    file: 'application/config/config.php',
    bad: code`
      <?php
      $config['cookie_httponly'] = TRUE;
      $config['cookie_secure'] = FALSE;
    `,
    good: code`
      <?php
      $config['cookie_httponly'] = TRUE;
      $config['cookie_secure'] = TRUE;
    `,
  },
  'codeigniter4/cookie-function': {
    packages: ['codeigniter4/framework'],
    bad: code`
      <?php
      return redirect()->to('/')->setCookie(cookie('lang', 'en'));
    `,
    good: code`
      <?php
      return redirect()->to('/')->setCookie(cookie('lang', 'en', ['secure' => true]));
    `,
  },
} satisfies Examples;
