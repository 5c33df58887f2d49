/** WordPress: cookies of plugins and themes, and the filters that decide those of its own. */
import { argument, defineRule, keyword, value } from '../../src/matching/surface.js';
import { bothSignatures, written } from './options.js';

const plugin = /\b(?:COOKIEPATH|COOKIE_DOMAIN|add_action|add_filter|apply_filters|wp_[a-z]\w*|ABSPATH)\b/;

export default defineRule({
  id: 'wordpress',
  title: 'WordPress',
  languages: ['php'],
  docs: 'https://developer.wordpress.org/reference/functions/wp_set_auth_cookie/',
  triggers: ['setcookie', 'secure_auth_cookie', 'secure_logged_in_cookie', 'secure_signon_cookie', 'wp_set_auth_cookie'],
  surfaces: [
    // https://developer.wordpress.org/reference/functions/is_ssl/: the convention of plugins, and off unless given.
    ...bothSignatures(
      { call: 'setcookie', mentions: plugin },
      { id: 'wordpress/setcookie', ...written, proxy: ['wordpress/wp-config-proxy'] },
    ),
    {
      // https://woocommerce.github.io/code-reference/namespaces/default.html#function_wc_setcookie: off unless given.
      id: 'woocommerce/wc-setcookie',
      match: { call: 'wc_setcookie', args: [2, 5] },
      ...written,
      proxy: ['wordpress/wp-config-proxy'],
      attributes: { secure: keyword('secure', 3), httpOnly: keyword('httponly', 4), expires: keyword('expire', 2) },
    },
    {
      id: 'wordpress/auth-cookies',
      docs: 'https://developer.wordpress.org/reference/hooks/secure_logged_in_cookie/',
      kind: 'session',
      match: { call: 'add_filter', argument: { 0: ['secure_auth_cookie', 'secure_logged_in_cookie', 'secure_signon_cookie'] } },
      defaultName: 'wordpress_logged_in',
      session: true,
      attributes: { secure: argument(1) },
      default: 'request',
      meaning: { words: { __return_true: 'on', __return_false: 'off' } },
      proxy: ['wordpress/wp-config-proxy'],
    },
    {
      // https://developer.wordpress.org/reference/functions/wp_set_auth_cookie/: is_ssl() unless given.
      id: 'wordpress/auth-cookies',
      kind: 'session',
      match: { call: 'wp_set_auth_cookie', args: [3, 4] },
      defaultName: 'wordpress_logged_in',
      session: true,
      attributes: { secure: argument(2) },
      default: 'request',
      meaning: { nullIsDefault: true },
      proxy: ['wordpress/wp-config-proxy'],
    },
    {
      // https://developer.wordpress.org/advanced-administration/security/https/
      id: 'wordpress/wp-config-proxy',
      kind: 'proxy',
      ofConnection: true,
      match: { assign: '_SERVER.HTTPS', file: /(?:^|\/)wp-config\.php$/ },
      value: value(),
      written: true,
    },
  ],
});
