/** Examples of the surfaces in ../apache.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'apache/header-edit-set-cookie': {
    file: 'httpd.conf',
    beside: {
      'index.php': code`
        <?php
        setcookie('sid', $id);
      `,
    },
    bad: 'Header edit Set-Cookie ^(.*)$ $1;HttpOnly',
    good: 'Header edit Set-Cookie ^(.*)$ $1;HttpOnly;Secure',
  },
  'apache/mod-session-cookie': {
    bad: 'SessionCookieName session path=/;httponly',
    good: 'SessionCookieName session path=/;httponly;secure',
  },
  'apache/mod-usertrack': {
    bad: 'CookieTracking on',
    good: code`
      CookieTracking on
      CookieSecure on
    `,
  },
  'apache/rewriterule-cookie-flag': {
    bad: 'RewriteRule ^/promo$ - [CO=promo:1:.example.com:1440:/]',
    good: 'RewriteRule ^/promo$ - [CO=promo:1:.example.com:1440:/:secure]',
  },
  'apache/header-add-set-cookie': {
    bad: 'Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/" env=BALANCER_ROUTE_CHANGED',
    good: 'Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/; Secure" env=BALANCER_ROUTE_CHANGED',
  },
} satisfies Examples;
