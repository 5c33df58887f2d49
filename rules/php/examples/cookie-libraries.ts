/** Examples of the surfaces in ../cookie-libraries.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'fig-cookies/set-cookie': {
    bad: code`
      <?php
      $response = FigResponseCookies::set($response, SetCookie::create('sid')->withValue($sid)->withHttpOnly(true));
    `,
    good: code`
      <?php
      $response = FigResponseCookies::set($response, SetCookie::create('sid')->withValue($sid)->withHttpOnly(true)->withSecure(true));
    `,
  },
  'psr7-cookies/set-cookie': {
    bad: code`
      <?php
      use HansOtt\PSR7Cookies\SetCookie;

      $cookie = new SetCookie('sid', $sid, time() + 3600, '/');
      $response = $cookie->addToResponse($response);
    `,
    good: code`
      <?php
      use HansOtt\PSR7Cookies\SetCookie;

      $cookie = new SetCookie('sid', $sid, time() + 3600, '/', '', true);
      $response = $cookie->addToResponse($response);
    `,
  },
} satisfies Examples;
