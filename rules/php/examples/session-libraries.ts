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
  'laminas/session-container': {
    bad: code`
      <?php
      use Laminas\Session\Container;
      $user = new Container('user');
    `,
    good: code`
      <?php
      use Laminas\Session\Container;
      ini_set('session.cookie_secure', '1');
      $user = new Container('user');
    `,
  },
  'zend1/session': {
    bad: code`
      <?php
      Zend_Session::start();
    `,
    good: code`
      <?php
      ini_set('session.cookie_secure', '1');
      Zend_Session::start();
    `,
  },
  'mezzio/php-session': {
    bad: code`
      <?php
      use Mezzio\Session\Ext\PhpSessionPersistence;
      $persistence = new PhpSessionPersistence();
    `,
    good: code`
      <?php
      use Mezzio\Session\Ext\PhpSessionPersistence;
      ini_set('session.cookie_secure', '1');
      $persistence = new PhpSessionPersistence();
    `,
  },
  'openid-connect-php/session': {
    bad: code`
      <?php
      use Jumbojett\OpenIDConnectClient;
      $client = new OpenIDConnectClient($issuer, $id, $secret);
      $client->authenticate();
    `,
    good: code`
      <?php
      use Jumbojett\OpenIDConnectClient;
      ini_set('session.cookie_secure', '1');
      $client = new OpenIDConnectClient($issuer, $id, $secret);
      $client->authenticate();
    `,
  },
  'delight-auth/session': {
    bad: code`
      <?php
      $auth = new \Delight\Auth\Auth($db);
    `,
    good: code`
      <?php
      ini_set('session.cookie_secure', '1');
      $auth = new \Delight\Auth\Auth($db);
    `,
  },
  'nette/session': {
    bad: code`
      <?php
      use Nette\Http\Session;
      $session = new Session($request, $response);
      $session->setCookieParameters('/', null, false);
      $session->start();
    `,
    good: code`
      <?php
      use Nette\Http\Session;
      $session = new Session($request, $response);
      $session->setCookieParameters('/', null, true);
      $session->start();
    `,
  },
  'nette/response-cookie-secure': {
    bad: code`
      <?php
      use Nette\Http\Session;
      $response = new Nette\Http\Response();
      $response->cookieSecure = false;
      (new Session($request, $response))->start();
    `,
    good: code`
      <?php
      use Nette\Http\Session;
      $response = new Nette\Http\Response();
      $response->cookieSecure = true;
      (new Session($request, $response))->start();
    `,
  },
  'mezzio/session-cache': {
    bad: code`
      <?php
      return ['mezzio-session-cache' => ['cookie_name' => 'SESSION', 'cookie_secure' => false]];
    `,
    good: code`
      <?php
      return ['mezzio-session-cache' => ['cookie_name' => 'SESSION', 'cookie_secure' => true]];
    `,
  },
  'middlewares/php-session': {
    bad: code`
      <?php
      use Middlewares\PhpSession;
      $session = (new PhpSession())->name('app');
    `,
    good: code`
      <?php
      use Middlewares\PhpSession;
      $session = (new PhpSession())->name('app')->options(['cookie_secure' => true]);
    `,
  },
  'middlewares/php-session-options': {
    bad: code`
      <?php
      use Middlewares\PhpSession;
      $session = (new PhpSession())->options(['cookie_secure' => false]);
    `,
    good: code`
      <?php
      use Middlewares\PhpSession;
      $session = (new PhpSession())->options(['cookie_secure' => true]);
    `,
  },
  'auth0-php/cookie-secure': {
    bad: code`
      <?php
      use Auth0\SDK\Auth0;
      $auth0 = new Auth0(['domain' => $domain, 'cookieSecret' => $secret]);
    `,
    good: code`
      <?php
      use Auth0\SDK\Auth0;
      $auth0 = new Auth0(['domain' => $domain, 'cookieSecret' => $secret, 'cookieSecure' => true]);
    `,
  },
} satisfies Examples;
