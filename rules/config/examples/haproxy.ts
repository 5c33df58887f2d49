/** Examples of the surfaces in ../haproxy.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'haproxy/cookie-insert': {
    file: 'haproxy.cfg',
    bad: code`
      backend app
          cookie SRV insert indirect nocache
          server app1 10.0.0.1:80 cookie app1
    `,
    good: code`
      backend app
          cookie SRV insert indirect nocache secure
          server app1 10.0.0.1:80 cookie app1
    `,
  },
  'haproxy/replace-header-set-cookie': {
    file: 'haproxy.cfg',
    beside: { 'app.js': "require('express')().get('/', (req, res) => res.cookie('sid', id).end());" },
    bad: code`
      frontend www
          bind :443 ssl crt /etc/ssl/www.pem
          http-response replace-header Set-Cookie (.*) "\1; HttpOnly"
          default_backend app
    `,
    good: code`
      frontend www
          bind :443 ssl crt /etc/ssl/www.pem
          http-response replace-header Set-Cookie (.*) "\1; HttpOnly; Secure"
          default_backend app
    `,
  },
  'haproxy/add-header-set-cookie': {
    file: 'haproxy.cfg',
    bad: code`
      frontend www
          http-response add-header Set-Cookie "lang=en; Path=/"
    `,
    good: code`
      frontend www
          http-response add-header Set-Cookie "lang=en; Path=/; Secure"
    `,
  },
} satisfies Examples;
