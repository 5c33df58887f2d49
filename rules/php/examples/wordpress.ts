/** Examples of the surfaces in ../wordpress.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'wordpress/setcookie': {
    bad: code`
      <?php
      setcookie('my_plugin_seen', '1', time() + DAY_IN_SECONDS, COOKIEPATH, COOKIE_DOMAIN);
    `,
    good: code`
      <?php
      setcookie('my_plugin_seen', '1', time() + DAY_IN_SECONDS, COOKIEPATH, COOKIE_DOMAIN, true);
    `,
  },
  'woocommerce/wc-setcookie': {
    bad: code`
      <?php
      wc_setcookie('shop_session', $token, time() + DAY_IN_SECONDS);
    `,
    good: code`
      <?php
      wc_setcookie('shop_session', $token, time() + DAY_IN_SECONDS, true);
    `,
  },
  'wordpress/auth-cookies': {
    bad: code`
      <?php
      add_filter('secure_logged_in_cookie', '__return_false');
      wp_set_auth_cookie($user->ID, true, false);
    `,
    good: code`
      <?php
      add_filter('secure_logged_in_cookie', '__return_true');
      wp_set_auth_cookie($user->ID, true, true);
    `,
  },
  'wordpress/wp-config-proxy': {
    file: 'wp-config.php',
    beside: {
      'wp-content/plugins/shop/shop.php': code`
        <?php
        add_action('init', function () {
            setcookie('cart', $cart, 0, COOKIEPATH, COOKIE_DOMAIN, is_ssl());
        });
      `,
    },
    bad: code`
      <?php
      define('FORCE_SSL_ADMIN', true);
    `,
    good: code`
      <?php
      define('FORCE_SSL_ADMIN', true);
      if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') {
          $_SERVER['HTTPS'] = 'on';
      }
    `,
  },
} satisfies Examples;
