/** Examples of the surfaces in ../session-libraries.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'laminas/session-manager': {
    bad: code`
      <?php
      use Laminas\Session\SessionManager;
      (new SessionManager())->start();
    `,
    good: code`
      <?php
      use Laminas\Session\SessionManager;
      ini_set('session.cookie_secure', '1');
      (new SessionManager())->start();
    `,
  },
  'phalcon/session-manager': {
    bad: code`
      <?php
      $session = new \Phalcon\Session\Manager();
      $session->start();
    `,
    good: code`
      <?php
      ini_set('session.cookie_secure', '1');
      $session = new \Phalcon\Session\Manager();
      $session->start();
    `,
  },
  'delight-cookie/session': {
    bad: code`
      <?php
      \Delight\Cookie\Session::start();
    `,
    good: code`
      <?php
      ini_set('session.cookie_secure', '1');
      \Delight\Cookie\Session::start();
    `,
  },
  'josantonius/session': {
    bad: code`
      <?php
      use Josantonius\Session\Session;
      Session::init();
    `,
    good: code`
      <?php
      use Josantonius\Session\Session;
      ini_set('session.cookie_secure', '1');
      Session::init();
    `,
  },
  'aura/session': {
    bad: code`
      <?php
      $session = (new \Aura\Session\SessionFactory())->newInstance($_COOKIE);
    `,
    good: code`
      <?php
      $session = (new \Aura\Session\SessionFactory())->newInstance($_COOKIE);
      $session->setCookieParams(['secure' => true]);
    `,
  },
  'odan/session': {
    bad: code`
      <?php
      use Odan\Session\PhpSession;
      $session = new PhpSession(['name' => 'shop']);
    `,
    good: code`
      <?php
      use Odan\Session\PhpSession;
      $session = new PhpSession(['name' => 'shop', 'secure' => true]);
    `,
  },
} satisfies Examples;
