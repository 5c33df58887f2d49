/** Examples of the surfaces in ../set-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'php/header-set-cookie': {
    bad: code`
      <?php
      header("Set-Cookie: lang=en; Path=/; HttpOnly");
    `,
    good: code`
      <?php
      header("Set-Cookie: lang=en; Path=/; HttpOnly; Secure");
    `,
  },
  'symfony/raw-header': {
    bad: code`
      <?php
      return $response->withAddedHeader('Set-Cookie', "sid=$sid; Path=/; HttpOnly");
    `,
    good: code`
      <?php
      return $response->withAddedHeader('Set-Cookie', "sid=$sid; Path=/; HttpOnly; Secure");
    `,
  },
} satisfies Examples;
