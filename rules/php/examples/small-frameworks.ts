/** Examples of the surfaces in ../small-frameworks.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'yii3/cookie': {
    bad: code`
      <?php
      use Yiisoft\Cookies\Cookie;
      (new Cookie('theme', 'dark', secure: false))->addToResponse($response);
    `,
    good: code`
      <?php
      use Yiisoft\Cookies\Cookie;
      (new Cookie('theme', 'dark'))->addToResponse($response);
    `,
  },
  'fatfree/cookie': {
    bad: code`
      <?php
      $f3 = Base::instance();
      $f3->set('COOKIE.theme', 'dark', 86400);
    `,
    good: code`
      <?php
      $f3 = Base::instance();
      $f3->set('JAR.secure', true);
      $f3->set('COOKIE.theme', 'dark', 86400);
    `,
  },
  'fatfree/jar-secure': {
    bad: code`
      <?php
      $f3 = Base::instance();
      $f3->set('JAR.secure', false);
    `,
    good: code`
      <?php
      $f3 = Base::instance();
      $f3->set('JAR.secure', true);
    `,
  },
  'silverstripe/cookie-set': {
    bad: code`
      <?php
      use SilverStripe\Control\Cookie;
      Cookie::set('theme', 'dark', 90);
    `,
    good: code`
      <?php
      use SilverStripe\Control\Cookie;
      Cookie::set('theme', 'dark', 90, null, null, true);
    `,
  },
  'silverstripe/session-cookie-secure': {
    file: 'app/_config/session.yml',
    bad: code`
      SilverStripe\Control\Session:
        cookie_secure: false
    `,
    good: code`
      SilverStripe\Control\Session:
        cookie_secure: true
    `,
  },
  'processwire/cookie-set': {
    bad: code`
      <?php
      namespace ProcessWire;
      $input->cookie->set('theme', 'dark', ['age' => 3600]);
    `,
    good: code`
      <?php
      namespace ProcessWire;
      $input->cookie->set('theme', 'dark', ['age' => 3600, 'secure' => true]);
    `,
  },
  'kirby/cookie-set': {
    bad: code`
      <?php
      use Kirby\Http\Cookie;
      Cookie::set('theme', 'dark', ['lifetime' => 60]);
    `,
    good: code`
      <?php
      use Kirby\Http\Cookie;
      Cookie::set('theme', 'dark', ['lifetime' => 60, 'secure' => true]);
    `,
  },
  'slim2/session-cookie': {
    bad: code`
      <?php
      $app->add(new \Slim\Middleware\SessionCookie(['secure' => false]));
    `,
    good: code`
      <?php
      $app->add(new \Slim\Middleware\SessionCookie(['secure' => true]));
    `,
  },
  'delight-cookie/cookie': {
    bad: code`
      <?php
      $cookie = new \Delight\Cookie\Cookie('theme');
      $cookie->setValue('dark');
      $cookie->save();
    `,
    good: code`
      <?php
      $cookie = new \Delight\Cookie\Cookie('theme');
      $cookie->setValue('dark');
      $cookie->setSecureOnly(true);
      $cookie->save();
    `,
  },
  'josantonius/cookie': {
    bad: code`
      <?php
      $cookie = new \Josantonius\Cookie\Cookie(httpOnly: true);
      $cookie->set('theme', 'dark');
    `,
    good: code`
      <?php
      $cookie = new \Josantonius\Cookie\Cookie(httpOnly: true, secure: true);
      $cookie->set('theme', 'dark');
    `,
  },
  'xoops/setcookie': {
    bad: code`
      <?php
      xoops_setcookie('theme', 'dark', time() + 3600, '/', '');
    `,
    good: code`
      <?php
      xoops_setcookie('theme', 'dark', time() + 3600, '/', '', true);
    `,
  },
} satisfies Examples;
