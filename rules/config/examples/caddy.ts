/** Examples of the surfaces in ../caddy.ts. */
import { code, type Examples } from '../../example.js';

/** An app whose cookie nothing in front of it makes Secure. */
const unguarded = {
  beside: { 'app.js': "require('express')().get('/', (req, res) => res.cookie('sid', id).end());" },
  bad: code`
    www.example.com {
        reverse_proxy app:3000
    }
  `,
};

export default {
  'caddy/lb-policy-cookie': {
    file: 'Caddyfile',
    bad: code`
      www.example.com
      reverse_proxy app1:80 app2:80 {
          lb_policy cookie lb secret
      }
    `,
    good: code`
      reverse_proxy a:80 b:80 {
          lb_policy cookie lb secret
      }
      header {
          Set-Cookie (.*) "$1; Secure"
          defer
      }
    `,
  },
  'caddy/header-set-cookie-rewrite': {
    file: 'Caddyfile',
    ...unguarded,
    good: code`
      www.example.com {
          header {
              Set-Cookie (.*) "$1; Secure"
              defer
          }
          reverse_proxy app:3000
      }
    `,
  },
  'caddy/header-down-set-cookie-rewrite': {
    file: 'Caddyfile',
    ...unguarded,
    good: code`
      www.example.com {
          reverse_proxy app:3000 {
              header_down Set-Cookie (.*) "$1; Secure"
          }
      }
    `,
  },
  'caddy/header-add-set-cookie': {
    file: 'Caddyfile',
    bad: code`
      www.example.com {
          header +Set-Cookie "lang=en; Path=/"
      }
    `,
    good: code`
      www.example.com {
          header +Set-Cookie "lang=en; Path=/; Secure"
      }
    `,
  },
} satisfies Examples;
