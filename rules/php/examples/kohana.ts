/** Examples of the surfaces in ../kohana.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'kohana/cookie-secure': {
    bad: code`
      <?php
      Kohana::init(['base_url' => '/']);
      Cookie::$secure = FALSE;
    `,
    good: code`
      <?php
      Kohana::init(['base_url' => '/']);
      Cookie::$secure = TRUE;
    `,
  },
  'kohana/session': {
    bad: code`
      <?php
      Kohana::init(['base_url' => '/']);
    `,
    good: code`
      <?php
      Cookie::$secure = TRUE;
      Kohana::init(['base_url' => '/']);
    `,
  },
  'kohana/cookie-set': {
    file: 'application/classes/Controller/Home.php',
    bad: code`
      <?php defined('SYSPATH') or die('No direct script access.');
      Cookie::set('theme', 'dark', 3600);
    `,
    good: code`
      <?php defined('SYSPATH') or die('No direct script access.');
      Cookie::$secure = TRUE;
      Cookie::set('theme', 'dark', 3600);
    `,
  },
} satisfies Examples;
