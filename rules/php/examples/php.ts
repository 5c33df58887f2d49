/** Examples of the surfaces in ../php.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'php/setcookie-options': {
    bad: code`
      <?php
      setcookie("sid", $sid, ["expires" => 0, "path" => "/", "httponly" => true, "samesite" => "Lax"]);
    `,
    good: code`
      <?php
      setcookie("sid", $sid, ["expires" => 0, "path" => "/", "httponly" => true, "samesite" => "Lax", "secure" => true]);
    `,
  },
  'php/setcookie-positional': {
    bad: code`
      <?php
      setcookie("lang", $lang, time() + 3600, "/");
    `,
    good: code`
      <?php
      setcookie("lang", $lang, time() + 3600, "/", "", true);
    `,
  },
  'php/setrawcookie': {
    bad: code`
      <?php
      setrawcookie("token", rawurlencode($t), 0, "/");
    `,
    good: code`
      <?php
      setrawcookie("token", rawurlencode($t), 0, "/", "", true);
    `,
  },
  'php/session-set-cookie-params': {
    bad: code`
      <?php
      session_set_cookie_params(["lifetime" => 0, "path" => "/", "httponly" => true]);
      session_start();
    `,
    good: code`
      <?php
      session_set_cookie_params(["lifetime" => 0, "path" => "/", "httponly" => true, "secure" => true]);
      session_start();
    `,
  },
  'php/ini-set-cookie-secure': {
    bad: code`
      <?php
      ini_set("session.cookie_secure", isset($_SERVER["HTTPS"]) ? 1 : 0);
      session_start();
    `,
    good: code`
      <?php
      ini_set("session.cookie_secure", "1");
      session_start();
    `,
  },
  'php/ini-set-in-code': {
    file: 'index.php',
    bad: code`
      <?php
      session_set_cookie_params(['httponly' => true]);
      session_start();
    `,
    good: code`
      <?php
      ini_set('session.cookie_secure', '1');
      session_set_cookie_params(['httponly' => true]);
      session_start();
    `,
  },
  'php/session-start-options': {
    bad: code`
      <?php
      session_start();
    `,
    good: code`
      <?php
      session_start(["cookie_secure" => true]);
    `,
  },
  'php/session-options': {
    file: 'index.php',
    beside: {
      'logout.php': code`
        <?php
        session_start();
        session_destroy();
      `,
    },
    bad: code`
      <?php
      session_start();
    `,
    good: code`
      <?php
      session_start(['cookie_secure' => true]);
    `,
  },
  'php/ini-cookie-secure': {
    file: 'php.ini',
    bad: code`
      ; php.ini
      session.use_strict_mode = 1
      session.cookie_httponly = 1
      ;session.cookie_secure =
    `,
    good: code`
      ; php.ini
      session.use_strict_mode = 1
      session.cookie_httponly = 1
      session.cookie_secure = 1
    `,
  },
  'php/https-behind-proxy': {
    file: 'index.php',
    bad: code`
      <?php
      setcookie('sid', $id, ['secure' => !empty($_SERVER['HTTPS'])]);
    `,
    good: code`
      <?php
      if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') {
          $_SERVER['HTTPS'] = 'on';
      }
      setcookie('sid', $id, ['secure' => !empty($_SERVER['HTTPS'])]);
    `,
  },
} satisfies Examples;
