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
} satisfies Examples;
