/** Examples of the surfaces in ../nginx.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'nginx/proxy-cookie-flags': {
    file: 'nginx.conf',
    beside: { 'app.js': "require('express')().get('/', (req, res) => res.cookie('sid', id).end());" },
    bad: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_flags ~ httponly;
          }
      }
    `,
    good: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_flags ~ secure httponly;
          }
      }
    `,
  },
  'nginx/proxy-cookie-path-hack': {
    file: 'nginx.conf',
    beside: { 'app.js': "require('express')().get('/', (req, res) => res.cookie('sid', id).end());" },
    bad: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_path / "/; HttpOnly";
          }
      }
    `,
    good: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_path / "/; HttpOnly; Secure";
          }
      }
    `,
  },
  'nginx/userid': {
    bad: code`
      userid on;
      userid_name uid;
    `,
    good: code`
      userid on;
      userid_name uid;
      userid_flags secure;
    `,
  },
  'nginx/sticky-cookie': {
    file: 'nginx.conf',
    bad: code`
      upstream app {
          server app1:3000;
          server app2:3000;
          sticky cookie srv_id expires=1h path=/;
      }
    `,
    good: code`
      upstream app {
          server app1:3000;
          server app2:3000;
          sticky cookie srv_id expires=1h path=/ secure;
      }
    `,
  },
  'nginx/add-header-set-cookie': {
    file: 'nginx.conf',
    bad: code`
      server {
          listen 443 ssl;
          add_header Set-Cookie "lang=en; Path=/";
      }
    `,
    good: code`
      server {
          listen 443 ssl;
          add_header Set-Cookie "lang=en; Path=/; Secure";
      }
    `,
  },
  'nginx/proxy-cookie-flags-by-name': {
    file: 'nginx.conf',
    beside: { 'app.js': "require('express')().get('/', (req, res) => res.cookie('sid', id).end());" },
    bad: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_flags lang secure;
          }
      }
    `,
    good: code`
      server {
          listen 443 ssl;
          location / {
              proxy_pass http://app;
              proxy_cookie_flags sid secure httponly;
          }
      }
    `,
  },
} satisfies Examples;
