/** Examples of the surfaces in ../laminas.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'laminas/set-cookie': {
    bad: code`
      <?php
      $headers->addHeader(new SetCookie('sid', $sid, null, '/'));
    `,
    good: code`
      <?php
      $headers->addHeader(new SetCookie('sid', $sid, null, '/', null, true));
    `,
  },
  'laminas/session-config': {
    bad: code`
      <?php
      return ['session_config' => ['cookie_httponly' => true]];
    `,
    good: code`
      <?php
      return ['session_config' => ['cookie_httponly' => true, 'cookie_secure' => true]];
    `,
  },
} satisfies Examples;
