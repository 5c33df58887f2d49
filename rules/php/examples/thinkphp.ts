/** Examples of the surfaces in ../thinkphp.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'thinkphp/cookie-set': {
    bad: code`
      <?php
      use think\facade\Cookie;
      Cookie::set('theme', 'dark', 3600);
    `,
    good: code`
      <?php
      use think\facade\Cookie;
      Cookie::set('theme', 'dark', ['expire' => 3600, 'secure' => true]);
    `,
  },
  'thinkphp/config-cookie': {
    file: 'config/cookie.php',
    bad: code`
      <?php
      return ['expire' => 0, 'path' => '/', 'domain' => '', 'secure' => false, 'httponly' => true, 'setcookie' => true];
    `,
    good: code`
      <?php
      return ['expire' => 0, 'path' => '/', 'domain' => '', 'secure' => true, 'httponly' => true, 'setcookie' => true];
    `,
  },
} satisfies Examples;
